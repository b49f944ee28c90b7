import { randomBytes } from 'node:crypto'
import { devices } from '@playwright/test'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { findClientByCookie } from '#app/auth/client-side.server.ts'
import { askInbrengCommand } from '#app/commands/ask-inbreng.server.ts'
import { choosePinCommand } from '#app/commands/choose-pin.server.ts'
import { createUitnodigingCommand } from '#app/commands/create-uitnodiging.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { unseatClientCommand } from '#app/commands/unseat-client.server.ts'
import { updateActieCommand } from '#app/commands/update-actie.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { documentName } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import { DOCUMENTEN, type Document, TEKST } from '#domain/document.ts'
import { openDocument } from '../helpers/collab.ts'
import { kluis } from '../helpers/second-factor.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { actieIdsOf, conceptactie, schrijfActies } from '../helpers/seed-tafel.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { expect, type House, test } from './fixtures.ts'
import { leesAllen, schrijfGeheimen } from './geheimen.ts'
import { record } from './recorder.ts'
import { createWire } from './wire.ts'

const BEGIN = { status: 'lopend', fase: 'vraagstelling', tafel: 'vooroverleg' } as const
const PLAATSEN = ['procesregisseur', 'casushouder', 'blijft', 'vertrekt'] as const

/** An overleg with marker words in it, and a hand on every document. */
async function createScene({ server, database: { sql } }: House) {
  const seeded = await seedOverleg(sql, BEGIN, PLAATSEN, { vraag: marker('vraag') })
  const { overlegId, ids, deelnemerIds, clientPersoonId } = seeded
  if (!clientPersoonId) throw new Error('Seeded with a cliënt')
  const regie = { overlegId, gebruikerId: ids.procesregisseur }
  await sql`update deelnemer set casushouder_aanvaard_op = now() where id = ${deelnemerIds.casushouder}`
  await sql`
    update deelnemer set taak = ${marker('taak-van-wie-vertrekt')} where id = ${deelnemerIds.vertrekt}`
  const letter = await createUitnodigingCommand(sql, kluis, { ...regie, clientPersoonId })
  if (!letter.ok) throw new Error(letter.refusal.code)

  const url = `${server.origin.replace(/^http/, 'ws')}/collab`
  const cookie = await createCookie(sql, ids.procesregisseur)
  return {
    ...seeded,
    ...letter.value,
    clientPersoonId,
    sql,
    regie,
    origin: server.origin,
    at: async (fase: string) => {
      await sql`update overleg set fase = ${fase} where id = ${overlegId}`
    },
    open: (document: Document) => openDocument({ url, cookie, key: { overlegId, document } }),
    wachtenden: async () =>
      (
        await sql<
          { id: string }[]
        >`select id from client_sessie where client_persoon_id = ${clientPersoonId} order by created_at`
      ).map(({ id }) => id),
  }
}

