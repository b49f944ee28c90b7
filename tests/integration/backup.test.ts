import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createSql } from '#db/connection.ts'
import { hashDocumenten } from '#db/herstel.ts'
import { migrate } from '#db/migrate.ts'
import { BEWAARTERMIJNEN } from '#domain/bewaren.ts'
import { prepareDatabase } from '#server/database.ts'
import { startPostgres } from '#server/postgres.ts'
import { vernietigVerlopen } from '#server/vernietigen.ts'
import { storedText } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { DEBIAN_BIN, HAS_DEBIAN, startDebianPostgres } from '../helpers/debian-postgres.ts'
import { runCommand } from '../helpers/run.ts'
import { schrijfTijdens } from '../helpers/schrijf-tijdens.ts'
import { seedDossier } from '../helpers/seed-dossier.ts'
import { dumpDatabase, seedTafel } from '../helpers/seed-tafel.ts'
import { createCookie } from '../helpers/sign-in.ts'

const log = { info() {}, warn() {}, error() {} }
const OVER_VIJF_JAAR = new Date(Date.now() + 5.6 * 365.25 * 86_400_000)

const map = await createFolder()
const sleutel = join(map, 'backup.key')
const gemaakt = await runCommand('backup-key', [sleutel])
const ontvanger = gemaakt.text.replace('BACKUP_RECIPIENT=', '').trim()
const bron = await openBron()
afterAll(async () => {
  await bron.sql.end()
  bron.server.stop()
  await rm(map, { recursive: true, force: true })
})

/** A folder that PostgreSQL's account can reach. */
async function createFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'focustafel-backup-'))
  await chmod(folder, 0o711)
  return folder
}

/** A house in use, of which a backup was made while two people wrote, and in which a casus was destroyed afterwards. */
async function openBron() {
  const dataDir = await createFolder()
  const server = await startPostgres({ dataDir })
  const sql = createSql(server.url())
  await prepareDatabase({ url: server.appUrl(), ownerUrl: server.url() })
  const blijft = await seedDossier(sql)
  const weg = await seedDossier(sql)
  const tafel = await seedTafel(sql, 'vooroverleg')
  await createCookie(sql, tafel.ids.casushouder)
  await sql`insert into mail (soort, aan, onderwerp, tekst, agenda) values ('proef', 'a@b.nl', 'Overleg', 'Al lang weg', '{}')`

  const bestand = join(map, 'nacht.age')
  const schrijvers = await schrijfTijdens(sql, tafel, async () => {
    const env = { BACKUP_RECIPIENT: ontvanger, DATA_DIR: dataDir }
    return runCommand('backup', [bestand], env)
  })
  const lijst = join(map, 'destroyed.jsonl')
  // The other casussen are watched until later.
  const later = new Date(OVER_VIJF_JAAR.getTime() + 86_400_000)
  await sql`
    insert into overleg (casus_id, gepland_op, vraag)
    select id, ${later}, 'Later' from casus where id <> ${weg.casusId}`
  const ouder = { sql, ownerUrl: server.url(), termijnen: BEWAARTERMIJNEN, lijst, log }
  const vernietigd = await vernietigVerlopen(ouder, OVER_VIJF_JAAR)
  return { dataDir, server, sql, blijft, weg, tafel, bestand, lijst, vernietigd, ...schrijvers }
}

function restore(args: { bestand?: string; dataDir: string; sleutel?: string }) {
  return runCommand(
    'restore',
    [args.bestand ?? bron.bestand, '--identity', args.sleutel ?? sleutel],
    {
      DATA_DIR: args.dataDir,
      DESTROYED_LIST: bron.lijst,
    },
  )
}

test('[check 100] [fault 20] a backup that was made while people wrote is restored in an empty folder, with every word that was acknowledged before', async () => {
  expect(bron.uitkomst).toMatchObject({ code: 0 })
  expect(bron.tijdens).toBeGreaterThan(0)
  expect(bron.vernietigd).toEqual([bron.weg.casusId])
  const dataDir = await createFolder()
  const begin = performance.now()
  const uitkomst = await restore({ dataDir })
  expect(uitkomst).toMatchObject({ code: 0, text: expect.stringContaining('The audit is whole') })
  expect(performance.now() - begin).toBeLessThan(60_000)

  const server = await startPostgres({ dataDir })
  const sql = createSql(server.url())
  const key = { overlegId: bron.tafel.overlegId, document: 'besluitvorming' } as const
  const tekst = await storedText(sql, key)
  expect(bron.vooraf.filter((woord) => !tekst.includes(woord))).toEqual([])

  // All other documents say what they say where they came from.
  const daar = await hashDocumenten(bron.sql)
  const hier = await hashDocumenten(sql)
  for (const hashes of [daar, hier]) hashes.delete(`${key.overlegId} besluitvorming`)
  expect(hier.size).toBe(9)
  expect(hier).toEqual(daar)

  // Nobody is signed in, no mail goes out twice, and what was destroyed since is destroyed.
  expect(await sql`select from sessie`).toHaveLength(0)
  expect(await sql`select from client_sessie`).toHaveLength(0)
  expect(await sql`select from mail where tekst is not null`).toHaveLength(0)
  const dump = await dumpDatabase(sql)
  expect(dump).toContain(bron.blijft.woord)
  expect(dump).not.toContain(bron.weg.woord)
  const events = await sql`select event from audit order by id desc limit 2`
  expect(events).toEqual([{ event: 'backup-restored' }, { event: 'casus-destroyed' }])
  await sql.end()
  server.stop()
  await rm(dataDir, { recursive: true, force: true })
}, 120_000)

