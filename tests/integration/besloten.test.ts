import { expect, test, vi } from 'vitest'
import { answerCommand } from '#app/commands/answer.server.ts'
import {
  endBeslotenTijdCommand,
  leaveBeslotenTijdCommand,
} from '#app/commands/end-besloten-tijd.server.ts'
import { exportDossierCommand } from '#app/commands/export-dossier.server.ts'
import { giveBeslotenTijdCommand } from '#app/commands/give-besloten-tijd.server.ts'
import { submitAanvullingCommand } from '#app/commands/submit-aanvulling.server.ts'
import { unseatClientCommand } from '#app/commands/unseat-client.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { loadMeeting } from '#app/routes/overleg/document-data.server.ts'
import { readMeekijkbeeld } from '#app/routes/overleg/meekijken-data.server.ts'
import type { Sql } from '#db/connection.ts'
import { findDeelnemerschap } from '#db/overleggen.ts'
import { BEWAARTERMIJNEN } from '#domain/bewaren.ts'
import { sleutelOf } from '#domain/zin.ts'
import { startBeslotenEinde } from '#server/besloten.ts'
import { addClient, leesTafel } from '../helpers/clienten.ts'
import { createTestCollab, storedText } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { magNog } from '../helpers/mag-nog.ts'
import { listRecord } from '../helpers/record.ts'
import { seedTafel, type Tafel } from '../helpers/seed-tafel.ts'
import { createTestSockets, DEAF, openSocket } from '../helpers/sockets.ts'

const DOSSIER = { termijnen: BEWAARTERMIJNEN, now: new Date() }
const log = { info() {}, warn() {}, error() {} }
const BINNEN_EEN_SECONDE = { timeout: 1000, interval: 10 }

function key({ overlegId }: Tafel) {
  return { overlegId, document: 'besluitvorming' } as const
}

/** As if so much of the ten minutes had gone by. */
function zetTijd(sql: Sql, { overlegId }: Tafel, over: string) {
  return sql`
    update overleg set besloten_tot = clock_timestamp() + ${over}::interval where id = ${overlegId}`
}

test('[K4] [S3] a connection that was open reads on and cannot write, in two processes, and what it wrote is answered', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using hier = await createTestCollab(sql)
  await using daar = await createTestCollab(sql)
  const tafel = await seedTafel(sql, 'met cliënt')
  using een = await hier.open(key(tafel), tafel.ids.blijft)
  using twee = await daar.open(key(tafel), tafel.ids.procesregisseur)
  await vi.waitFor(() => expect([een, twee].every((d) => d.provider.synced)).toBe(true))

  expect((await giveBeslotenTijdCommand(sql, tafel.regie)).ok).toBe(true)
  een.write('Na het begin geschreven')
  twee.write('Ook door wie de tijd gaf')
  for (const open of [een, twee]) {
    await vi.waitFor(
      () => expect(open.refused.at(-1)?.reden).toBe('besloten-tijd'),
      BINNEN_EEN_SECONDE,
    )
    expect(open.closes).toEqual([])
  }
  const stored = await storedText(sql, key(tafel))
  expect(stored).not.toContain('geschreven')
  expect(stored).not.toContain('door wie')
  expect(await magNog(sql, tafel.overlegId, tafel.ids.blijft)).toEqual({
    tafel: true,
    samenvatting: 'lezen',
    besluitvorming: 'lezen',
  })

  const laat = await submitAanvullingCommand(sql, {
    overlegId: tafel.overlegId,
    gebruikerId: tafel.ids.blijft,
    document: 'besluitvorming',
    tekst: 'Na het begin geschreven',
  })
  expect(laat.ok).toBe(true)
})

test('[K4] [D3] an edit that is on its way when besloten tijd begins is written before it, or refused after it', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using collab = await createTestCollab(sql)
  const tafel = await seedTafel(sql, 'met cliënt')
  using open = await collab.open(key(tafel), tafel.ids.blijft)
  await vi.waitFor(() => expect(open.provider.synced).toBe(true))

  const begin = giveBeslotenTijdCommand(sql, tafel.regie)
  for (let nr = 1; nr <= 20; nr++) open.write(`woord-${nr}.`)
  await begin
  await vi.waitFor(() => expect(open.acknowledged.at(-1)).toBe(open.sent()))
  const stored = await storedText(sql, key(tafel))
  const geschreven = stored.split('woord-').length - 1
  const geweigerd = new Set(open.refused.map(({ nr }) => nr)).size
  expect(geschreven + geweigerd).toBe(20)
  expect(new Set(open.refused.map(({ reden }) => reden))).toEqual(
    new Set(geweigerd > 0 ? ['besloten-tijd'] : []),
  )
})

