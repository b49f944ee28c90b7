import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { COLLAB_PATH } from '#app/realtime/protocol.ts'
import { GELEZEN } from '#app/verslag.server.ts'
import routes from '../../app/routes.ts'
import { createClientCookie } from '../helpers/client-side.ts'
import { openSocket as openDocumentSocket } from '../helpers/collab.ts'
import { dataAdres } from '../helpers/http-tabel.ts'
import { type Huis, openHuis } from '../helpers/huis.ts'
import { breakRecord, listRecord } from '../helpers/record.ts'
import type { Tafel } from '../helpers/seed-tafel.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { openSocket } from '../helpers/sockets.ts'

const MOMENTEN = ['vooroverleg', 'met cliënt', 'vastgesteld'] as const

let huis: Huis
beforeAll(async () => {
  huis = await openHuis(MOMENTEN)
})
afterAll(() => huis[Symbol.asyncDispose]())

// Address, moment, who reads, event, what.
const BRIEF = '/brieven/:briefId'
const TABEL = [
  ['', 'vooroverleg', 'blijft', null, null],
  ['/deelnemers', 'vooroverleg', 'blijft', 'deelnemers-read', 'deelnemers'],
  ['/agenda', 'vooroverleg', 'blijft', 'agenda-read', 'agenda'],
  ['/verklaring', 'vooroverleg', 'zonder-convenant', 'verklaring-read', 'verklaring'],
  ['/document/beeldvorming', 'vooroverleg', 'blijft', 'document-read', 'document:beeldvorming'],
  ['/document/samenvatting', 'vooroverleg', 'vertrekt', 'document-read', 'document:samenvatting'],
  ['/plan', 'vastgesteld', 'casushouder', 'plan-read', 'plan'],
  ['/plan', 'vastgesteld', 'vertrekt', 'plan-read', 'plan'],
  [BRIEF, 'vooroverleg', 'procesregisseur', 'brief-read', 'brief'],
  [`${BRIEF}/pdf`, 'vooroverleg', 'procesregisseur', 'brief-pdf-read', 'brief'],
  ['/plan/papier', 'vastgesteld', 'blijft', 'plan-read', 'plan'],
  ['/meekijken', 'met cliënt', 'procesregisseur', 'meekijken-read', 'meekijken'],
] as const

test('every address below an overleg says in the table what it shows', () => {
  const overleg = routes
    .flatMap((route) => route.children ?? [])
    .find(({ path }) => path === 'overleggen/:overlegId')
  const paths = (overleg?.children ?? []).map(({ path }) =>
    ['overleggen/:overlegId', path].filter(Boolean).join('/'),
  )
  expect(paths.toSorted()).toEqual(Object.keys(GELEZEN).toSorted())
  const read = Object.entries(GELEZEN).flatMap(([path, reading]) => (reading ? [path] : []))
  const tested = TABEL.map(
    ([path]) => `overleggen/:overlegId${path.replace(/document\/.*/, 'document/:document')}`,
  )
  expect(read.filter((path) => !tested.includes(path))).toEqual([])
})

test.each(TABEL)(
  '[check 92] %s at %s by %s is exactly one row: %s',
  async (path, moment, wie, event, wat) => {
    const { tafel, cookies } = huis.plek(moment)
    const { overlegId } = tafel
    const address = `/overleggen/${overlegId}${path.replace(':briefId', overlegId)}`
    const before = await readingsOf(overlegId, tafel.ids[wie])
    const html = await get(address, cookies[wie])
    expect(html.status).toBeLessThan(400)
    // As the page then asks for its data alone, again and again: that is the same reading.
    for (let n = 0; n < 3; n++) await get(dataAdres(address), cookies[wie])

    const after = await readingsOf(overlegId, tafel.ids[wie])
    expect(after.slice(before.length)).toEqual(
      event ? [{ event, wat, uitkomst: 'gelukt', namens: true }] : [],
    )
  },
)