test('[S2] [T3] [T4] [T6] [D4] [K5] [K9] [K10] nothing reaches the cliënt that is not his, from the letter to the day after', async ({
  house,
  openPage,
}) => {
  const scene = await createScene(house)
  const { sql, regie, overlegId } = scene
  const secret = ['vraagstelling', 'beeldvorming', 'oordeelsvorming'].map(marker)
  const gone = ['samenvatting-weg', 'besluit-weg', 'tussendoor-weg'].map(marker)
  const left = [
    'Fleur Hoekstra',
    marker('taak-van-wie-vertrekt'),
    scene.ids.vertrekt,
    scene.deelnemerIds.vertrekt,
  ]
  const never = [
    marker('vraag'),
    ...secret,
    ...gone,
    ...left,
    'niet-betrokken',
    scene.emails.vertrekt,
  ]
  const others = ['Ruud Terpstra', 'Mehmet Aydin', 'Wijkteam Noord', 'Reclassering']
  const people = Object.values({ ...scene.ids, ...scene.deelnemerIds })

  await using wire = await createWire(house.server.origin)
  const page = await openPage({ ...devices['Galaxy S9+'], proxy: wire.proxy })
  const recording = record(page.context())
  await page.goto(`/uitnodiging/${scene.token}`)
  await page.getByLabel(/code/i).first().fill(scene.code)
  await page
    .locator('form')
    .filter({ has: page.locator('[name=code]') })
    .getByRole('button')
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/wachtkamer/i)

  for (const fase of ['vraagstelling', 'beeldvorming', 'oordeelsvorming'] as const) {
    await scene.at(fase)
    using document = scene.open(fase)
    await expect.poll(() => document.provider.synced).toBe(true)
    document.write(marker(fase))
    await saved(document)
    await refusedByHand(house, page, overlegId)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/wachtkamer/i)
  }

  await scene.at('besluitvorming')
  never.push(...(await schrijfGeheimen({ ...scene, marker })))
  using samenvatting = scene.open('samenvatting')
  using besluit = scene.open('besluitvorming')
  await expect.poll(() => samenvatting.provider.synced && besluit.provider.synced).toBe(true)
  samenvatting.write('U wilt weer een eigen plek.', 'Wat hebben we besproken?')
  await writeAndDelete(samenvatting, marker('samenvatting-weg'))
  await writeAndDelete(besluit, marker('besluit-weg'))
  await schrijfActies(sql, {
    ...regie,
    acties: [
      conceptactie({ wat: 'Schulden op een rij zetten', deelnemerId: scene.deelnemerIds.vertrekt }),
      conceptactie({ wat: 'Urgentie aanvragen', deelnemerId: scene.deelnemerIds.blijft }),
    ],
  })
  expect(await recording.find([...never, ...others, ...people])).toEqual([])

  const [eerste = ''] = await scene.wachtenden()
  expect((await seatClientCommand(sql, { ...regie, sessieIds: [eerste] })).ok).toBe(true)
  await expect(page.getByText('U wilt weer een eigen plek.')).toBeVisible()
  besluit.write('Samen naar het loket op maandag.')
  await expect(page.getByText('Samen naar het loket op maandag.')).toBeVisible()
  await expect(page.getByText('Politie')).toBeVisible()
  await refusedByHand(house, page, overlegId)

  await saysNoToInbreng(scene, page)

  const second = await openPage({ ...devices['iPhone SE'] })
  const secondRecording = record(second.context())
  await second.goto(`/uitnodiging/${scene.token}`)
  await second.getByLabel(/code/i).first().fill(scene.code)
  await second
    .locator('form')
    .filter({ has: second.locator('[name=code]') })
    .getByRole('button')
    .click()
  await expect(second.getByRole('heading', { level: 1 })).toContainText(/wachtkamer/i)
  besluit.write('Na het tweede toestel geschreven.')
  await expect(page.getByText('Na het tweede toestel geschreven.')).toBeVisible()
  expect(
    await secondRecording.find([...never, ...others, 'eigen plek', 'loket', 'tweede toestel']),
  ).toEqual([])

  wire.cut()
  besluit.write('Geschreven tijdens de storing.')
  wire.mend()
  await expect(page.getByText('Geschreven tijdens de storing.')).toBeVisible({ timeout: 20_000 })

  expect((await unseatClientCommand(sql, regie)).ok).toBe(true)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/wachtkamer/i)
  await writeAndDelete(besluit, marker('tussendoor-weg'))
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/wachtkamer/i)
  await expect(page.getByText('Samen naar het loket op maandag.')).toHaveCount(0)
  expect((await seatClientCommand(sql, { ...regie, sessieIds: [eerste] })).ok).toBe(true)
  await expect(page.getByText('Samen naar het loket op maandag.')).toBeVisible()

  const browser = await findClientByCookie(sql, await cookiesOf(page), { secure: false })
  if (!browser) throw new Error('Still signed in')
  expect((await choosePinCommand(sql, { browser, pin: '48261' })).ok).toBe(true)
  expect((await vaststellenCommand(sql, regie)).ok).toBe(true)
  await expect(page.getByText('Urgentie aanvragen').first()).toBeVisible()
  await afterwards(scene, page)

  await sql`delete from client_sessie where client_persoon_id = ${scene.clientPersoonId}`
  await page.goto('/mijn-plan')
  await page.goto(`/uitnodiging/${scene.token}`)
  await page.locator('[name=code]').fill(scene.code)
  await page.locator('[name=pin]').fill('48261')
  await page
    .locator('form')
    .filter({ has: page.locator('[name=code]') })
    .getByRole('button')
    .click()
  await expect(page.getByText('Urgentie aanvragen').first()).toBeVisible()
  await refusedByHand(house, page, overlegId)

  expect(await recording.find(never)).toEqual([])
  expect(await recording.find(people)).toEqual([])
  expect(
    await recording.find(['Mehmet Aydin', 'U wilt weer een eigen plek.', 'Politie']),
  ).toHaveLength(3)
  expect(recording.sockets().filter((path) => !path.startsWith('/socket.io/'))).toEqual([])
})

type Scene = Awaited<ReturnType<typeof createScene>>

/** Asked about text that is ready, he learns who asks and about what; without a yes he gets no word of it. K5 */
async function saysNoToInbreng(
  { sql, overlegId, ids, deelnemerIds }: Scene,
  page: import('@playwright/test').Page,
) {
  const [inbreng] = await sql<{ id: string }[]>`
    select id from inbreng where deelnemer_id = ${deelnemerIds.blijft}`
  const vraag = { overlegId, gebruikerId: ids.blijft, inbrengId: inbreng?.id ?? '' }
  expect((await askInbrengCommand(sql, vraag)).ok).toBe(true)
  await expect(page.getByText('Over het geld')).toBeVisible()
  await page.getByRole('button', { name: /^Nee/ }).first().click()
  await expect(page.getByText('Over het geld')).toHaveCount(0)
}

