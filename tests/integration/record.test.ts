import { expect, test, vi } from 'vitest'
import { createRecorder, recordOf } from '#db/record.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { breakRecord, listRecord } from '../helpers/record.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'

const MINUTE = 60_000

async function openScene() {
  const database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids } = await seedTafel(sql, 'vooroverleg')
  const clock = { now: 0 }
  const failed = vi.fn()
  const recorder = createRecorder(sql, { now: () => clock.now, failed })
  const reading = { event: 'plan-read', overlegId, gebruikerId: ids.blijft, wat: 'plan' }
  return {
    ...database,
    clock,
    failed,
    recorder,
    reading,
    refusal: { ...reading, event: 'reading-refused' },
    rows: (event: string) => listRecord(sql, { overlegId, event }),
  }
}

test('[check 92] the same session that asks again within five minutes is one row, another session or thing is not', async () => {
  await using scene = await openScene()
  const { recorder, reading, clock } = scene
  await Promise.all([recorder.read('een', reading), recorder.read('een', reading)])
  clock.now = 4 * MINUTE
  await recorder.read('een', reading)
  expect(await scene.rows('plan-read')).toHaveLength(1)

  await recorder.read('twee', reading)
  await recorder.read('een', { ...reading, wat: 'deelnemers' })
  expect(await scene.rows('plan-read')).toHaveLength(3)
  // From the first row, not from the last look: who keeps looking is in the record again and again.
  clock.now = 6 * MINUTE
  await recorder.read('een', reading)
  expect(await scene.rows('plan-read')).toHaveLength(4)
})

test('[check 93] a reading that could not be recorded is not remembered as one that was', async () => {
  await using scene = await openScene()
  const { recorder, reading } = scene
  const broken = await breakRecord(scene.sql)
  await expect(recorder.read('een', reading)).rejects.toThrow('the record is broken')
  await expect(recorder.read('een', reading)).rejects.toThrow('the record is broken')
  await broken.restore()
  await recorder.read('een', reading)
  expect(await scene.rows('plan-read')).toHaveLength(1)
})

test('[check 92] two thousand readings of one moment are a few commits', async () => {
  await using scene = await openScene()
  const { recorder, reading, sql } = scene
  await Promise.all(Array.from({ length: 2000 }, () => recorder.write(reading)))
  const [row] = await sql`
    select count(*)::int as rows, count(distinct xmin::text)::int as commits
    from audit where event = 'plan-read'`
  expect(row).toMatchObject({ rows: 2000 })
  expect(row?.commits).toBeLessThan(10)
})

test('[check 92] a thousand tries of the same are two rows: that it was tried, and how often again', async () => {
  await using scene = await openScene()
  const { recorder, refusal } = scene
  for (let n = 0; n < 1000; n++) recorder.refused('een', refusal)
  await recorder.settle()
  expect((await scene.rows('reading-refused')).map(({ details }) => details)).toEqual([
    {},
    { nogmaals: 999 },
  ])
})

test('a refusal that cannot be written is told to the log, and breaks nothing', async () => {
  await using scene = await openScene()
  const { recorder, refusal, failed } = scene
  await breakRecord(scene.sql)
  recorder.refused('een', refusal)
  await recorder.settle()
  expect(failed).toHaveBeenCalledOnce()
})

test('whoever asks for the recorder of a pool gets the same one', async () => {
  await using scene = await openScene()
  expect(recordOf(scene.sql)).toBe(scene.recorder)
})