test('[check 92] a page of several overleggen is one row that names them', async () => {
  const { tafel, cookies } = huis.plek('vastgesteld')
  for (const wat of ['overleggen', 'acties']) {
    await get(`/${wat}`, cookies.blijft)
    await get(dataAdres(`/${wat}`), cookies.blijft)
    expect(
      await listRecord(huis.sql, { overlegId: tafel.overlegId, event: `${wat}-read` }),
    ).toMatchObject([{ gebruikerId: tafel.ids.blijft, wat }])
  }
})

test('[check 92] what the cliënt reads is in the record under himself', async () => {
  for (const [moment, wie, event] of [
    ['met cliënt', 'tafel', 'tafel-read'],
    ['met cliënt', 'wachtkamer', 'wachtkamer-read'],
    ['vastgesteld', 'plan', 'plan-read'],
  ] as const) {
    const { tafel, cookies } = huis.plek(moment)
    await get('/mijn-plan', cookies[wie])
    await get('/mijn-plan', cookies[wie])
    const rows = await listRecord(huis.sql, { overlegId: tafel.overlegId, event })
    expect(rows.filter(({ clientPersoonId }) => clientPersoonId)).toMatchObject([
      { clientPersoonId: tafel.clientPersoonId, gebruikerId: null, uitkomst: 'gelukt' },
    ])
  }
})

test('[check 92] who may not see an overleg, or a document of it, is in its record; what does not exist is in none', async () => {
  const { tafel, cookies } = huis.plek('met cliënt')
  const { overlegId, ids } = tafel
  const begin = `/overleggen/${overlegId}`
  expect((await get(`${begin}/plan`, cookies.elders)).status).toBe(404)
  expect((await get(`${begin}/document/besluitvorming`, cookies.vertrekt)).status).toBe(404)
  expect((await get(`${begin}/document/besluitvorming`, cookies.vertrekt)).status).toBe(404)
  expect((await get(`/overleggen/${crypto.randomUUID()}/plan`, cookies.elders)).status).toBe(404)
  await get(`${begin}/plan`, '')

  await vi.waitFor(async () => {
    const rows = await listRecord(huis.sql, { overlegId, event: 'reading-refused' })
    expect(rows.map(({ gebruikerId, wat, uitkomst }) => [gebruikerId, wat, uitkomst])).toEqual([
      [huis.elders.tafel.ids.procesregisseur, 'plan', 'geweigerd'],
      [ids.vertrekt, 'document:besluitvorming', 'geweigerd'],
    ])
  })
  const unknown = await huis.sql`
    select from audit where event = 'reading-refused' and overleg_id not in (select id from overleg)`
  expect(unknown.count).toBe(0)
})

test('[check 31] [check 92] a command that is refused is a row, with why', async () => {
  const { tafel, cookies } = huis.plek('vooroverleg')
  const { overlegId, ids } = tafel
  const address = `${huis.origin}/overleggen/${overlegId}/handeling`
  for (let n = 0; n < 3; n++) {
    const body = new URLSearchParams({ intent: 'vaststellen' })
    const headers = { cookie: cookies.blijft, origin: huis.origin, accept: 'application/json' }
    await fetch(address, { method: 'POST', headers, body, redirect: 'manual' })
  }
  await vi.waitFor(async () =>
    expect(await listRecord(huis.sql, { overlegId, event: 'command-refused' })).toMatchObject([
      { gebruikerId: ids.blijft, uitkomst: 'geweigerd', details: { code: 'niet-bevoegd' } },
    ]),
  )
})

test('[check 93] with a broken record no page says anything, also not to who asks for its data alone', async () => {
  const { tafel } = huis.plek('vastgesteld')
  // Browsers of which nothing is remembered.
  const { cookies } = await seedBrowsers(tafel)
  const client = (await seedBrowsers(huis.plek('met cliënt').tafel)).cookies
  const broken = await breakRecord(huis.sql)
  const pages = [
    [`/overleggen/${tafel.overlegId}/plan`, cookies.procesregisseur],
    [`/overleggen/${tafel.overlegId}/document/beeldvorming`, cookies.procesregisseur],
    [`/overleggen/${tafel.overlegId}/deelnemers`, cookies.procesregisseur],
    ['/overleggen', cookies.procesregisseur],
    ['/acties', cookies.casushouder],
    ['/mijn-plan', cookies.plan],
    ['/mijn-plan', client.tafel],
  ] as const
  for (const [path, cookie] of pages) {
    for (const address of [path, dataAdres(path)]) {
      const answer = await get(address, cookie)
      const text = await answer.text()
      expect([address, answer.status]).toEqual([address, 503])
      expect(text).not.toContain(tafel.casusNummer)
      expect(text).not.toMatch(/urgentieverklaring|uw woning|Zwaluwe/)
    }
  }
  await broken.restore()
  expect((await get(pages[0][0], pages[0][1])).status).toBe(200)
})

