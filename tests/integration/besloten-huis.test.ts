import { expect, test, vi } from 'vitest'
import { createSql } from '#db/connection.ts'
import { DOCUMENTEN } from '#domain/document.ts'
import { addClient } from '../helpers/clienten.ts'
import { openDocument, storedText } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { dataAdres } from '../helpers/http-tabel.ts'
import { listRecord } from '../helpers/record.ts'
import { seedTafel, type Tafel } from '../helpers/seed-tafel.ts'
import { startTestServer, type TestServer } from '../helpers/server.ts'
import { createCookie, post } from '../helpers/sign-in.ts'
import { openSocket } from '../helpers/sockets.ts'

const TEKST = 'De buren helpen graag.'
const PAGINAS = ['deelnemers', 'meekijken', 'dossier', 'plan', 'verklaring']

type Sleutels = { server: TestServer; tafel: Tafel; cookie: string }

/** All that a professional can ask of this overleg, with the tools of a developer. */
async function alles({ server: { origin }, tafel: { overlegId }, cookie }: Sleutels) {
  const overleg = `/overleggen/${overlegId}`
  const paden = [...PAGINAS, ...DOCUMENTEN.map((document) => `document/${document}`)]
  const adressen = ['/overleggen', '/acties', ...paden.map((pad) => `${overleg}/${pad}`)]
  const antwoorden = await Promise.all(
    adressen
      .flatMap((adres) => [adres, dataAdres(adres)])
      .map(async (adres) => (await fetch(origin + adres, { headers: { cookie } })).text()),
  )
  const key = { overlegId, document: 'besluitvorming' } as const
  using document = openDocument({ url: `${origin.replace('http', 'ws')}/collab`, key, cookie })
  using tafel = openSocket(origin, { cookie, overlegId })
  await tafel.answer
  await vi.waitFor(() => expect(document.provider.synced || document.closes.length > 0).toBe(true))
  return [...antwoorden, document.text(), JSON.stringify(tafel.events)].join('\n')
}

test('[K5] [K4] whole servers: nobody gets the text before the yes, a kill -9 leaves the yes whole or undone, and time goes on while none runs', async () => {
  await using database = await createTestDatabase()
  const { sql, url: databaseUrl } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  const { overlegId, ids } = tafel
  const client = await addClient(sql, tafel, 'client')
  const steun = await addClient(sql, tafel, 'steunpersoon')
  const blijft = await createCookie(sql, ids.blijft)
  const regie = await createCookie(sql, ids.procesregisseur)
  const key = { overlegId, document: 'besluitvorming' } as const
  const server = await startTestServer({ databaseUrl })
  const doe = (cookie: string, velden: Record<string, string>, { origin } = server) =>
    post(`${origin}/overleggen/${overlegId}/handeling`, velden, cookie)
  const zeg = (cookie: string, velden: Record<string, string>, { origin } = server) =>
    post(`${origin}/mijn-plan`, velden, cookie)

  const gevraagd = await doe(blijft, { intent: 'inbreng-vragen', inbrengId: tafel.inbrengId })
  expect(gevraagd.status).toBe(200)
  const pagina = await (
    await fetch(`${server.origin}/mijn-plan`, { headers: { cookie: client.cookie } })
  ).text()
  expect(pagina).toContain('Over de buren')
  expect(pagina).not.toContain(TEKST)
  const vraag = /name="vraag" value="([0-9a-f]{16})"/.exec(pagina)?.[1] ?? ''
  expect(await alles({ server, tafel, cookie: blijft })).toContain(TEKST)
  for (const wie of ['procesregisseur', 'casushouder', 'vertrekt'] as const) {
    const gezien = await alles({ server, tafel, cookie: await createCookie(sql, ids[wie]) })
    for (const woord of [TEKST, 'Over de buren']) expect(gezien, wie).not.toContain(woord)
  }
  const vals = { intent: 'inbreng', vraag, antwoord: 'ja' }
  for (const cookie of [steun.cookie, blijft, regie, '']) {
    expect((await zeg(cookie, vals)).status).toBeGreaterThanOrEqual(400)
  }
  expect(await storedText(sql, key)).not.toContain(TEKST)

  // The yes is on its way, and waits for the table in which the text will stand.
  const dicht = createSql(databaseUrl, { max: 1 })
  const slot = await dicht.reserve()
  await sql`grant all on document_update to public`
  await slot`begin`
  await slot`lock table document_update in exclusive mode`
  const onderweg = zeg(client.cookie, vals).catch(() => null)
  await vi.waitFor(async () =>
    expect((await sql`select from pg_locks where not granted`).count).toBeGreaterThan(0),
  )
  await server.kill()
  await slot`rollback`
  slot.release()
  await dicht.end()
  await onderweg
  await vi.waitFor(async () =>
    expect(
      (await sql`select from pg_locks where locktype = 'relation' and not granted`).count,
    ).toBe(0),
  )
  expect(await storedText(sql, key)).not.toContain(TEKST)
  expect(await sql`select tekst from inbreng`).toEqual([{ tekst: TEKST }])

  // Nobody is there to end it.
  await sql`update overleg set besloten_tot = now() - interval '1 second' where id = ${overlegId}`
  await using weer = await startTestServer({ databaseUrl })
  await vi.waitFor(async () =>
    expect(await listRecord(sql, { overlegId, event: 'besloten-ended' })).toHaveLength(1),
  )
  expect((await zeg(client.cookie, vals, weer)).status).toBe(302)
  expect((await zeg(client.cookie, vals, weer)).status).toBe(404)
  expect((await storedText(sql, key)).split(TEKST)).toHaveLength(2)
  expect(server.log() + weer.log()).not.toContain('buren')
})
