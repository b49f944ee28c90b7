import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { EDITOR_MARKS } from '#app/realtime/protocol.ts'
import { blokkenOf, type Knoop } from '#domain/inhoud.ts'
import { createSchema } from './schema.ts'

const schema = getSchema(createSchema())

test('[P1] every block that the editor can make is in the plan, and so in what the cliënt reads', () => {
  const blocks = Object.values(schema.nodes).filter((node) => node.spec.group?.includes('block'))

  expect(blocks.length).toBeGreaterThan(0)
  for (const { name } of blocks) {
    const knopen = [JSON.parse(JSON.stringify(schema.nodes[name]?.createAndFill()?.toJSON()))]
    expect(blokkenOf(knopen), name).toHaveLength(1)
  }
})

test('[P1] every word in every kind of place that the editor can make is in the plan', () => {
  const places = Object.values(schema.nodes).filter((node) => node.inlineContent)
  const text = schema.text(
    'Wonen',
    Object.values(schema.marks).map((mark) => mark.create()),
  )

  for (const node of places) {
    const knoop: Knoop = { type: node.name, content: [{ type: 'text', text: text.text ?? '' }] }
    expect(JSON.stringify(blokkenOf([knoop])), node.name).toContain('Wonen')
  }
  expect(Object.keys(schema.marks).sort()).toEqual([...EDITOR_MARKS])
})
