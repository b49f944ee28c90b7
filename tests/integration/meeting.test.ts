import { expect, test } from 'vitest'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { startTestServer } from '../helpers/server.ts'
import { createCookie } from '../helpers/sign-in.ts'

const MET_CLIENT = { status: 'lopend', fase: 'besluitvorming', tafel: 'met-client' } as const
const BEELDVORMING = { status: 'lopend', fase: 'beeldvorming', tafel: 'vooroverleg' } as const
const LINK = 'https://video.voorbeeld.nl/met-client'

type Posted = { status: number; body: unknown; location: string | null }

function poster(origin: string, overlegId: string) {
  return async (cookie: string, fields: Record<string, string>, accept = 'application/json') => {
    const response = await fetch(`${origin}/overleggen/${overlegId}/handeling`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin, accept },
      body: new URLSearchParams(fields),
    })
    const body: unknown = await response.json().catch(() => null)
    const location = response.headers.get('location')
    return { status: response.status, body, location } satisfies Posted
  }
}

test('[T2] who left is told nothing about who is still at the table, nor where they talk', async () => {
  await using database = await createTestDatabase()
  const { sql, url } = database
  const { overlegId, ids } = await seedOverleg(sql, MET_CLIENT, [
    'casushouder',
    'blijft',
    'vertrekt',
  ])
  await sql`update overleg set link_tafel = ${LINK} where id = ${overlegId}`
  await using server = await startTestServer({ databaseUrl: url })
  const cookies = {
    vertrekt: await createCookie(sql, ids.vertrekt),
    blijft: await createCookie(sql, ids.blijft),
  }
  const open = async (cookie: string, document: string) => {
    const path = `/overleggen/${overlegId}/document/${document}`
    const response = await fetch(`${server.origin}${path}`, { headers: { cookie } })
    return { status: response.status, html: await response.text() }
  }

  const blijft = await open(cookies.blijft, 'besluitvorming')
  expect(blijft.status).toBe(200)
  for (const word of ['Mehmet Aydin', 'Ruud Terpstra', LINK]) expect(blijft.html).toContain(word)

  for (const [document, status] of [
    ['besluitvorming', 404],
    ['samenvatting', 404],
    ['oordeelsvorming', 200],
  ] as const) {
    const answer = await open(cookies.vertrekt, document)
    expect([document, answer.status]).toEqual([document, status])
    for (const word of ['Mehmet', 'Aydin', 'Terpstra', 'Wijkteam Noord', LINK]) {
      expect(answer.html).not.toContain(word)
    }
  }
})

test('what is posted wrong, too early or by another is refused with its own status', async () => {
  await using database = await createTestDatabase()
  const { sql, url } = database
  const { overlegId, ids, deelnemerIds } = await seedOverleg(sql, BEELDVORMING, [
    'procesregisseur',
    'blijft',
    'partner',
  ])
  const ander = await seedOverleg(sql, BEELDVORMING, ['partner'])
  await using server = await startTestServer({ databaseUrl: url })
  const post = poster(server.origin, overlegId)
  const regie = await createCookie(sql, ids.procesregisseur)
  const partner = await createCookie(sql, ids.blijft)
  const vreemde = await createCookie(sql, ander.ids.partner)

  const status = async (cookie: string, fields: Record<string, string>) =>
    (await post(cookie, fields)).status
  expect(await status(regie, { intent: 'bestaat-niet' })).toBe(400)
  expect(await status(regie, { intent: 'tijd', minuten: '-1' })).toBe(400)
  expect(await status(regie, { intent: 'hand', hand: 'op', deelnemerId: 'x' })).toBe(400)
  expect(await status(partner, { intent: 'afronden', from: 'beeldvorming' })).toBe(403)
  expect(await status(vreemde, { intent: 'hand', hand: 'op' })).toBe(404)
  expect(await status(regie, { intent: 'afronden', from: 'vraagstelling' })).toBe(409)
  expect(await status(regie, { intent: 'terug' })).toBe(409)
  expect(await status(regie, { intent: 'heropenen', from: 'beeldvorming', reden: ' ' })).toBe(422)

  const keuze = { intent: 'keuze', deelnemerId: deelnemerIds.partner, keuze: 'blijft' }
  expect(await post(partner, keuze)).toMatchObject({ status: 200, body: { refusal: null } })
  const [row] = await sql`select keuze from deelnemer where id = ${deelnemerIds.partner}`
  expect(row?.keuze).toBe('blijft')
})

test('a browser without JavaScript comes back to where it was, and nowhere else', async () => {
  await using database = await createTestDatabase()
  const { sql, url } = database
  const { overlegId, ids } = await seedOverleg(sql, BEELDVORMING, ['blijft'])
  await using server = await startTestServer({ databaseUrl: url })
  const post = poster(server.origin, overlegId)
  const cookie = await createCookie(sql, ids.blijft)
  const hier = `/overleggen/${overlegId}/document/beeldvorming`

  const op = await post(cookie, { intent: 'hand', hand: 'op', terug: hier }, 'text/html')
  expect(op).toMatchObject({ status: 302, location: hier })
  const niet = await post(cookie, { intent: 'dicht', terug: hier }, 'text/html')
  expect(niet.location).toBe(`${hier}?geweigerd=niet-bevoegd`)
  for (const terug of ['https://elders.nl', '//elders.nl', '/uitloggen', `${hier}/../../../x`]) {
    const answer = await post(cookie, { intent: 'hand', hand: 'neer', terug }, 'text/html')
    expect(answer.location).toBe(`/overleggen/${overlegId}`)
  }
})