test('[K4] it ends at its moment in every process, without anybody doing anything and without any notice', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using hier = await createTestCollab(sql)
  await using daar = await createTestCollab(sql, DEAF)
  const tafel = await seedTafel(sql, 'met cliënt')
  await giveBeslotenTijdCommand(sql, tafel.regie)
  using een = await hier.open(key(tafel), tafel.ids.blijft)
  // Each writes once: what is written after a refusal builds on what is not there.
  const pogingen = await Promise.all(
    Array.from({ length: 8 }, () => daar.open(key(tafel), tafel.ids.casushouder)),
  )
  await vi.waitFor(() => expect([een, ...pogingen].every((d) => d.provider.synced)).toBe(true))
  een.write('Te vroeg.')
  await vi.waitFor(() => expect(een.refused).toHaveLength(1))

  // Three processes look at the same moment.
  const stops = [1, 2, 3].map(() => startBeslotenEinde({ sql, log }))
  await zetTijd(sql, tafel, '100 ms')
  await vi.waitFor(
    async () =>
      expect(await listRecord(sql, { ...tafel, event: 'besloten-ended' })).toHaveLength(1),
    { timeout: 1100, interval: 10 },
  )
  const [einde] = await listRecord(sql, { ...tafel, event: 'besloten-ended' })
  expect(einde).toMatchObject({ details: { door: 'tijd' }, gebruikerId: null })
  expect(await magNog(sql, tafel.overlegId, tafel.ids.blijft)).toMatchObject({
    besluitvorming: 'schrijven',
  })

  using weer = await hier.open(key(tafel), tafel.ids.blijft)
  await vi.waitFor(() => expect(weer.provider.synced).toBe(true))
  weer.write('Daarna mag het weer.')
  const wachtend = [...pogingen]
  await vi.waitFor(
    async () => {
      wachtend.pop()?.write('Ook hier.')
      expect(await storedText(sql, key(tafel))).toContain('Ook hier.')
    },
    { timeout: 1100, interval: 100 },
  )
  for (const poging of pogingen) poging[Symbol.dispose]()
  expect(await storedText(sql, key(tafel))).toContain('Daarna mag het weer.')
  await Promise.all(stops.map((stop) => stop()))
})

test('[K4] rights are judged by the clock of the database also where nobody looks after it', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  await giveBeslotenTijdCommand(sql, tafel.regie)
  const [rij] = await sql<{ minuten: number }[]>`
    select round(extract(epoch from besloten_tot - now()) / 60)::int as minuten from overleg
    where id = ${tafel.overlegId}`
  expect(rij?.minuten).toBe(10)
  expect(await giveBeslotenTijdCommand(sql, tafel.regie)).toEqual({
    ok: false,
    refusal: { code: 'besloten-tijd-loopt' },
  })
  expect(await vaststellenCommand(sql, tafel.regie)).toEqual({
    ok: false,
    refusal: { code: 'besloten-tijd-loopt' },
  })
  await zetTijd(sql, tafel, '-1 second')
  expect((await findDeelnemerschap(sql, tafel.regie))?.overleg.stand.besloten).toBe(false)
  expect(await magNog(sql, tafel.overlegId, tafel.ids.blijft)).toMatchObject({
    samenvatting: 'schrijven',
  })
  expect((await vaststellenCommand(sql, tafel.regie)).ok).toBe(true)
})