test('[S1] [check 92] a browser of the client side at the table is one row before it gets anything', async () => {
  const { tafel } = huis.plek('met cliënt')
  const { overlegId } = tafel
  const { cookies } = await seedBrowsers(tafel)
  const seen = async () =>
    (await listRecord(huis.sql, { overlegId, event: 'tafel-read' })).filter(
      ({ details }) => details.langs === 'socket',
    )
  const broken = await breakRecord(huis.sql)
  using socket = openSocket(huis.origin, { cookie: cookies.tafel, namespace: '/client' })
  await vi.waitFor(async () => expect(await broken.tries()).toBeGreaterThan(1))
  expect(socket.beelden()).toEqual([])

  await broken.restore()
  await vi.waitFor(() => expect(socket.beelden()).toHaveLength(1))
  expect(await seen()).toMatchObject([{ clientPersoonId: tafel.clientPersoonId, wat: 'tafel' }])
})

test('[check 31] [check 92] who may not come to the table by a socket, or speaks there, is in the record', async () => {
  const { tafel, cookies } = huis.plek('met cliënt')
  const { overlegId, ids } = tafel
  using refused = openSocket(huis.origin, { cookie: cookies.vertrekt, overlegId })
  using speaks = openSocket(huis.origin, { cookie: cookies.blijft, overlegId })
  expect(await refused.answer).toBe('niet-gevonden')
  expect(await speaks.answer).toBe('open')
  speaks.socket.emit('cliënt aan tafel', { overlegId })

  for (const [event, gebruikerId] of [
    ['reading-refused', ids.vertrekt],
    ['command-refused', ids.blijft],
  ] as const) {
    await vi.waitFor(async () => {
      const rows = await listRecord(huis.sql, { overlegId, event })
      expect(rows.filter(({ wat }) => wat === 'tafel')).toMatchObject([{ gebruikerId }])
    })
  }
})

test('[check 1] a browser of the client side that asks for a document is in the record under himself', async () => {
  const { tafel, cookies } = huis.plek('met cliënt')
  const { overlegId, clientPersoonId } = tafel
  const url = `${huis.origin.replace('http', 'ws')}${COLLAB_PATH}`
  const key = { overlegId, document: 'beeldvorming' } as const
  using open = openDocumentSocket({ url, key, cookie: cookies.tafel })
  await vi.waitFor(() => expect(open.status()).toBe(401))
  await vi.waitFor(async () => {
    const rows = await listRecord(huis.sql, { overlegId, event: 'reading-refused' })
    expect(rows.filter((row) => row.clientPersoonId)).toMatchObject([
      { clientPersoonId, wat: 'document:beeldvorming' },
    ])
  })
})

async function seedBrowsers({ ids, clientPersoonId }: Tafel) {
  return {
    cookies: {
      procesregisseur: await createCookie(huis.sql, ids.procesregisseur),
      casushouder: await createCookie(huis.sql, ids.casushouder),
      tafel: await createClientCookie(huis.sql, { clientPersoonId, toegelaten: true }),
      plan: await createClientCookie(huis.sql, { clientPersoonId, metPin: true }),
    },
  }
}

function get(path: string, cookie: string) {
  return fetch(`${huis.origin}${path}`, { headers: { cookie }, redirect: 'manual' })
}

function readingsOf(overlegId: string, gebruikerId: string) {
  return huis.sql`
    select event, wat, uitkomst, organisatie_id is not null as namens from audit
    where overleg_id = ${overlegId} and gebruiker_id = ${gebruikerId} and event like '%-read'
    order by id`
}