test('[check 100] a backup that was cut or changed, or is for another, is refused before anything is touched', async () => {
  const dataDir = await createFolder()
  const { size } = await stat(bron.bestand)
  const beschadigd = async (naam: string, maak: (path: string) => Promise<void>) => {
    const path = join(map, naam)
    await copyFile(bron.bestand, path)
    await maak(path)
    return path
  }
  const gewijzigd = async (path: string) => {
    const bytes = await readFile(path)
    bytes[size - 40_000] = 255 - (bytes[size - 40_000] ?? 0)
    await writeFile(path, bytes)
  }
  const ander = join(map, 'ander.key')
  await runCommand('backup-key', [ander])
  const gevallen = [
    { bestand: await beschadigd('laatste-byte.age', (path) => truncate(path, size - 1)) },
    {
      bestand: await beschadigd('heel-stuk.age', (path) => truncate(path, size - (size % 65_552))),
    },
    { bestand: await beschadigd('gewijzigd.age', gewijzigd) },
    { bestand: await beschadigd('leeg.age', (path) => truncate(path, 0)) },
    { sleutel: ander },
  ]
  for (const geval of gevallen) {
    const { code, text } = await restore({ dataDir, ...geval })
    expect(code).toBe(1)
    expect(text).toContain('cannot be opened with this identity, or is damaged')
    expect(existsSync(join(dataDir, 'postgres.json'))).toBe(false)
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
  }
  await rm(dataDir, { recursive: true, force: true })
}, 120_000)

test('[check 100] nothing is restored over data, and no backup is written over another', async () => {
  const before = await dumpDatabase(bron.sql)
  const { code, text } = await restore({ dataDir: bron.dataDir })
  expect(code).toBe(1)
  expect(text).toContain('There is a database in')
  expect(await dumpDatabase(bron.sql)).toBe(before)

  const env = { BACKUP_RECIPIENT: ontvanger, DATA_DIR: bron.dataDir }
  const nogEens = await runCommand('backup', [bron.bestand], env)
  expect(nogEens).toMatchObject({ code: 1, text: expect.stringContaining('is there already') })
})

test('[check 100] a backup shows nothing, and the server is given nothing that opens one', async () => {
  const bytes = await readFile(bron.bestand)
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  expect(bytes.includes(bron.blijft.woord)).toBe(false)
  expect((await stat(bron.bestand)).mode & 0o077).toBe(0)
  expect((await stat(sleutel)).mode & 0o077).toBe(0)

  const geheim = /AGE-SECRET-KEY-\S+/.exec(await readFile(sleutel, 'utf8'))?.[0] ?? ''
  for (const recipient of [geheim, '', 'age1onzin']) {
    const env = { BACKUP_RECIPIENT: recipient, DATA_DIR: bron.dataDir }
    const { code, text } = await runCommand('backup', [join(map, 'nooit.age')], env)
    expect(code).toBe(1)
    if (recipient === geheim) expect(text).not.toContain(geheim)
    expect(existsSync(join(map, 'nooit.age'))).toBe(false)
  }
})

test('[check 100] without a pg_dump, or with one that is older than the database, a backup says what is missing', async () => {
  await using database = await createTestDatabase()
  const env = { BACKUP_RECIPIENT: ontvanger, DATABASE_OWNER_URL: database.ownerUrl }
  const zonder = await runCommand('backup', [join(map, 'a.age')], { ...env, PG_BIN: '/nergens' })
  expect(zonder).toMatchObject({ code: 1, text: expect.stringContaining('no pg_dump in /nergens') })
  if (!HAS_DEBIAN || process.env.TEST_DATABASE_URL) return
  const oud = await runCommand('backup', [join(map, 'a.age')], { ...env, PG_BIN: DEBIAN_BIN })
  expect(oud).toMatchObject({ code: 1, text: expect.stringContaining('must not be older') })
})

test.skipIf(!HAS_DEBIAN)(
  '[check 100] a database of PostgreSQL 15 goes out with pg_dump and comes back with pg_restore, where Debian has put them',
  async () => {
    const dataDir = await createFolder()
    await using debian = await startDebianPostgres(dataDir)
    const url = await debian.create('tafel')
    const sql = createSql(url)
    await migrate(sql)
    const blijft = await seedDossier(sql)
    const weg = await seedDossier(sql)
    const daar = await hashDocumenten(sql)
    const bestand = join(map, 'dump.age')
    const env = { BACKUP_RECIPIENT: ontvanger, DATABASE_OWNER_URL: url, PG_BIN: DEBIAN_BIN }
    expect(await runCommand('backup', [bestand], env)).toMatchObject({ code: 0 })
    await sql.end()

    const lijst = join(map, 'debian.jsonl')
    await writeFile(lijst, `${JSON.stringify({ casus: weg.casusId, op: new Date() })}\n`)
    const nieuw = await debian.create('hersteld')
    const naar = {
      DATABASE_OWNER_URL: nieuw,
      PG_BIN: DEBIAN_BIN,
      DESTROYED_LIST: lijst,
      AUDIT_ANCHOR_DIR: map,
    }
    const args = [bestand, '--identity', sleutel]
    expect(await runCommand('restore', args, naar)).toMatchObject({ code: 0 })

    const hersteld = createSql(nieuw)
    for (const key of daar.keys()) if (key.startsWith(weg.overlegId)) daar.delete(key)
    expect(await hashDocumenten(hersteld)).toEqual(daar)
    const dump = await dumpDatabase(hersteld)
    expect(dump).toContain(blijft.woord)
    expect(dump).not.toContain(weg.woord)
    await expect(hersteld`delete from plan`).rejects.toThrow('never changed')
    await hersteld.end()

    const nogEens = await runCommand('restore', args, naar)
    expect(nogEens).toMatchObject({ code: 1, text: expect.stringContaining('not empty') })
  },
)
