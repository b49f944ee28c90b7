import { expect, test, vi } from 'vitest'
import { freeOf, watchSchijf } from './schijf.ts'

const LOOK_IN_MS = 1

test('[fault 4] a disk is warned of below a tenth, full below a twentieth, and free again a little above that', async () => {
  const said: unknown[] = []
  const log = { info() {}, error() {}, warn: (line: object) => void said.push(line) }
  let part = 0.5
  const free = () => Promise.resolve(part)
  const schijf = await watchSchijf({ path: '/data', log, free, lookInMs: LOOK_IN_MS })

  expect(schijf.isVol()).toBe(false)
  expect(said).toEqual([])
  part = 0.099
  await vi.waitFor(() => expect(said).toEqual([{ event: 'disk-nearly-full', percent: 9 }]))
  expect(schijf.isVol()).toBe(false)
  part = 0.049
  await vi.waitFor(() => expect(schijf.isVol()).toBe(true))
  part = 0.055
  await vi.waitFor(() => expect(said).toHaveLength(2))
  expect(schijf.isVol()).toBe(true)
  part = 0.061
  await vi.waitFor(() => expect(schijf.isVol()).toBe(false))
  expect(said.slice(1)).toEqual([
    { event: 'disk-full', percent: 4 },
    { event: 'disk-free-again', percent: 6 },
  ])
  schijf.stop()
})

test('a disk that cannot be seen is said so, and stops nothing', async () => {
  const said: unknown[] = []
  const log = { info() {}, error() {}, warn: (line: object) => void said.push(line) }
  const schijf = await watchSchijf({ path: '/nowhere/at/all', log })
  expect(schijf.isVol()).toBe(false)
  expect(said).toMatchObject([{ event: 'disk-not-seen', code: 'ENOENT' }])
  schijf.stop()
})

test('the disk of this folder has room', async () => {
  const part = await freeOf(import.meta.dirname)
  expect(part).toBeGreaterThan(0)
  expect(part).toBeLessThanOrEqual(1)
})
