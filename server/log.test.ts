import { expect, test } from 'vitest'
import { createPseudonym, describeError, describePath } from './log.ts'

test('a path in the log holds words of ours and ids, and nothing secret', () => {
  const id = '3e0cb2a0-24a0-4d2f-8a2f-7a2b58a4f6d1'
  expect(describePath(`/overleggen/${id}/document/beeldvorming`)).toBe(
    `/overleggen/${id}/document/beeldvorming`,
  )
  expect(describePath('/uitnodiging/abcdefghij')).toBe('/uitnodiging/*')
  expect(describePath('/uitnodiging/abcdefghij/nog/iets')).toBe('/uitnodiging/*')
  expect(describePath('/zoek/Jan%20Jansen')).toBe('/zoek/*')
})

test('an error in the log says what and where, and does not quote anybody', () => {
  const line = describeError(new TypeError('kan "Jan Jansen" niet lezen\nJan Jansen'))
  expect(line.fout).toBe('TypeError')
  expect(JSON.stringify(line)).not.toContain('Jansen')
  expect(line.plek).toContain('log.test.ts')
})

test('an address gets one name in the log, which says nothing without the secret', () => {
  const first = createPseudonym('een')
  expect(first('10.0.0.1')).toBe(first('10.0.0.1'))
  expect(first('10.0.0.1')).not.toBe(first('10.0.0.2'))
  expect(first('10.0.0.1')).not.toBe(createPseudonym('twee')('10.0.0.1'))
})
