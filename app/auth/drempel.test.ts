import { expect, test } from 'vitest'
import { createDrempel } from './drempel.ts'

test('[check 45] never more at once than it may, and who comes too many is sent away at once', async () => {
  const { run } = createDrempel({ tegelijk: 2, wachtend: 3 })
  const klaar: (() => void)[] = []
  let meest = 0
  let bezig = 0
  const werk = async () => {
    bezig += 1
    meest = Math.max(meest, bezig)
    await new Promise<void>((resolve) => klaar.push(resolve))
    bezig -= 1
  }
  const lopend = Array.from({ length: 8 }, () => run(werk))
  expect(lopend.map((belofte) => belofte !== null)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ])

  while (bezig > 0) {
    klaar.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  await Promise.all(lopend)
  expect(meest).toBe(2)
  expect(await run(async () => 'weer ruimte')).toBe('weer ruimte')
})

test('what fails gives its place back', async () => {
  const { run } = createDrempel({ tegelijk: 1, wachtend: 1 })
  await expect(run(() => Promise.reject(new Error('mis')))).rejects.toThrow('mis')
  expect(await run(async () => 1)).toBe(1)
})