test('[K4] [T5] back in the wachtkamer nobody is alone at a table, and every change of it raises the version of the rights', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'met cliënt')
  const versie = async () =>
    BigInt((await findDeelnemerschap(sql, tafel.regie))?.overleg.rechtenVersie ?? 0)
  const versies = [await versie()]
  await giveBeslotenTijdCommand(sql, tafel.regie)
  versies.push(await versie())
  await endBeslotenTijdCommand(sql, { ...tafel.regie, beslotenreden: 'dringend' })
  versies.push(await versie())
  await giveBeslotenTijdCommand(sql, tafel.regie)
  await unseatClientCommand(sql, tafel.regie)
  expect((await findDeelnemerschap(sql, tafel.regie))?.overleg.stand.besloten).toBe(false)
  for (const [nr, later] of versies.slice(1).entries())
    expect(later).toBeGreaterThan(versies[nr] ?? 0n)
  const [einde] = await listRecord(sql, { ...tafel, event: 'besloten-ended' })
  expect(einde?.details).toEqual({ door: 'procesregisseur', reden: 'dringend' })
})

test('[K4] what the cliënt answers while he is alone is on no screen of a professional before it is over', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'besloten tijd')
  const { browser } = await addClient(sql, tafel, 'client')
  const sleutel = sleutelOf('We spraken over uw woning.')
  const vraag = { soort: 'zin', sleutel, antwoord: 'klopt-niet' } as const
  expect((await answerCommand(sql, { browser, vraag })).ok).toBe(true)

  const gezien = async () => {
    const deelnemerschap = await findDeelnemerschap(sql, tafel.regie)
    if (!deelnemerschap) throw new Error('The procesregisseur is one')
    const pagina = { sql, deelnemerschap, document: 'samenvatting', now: new Date() } as const
    return JSON.stringify([
      await loadMeeting(pagina),
      await readMeekijkbeeld(sql, deelnemerschap.overleg),
      await exportDossierCommand(sql, { ...tafel.regie, ...DOSSIER }),
    ])
  }
  expect(await gezien()).not.toContain('klopt-niet')
  await zetTijd(sql, tafel, '-1 second')
  expect((await gezien()).split('klopt-niet').length).toBeGreaterThan(2)
})

test('[K4] the client side is alone on its screen, and the cliënt and his vertegenwoordiger end it, the steunpersoon does not', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using sockets = await createTestSockets(sql)
  const tafel = await seedTafel(sql, 'met cliënt')
  await sql`update overleg set link_tafel = 'https://video.voorbeeld.nl/tafel' where id = ${tafel.overlegId}`
  const wie = {
    client: await addClient(sql, tafel, 'client'),
    steunpersoon: await addClient(sql, tafel, 'steunpersoon'),
    vertegenwoordiger: await addClient(sql, tafel, 'vertegenwoordiger'),
  }
  using client = openSocket(sockets.url, { cookie: wie.client.cookie, namespace: '/client' })
  using steun = openSocket(sockets.url, { cookie: wie.steunpersoon.cookie, namespace: '/client' })
  await vi.waitFor(() => expect(leesTafel(client)?.link).toContain('https://'))

  await giveBeslotenTijdCommand(sql, tafel.regie)
  await vi.waitFor(
    () =>
      expect(leesTafel(client)).toMatchObject({
        besloten: { magEinden: true },
        aanTafel: [],
        link: null,
      }),
    BINNEN_EEN_SECONDE,
  )
  await vi.waitFor(() => expect(leesTafel(steun)?.besloten).toMatchObject({ magEinden: false }))
  expect(leesTafel(client)?.besloten?.tot).toMatch(/^\d\d\.\d\d$/)
  expect(JSON.stringify(leesTafel(client))).toContain('We spraken over uw woning.')

  expect(await leaveBeslotenTijdCommand(sql, wie.steunpersoon)).toEqual({
    ok: false,
    refusal: { code: 'niet-gevonden' },
  })
  expect(leesTafel(client)?.besloten).not.toBeNull()

  for (const soort of ['client', 'vertegenwoordiger'] as const) {
    expect((await leaveBeslotenTijdCommand(sql, wie[soort])).ok).toBe(true)
    await vi.waitFor(() => expect(leesTafel(client)?.besloten).toBeNull(), BINNEN_EEN_SECONDE)
    expect((await leaveBeslotenTijdCommand(sql, wie[soort])).ok).toBe(true)
    await giveBeslotenTijdCommand(sql, tafel.regie)
    await vi.waitFor(() => expect(leesTafel(client)?.besloten).not.toBeNull())
  }
  expect(await listRecord(sql, { ...tafel, event: 'besloten-ended' })).toHaveLength(2)
})
