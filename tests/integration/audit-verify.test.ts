import { spawnSync } from 'node:child_process'
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recordAudits } from '#db/audit.ts'
import { findSchakel } from '#db/audit-keten.ts'
import type { Sql } from '#db/connection.ts'
import { startAnchoring } from '#server/anchor.ts'
import { appendAnchor, readAnchors } from '#server/anchor-file.ts'
import { checkAudit } from '#server/audit-check.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { anchorFolder, startTestServer } from '../helpers/server.ts'

const silent = { info() {}, warn() {}, error() {} }

async function openScene(rows = 10) {
  const database = await createTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'focustafel-anker-'))
  const { sql } = database
  const write = (count: number) =>
    recordAudits(
      sql,
      Array.from({ length: count }, (_, nr) => ({
        event: 'document-read',
        overlegId: crypto.randomUUID(),
        wat: nr % 2 ? 'document:beeldvorming' : undefined,
        details: { nr, tekst: 'Zoë ⚖ "aan tafel"\n' },
      })),
    )
  await write(rows)
  const scene = {
    ...database,
    folder,
    write,
    /** What a server does every few minutes. */
    anchor: () => startAnchoring({ sql, env: { auditAnchorDir: folder }, log: silent })(),
    check: async () => checkAudit(sql, await readAnchors(folder)),
    verify: () =>
      spawnSync(process.execPath, ['server/audit-verify.ts'], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, DATABASE_URL: database.url, AUDIT_ANCHOR_DIR: folder },
      }),
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
  await scene.anchor()
  return scene
}

/** As somebody would who rules over the database. */
function asDba(sql: Sql, change: string) {
  return sql.unsafe(`
    alter table audit disable trigger user; alter table audit_keten disable trigger user;
    ${change};
    alter table audit enable trigger user; alter table audit_keten enable trigger user`)
}

const REBUILD = `
  update audit set details = '{"nr": 99}' where id = 4;
  delete from audit_keten;
  do $$ declare rij audit; begin
    for rij in select * from audit order by id loop perform schakel_audit_rij(rij); end loop;
  end $$`

test.each([
  ['a change', "update audit set details = '{}' where id = 4", ['Row 4 (link 4) was changed']],
  [
    'another time',
    "update audit set created_at = created_at + interval '1 us' where id = 4",
    ['Row 4 (link 4) was changed'],
  ],
  [
    'another person',
    'update audit set gebruiker_id = gen_random_uuid() where id = 4',
    ['Row 4 (link 4) was changed'],
  ],
  [
    'a row that was taken out',
    'delete from audit where id = 4',
    ['Link 4 has no row: row 4 was removed'],
  ],
  [
    'a link that was taken out',
    'delete from audit_keten where nr = 4',
    ['gap: link 5 comes after link 3', 'Link 5 does not follow', 'Row 4 has no link'],
  ],
  [
    'a gap',
    'delete from audit where id = 4; delete from audit_keten where nr = 4',
    ['gap: link 5 comes after link 3', 'Link 5 does not follow'],
  ],
  [
    'a gap that was closed',
    'delete from audit where id = 4; delete from audit_keten where nr = 4; update audit_keten set nr = -nr + 100 where nr > 4; update audit_keten set nr = 99 - nr where nr > 50',
    ['Link 4 does not follow', 'The end was cut off'],
  ],
  [
    'another order',
    'update audit_keten set nr = 50 where nr = 4; update audit_keten set nr = 4 where nr = 5; update audit_keten set nr = 5 where nr = 50',
    [
      'Link 4 does not follow on the one before it: the order was changed',
      'Link 5 does not follow',
    ],
  ],
  [
    'a row that was put in',
    "insert into audit (event) values ('document-read')",
    ['Row 11 has no link: it was put in'],
  ],
  [
    'a tail that was cut off',
    'delete from audit where id > 6; delete from audit_keten where nr > 6',
    ['The end was cut off: the database ends at link 6, and on', 'there was a link 10'],
  ],
  [
    'everything that was cut off',
    'delete from audit; delete from audit_keten',
    ['The end was cut off: the database ends at link 0'],
  ],
  ['a chain that was made anew', REBUILD, ['Link 10 is not the one that was anchored on']],
])('[check 94] audit:verify finds %s', async (_, change, found) => {
  await using scene = await openScene()
  expect((await scene.check()).faults).toEqual([])
  await asDba(scene.sql, change)

  const { faults } = await scene.check()
  for (const fault of found) expect(faults.join('\n')).toContain(fault)
})

test('[check 94] npm run audit:verify ends with 0 for a whole audit, and with 1 and what is wrong for another', async () => {
  await using scene = await openScene(2500)
  expect(scene.verify()).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('whole: 2500 rows'),
  })
  await asDba(scene.sql, "update audit set event = 'plan-read' where id = 2400")
  expect(scene.verify()).toMatchObject({
    status: 1,
    stdout: 'Row 2400 (link 2400) was changed.\nThe audit is NOT whole.\n',
  })
})

test('[check 94] without an anchor, or with one that cannot be read, the audit is not called whole', async () => {
  await using scene = await openScene()
  await appendFile(join(scene.folder, 'audit-anchor.jsonl'), '{"nr": 5\n')
  expect((await scene.check()).faults).toEqual([expect.stringContaining('Line 2 of')])
  await rm(join(scene.folder, 'audit-anchor.jsonl'))
  expect((await scene.check()).faults).toEqual([expect.stringContaining('There is no anchor')])
})

test('[check 94] after a restore the anchors are ahead with reason: that is a notice, and the chain goes on from there', async () => {
  await using scene = await openScene()
  await asDba(scene.sql, 'delete from audit where id > 6; delete from audit_keten where nr > 6')
  expect((await scene.check()).faults).toHaveLength(1)

  const last = await findSchakel(scene.sql, 6)
  if (!last) throw new Error('Seeded above')
  await appendAnchor(scene.folder, { ...last, at: new Date().toISOString(), restored: true })
  await scene.write(8)
  await scene.anchor()
  const { faults, notices } = await scene.check()
  expect(faults).toEqual([])
  expect(notices).toEqual([expect.stringMatching(/restored on .* ended then at link 6/)])
})

test('[check 94] an anchor is added only when the chain has grown, also by several processes at once', async () => {
  await using scene = await openScene()
  await Promise.all(Array.from({ length: 5 }, scene.anchor))
  await scene.write(3)
  await Promise.all(Array.from({ length: 5 }, scene.anchor))
  const { lines } = await readAnchors(scene.folder)
  expect(lines.map((line) => line?.nr)).toEqual([10, 13])
})

test('[check 94] two servers anchor the end when they stop, and the log has it too', async () => {
  await using database = await createTestDatabase()
  const servers = await Promise.all(
    [1, 2].map(() => startTestServer({ databaseUrl: database.url })),
  )
  await recordAudits(database.sql, [{ event: 'document-read', overlegId: null }])
  await Promise.all(servers.map((server) => server.stop()))

  const anchors = await readAnchors(anchorFolder(database.url))
  expect(anchors.lines.map((line) => line?.nr)).toEqual([1])
  const logs = servers.map((server) => server.log()).join('')
  expect(logs).toContain(`"event":"audit-anchored","nr":1,"hash":"${anchors.lines[0]?.hash}"`)
  expect(await checkAudit(database.sql, anchors)).toMatchObject({ faults: [], last: { nr: 1 } })
  expect(await readFile(anchors.path, 'utf8')).toMatch(/^\{[^\n]*\}\n$/)
})
