import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { createCoalescer } from './coalesce.ts'

test('many asks are two runs: one at once, one for all that came meanwhile', async () => {
  const run = vi.fn(() => wait(10))
  const ask = createCoalescer({ ms: 30, run, failed: () => {} })
  for (let n = 0; n < 50; n++) ask('overleg')
  await wait(150)
  expect(run).toHaveBeenCalledTimes(2)
  ask('overleg')
  expect(run).toHaveBeenCalledTimes(3)
})

test('keys do not wait for each other, and one is never run twice at the same time', async () => {
  let now = 0
  let most = 0
  const run = vi.fn(async () => {
    now += 1
    most = Math.max(most, now)
    await wait(20)
    now -= 1
  })
  const ask = createCoalescer({ ms: 1, run, failed: () => {} })
  ask('een')
  ask('een')
  ask('twee')
  expect(most).toBe(2)
  await wait(120)
  expect(run).toHaveBeenCalledTimes(3)
  expect(most).toBe(2)
})

test('what failed is said again', async () => {
  const failed = vi.fn()
  const run = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue(undefined)
  createCoalescer({ ms: 1, run, failed })('overleg')
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2), { timeout: 3000 })
  expect(failed).toHaveBeenCalledTimes(1)
})