/** The notes of professionals, the questions afterwards, and who looked. K9, K10 */
async function afterwards({ sql, overlegId, ids }: Scene, page: import('@playwright/test').Page) {
  const [actieId = ''] = await actieIdsOf(sql, overlegId)
  const wie = { overlegId, gebruikerId: ids.casushouder }
  const update = { actieId, status: 'loopt', notitie: marker('notitie') } as const
  expect((await updateActieCommand(sql, { ...wie, ...update })).ok).toBe(true)
  await leesAllen(sql, overlegId)
  await page.getByRole('link', { name: 'Wie keek in mijn plan?' }).click()
  await expect(page.getByText('Las op 3 dagen.').first()).toBeVisible()
  await expect(page.locator('main')).not.toContainText('Politie')
  await page.goto('/mijn-plan/evaluatie')
  await page
    .getByRole('group', { name: /zinvol/ })
    .getByText('Ja')
    .click()
  await page.getByRole('button', { name: 'Klaar', exact: true }).click()
  await expect(page.getByText('Dank u wel')).toBeVisible()
}

test('[T2] [T6] a partner who vertrekt receives nothing of the table from T2 on, on connections that were open', async ({
  house,
  openPage,
}) => {
  const scene = await createScene(house)
  const { sql, regie, overlegId } = scene
  await scene.at('besluitvorming')
  const [sessie] = await sql<{ id: string }[]>`
    insert into client_sessie (id_hash, client_persoon_id, expires_at, gezien_op)
    values (${randomBytes(8).toString('hex')}, ${scene.clientPersoonId}, now() + interval '1 hour', now() + interval '1 hour') returning id`
  using samenvatting = scene.open('samenvatting')
  using besluit = scene.open('besluitvorming')
  await expect.poll(() => samenvatting.provider.synced && besluit.provider.synced).toBe(true)
  samenvatting.write('Voor T2 geschreven.')
  besluit.write('Ook voor T2 geschreven.')

  const page = await openPage()
  await page.context().addCookies([await browserCookie(sql, scene.ids.vertrekt, scene.origin)])
  const recording = record(page.context())
  await page.goto(`/overleggen/${overlegId}/document/besluitvorming`)
  await expect(page.getByText('Ook voor T2 geschreven.')).toBeVisible()

  expect((await seatClientCommand(sql, { ...regie, sessieIds: [sessie?.id ?? ''] })).ok).toBe(true)
  await expect(page.getByText('Ook voor T2 geschreven.')).toHaveCount(0, { timeout: 2000 })
  await expect(page.getByText(/niet meer aan tafel/i).first()).toBeVisible()

  besluit.write(marker('na-t2'))
  samenvatting.write(marker('samenvatting-na-t2'))
  await saved(besluit)
  await saved(samenvatting)
  for (const path of [
    '',
    '/document/besluitvorming',
    '/document/samenvatting',
    '/document/beeldvorming',
    '/deelnemers',
    '/plan',
    '/meekijken',
    '/document/besluitvorming.data',
  ]) {
    await page.goto(`/overleggen/${overlegId}${path}`).catch(() => null)
  }
  await refusedByHand(house, page, overlegId, ['samenvatting', 'besluitvorming'])
  expect(await recording.find([marker('na-t2'), marker('samenvatting-na-t2')])).toEqual([])
  expect(await recording.find(['Ook voor T2 geschreven.'])).toHaveLength(1)
})

function marker(what: string): string {
  return `merkwoord-${what}-qx7`
}

type Open = ReturnType<typeof openDocument>

/** Once an answer to everything that was written is there, it is in PostgreSQL, and has been pushed to whom it may concern. */
async function saved({ doc, acknowledged }: Open) {
  const before = acknowledged.length
  doc.getXmlFragment(TEKST).push([new Y.XmlElement('paragraph')])
  await expect.poll(() => acknowledged.length).toBeGreaterThan(before)
}

async function writeAndDelete(open: Open, word: string) {
  open.write(word)
  await saved(open)
  const fragment = open.doc.getXmlFragment(TEKST)
  const index = fragment.toArray().findIndex((node) => node.toString().includes(word))
  fragment.delete(index, 1)
  await saved(open)
}

/** With the cookie of this browser, by hand: refused before any byte of sync, on each of the documents. */
async function refusedByHand(
  { server }: House,
  page: import('@playwright/test').Page,
  overlegId: string,
  documents: readonly Document[] = DOCUMENTEN,
) {
  const cookie = await cookiesOf(page)
  const origin = server.origin
  const answers = await Promise.all(
    documents.map(
      (document) =>
        new Promise<number | string>((resolve) => {
          const url = `${origin.replace(/^http/, 'ws')}/collab/${documentName({ overlegId, document })}`
          const socket = new WebSocket(url, { headers: { cookie, origin } })
          socket.on('unexpected-response', (_request, response) =>
            resolve(response.statusCode ?? 0),
          )
          socket.on('open', () => resolve('open'))
          socket.on('message', () => resolve('a byte'))
          socket.on('error', () => {})
        }),
    ),
  )
  expect(answers.filter((answer) => answer !== 401 && answer !== 403)).toEqual([])
}

async function cookiesOf(page: import('@playwright/test').Page): Promise<string> {
  const cookies = await page.context().cookies()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

async function browserCookie(sql: Sql, gebruikerId: string, origin: string) {
  const [name = '', value = ''] = (await createCookie(sql, gebruikerId)).split('=')
  return { name, value, url: origin }
}
