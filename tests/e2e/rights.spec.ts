import type { Page } from '@playwright/test'
import { CLOSE } from '#app/realtime/protocol.ts'
import { createBrief, openTelefoon } from '../helpers/client-side.ts'
import { openDocument } from '../helpers/collab.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { schrijf } from '../helpers/seed-tafel.ts'
import { createCookie, post } from '../helpers/sign-in.ts'
import { openSocket } from '../helpers/sockets.ts'
import { expect, type House, test } from './fixtures.ts'
import { openAs } from './people.ts'
import { editor } from './professional.ts'

const BESLUITVORMING = { status: 'lopend', fase: 'besluitvorming', tafel: 'vooroverleg' } as const
const PLAATSEN = ['procesregisseur', 'casushouder', 'blijft', 'vertrekt'] as const
const WITHIN_MS = 1000

test('[T2] [S3] cliënt aan tafel: within a second everything of who vertrekt is closed, with 30 connections open', async ({
  house,
}) => {
  const scene = await createScene(house)
  const { overlegId, ids, telefoon, origin } = scene
  using table = await openConnections(scene)
  const aantal = table.leaving.length + table.staying.length
  expect(aantal).toBe(30)

  const regie = await createCookie(house.database.sql, ids.procesregisseur)
  const begin = performance.now()
  const response = await post(
    `${origin}/overleggen/${overlegId}/handeling`,
    { intent: 'aan-tafel', sessieId: telefoon.sessieId },
    regie,
  )
  const times = await Promise.all(table.leaving.map(({ closed }) => closed))

  expect(response.status).toBeLessThan(400)
  const longest = Math.max(...times) - begin
  test.info().annotations.push({ type: 'closed', description: `${Math.round(longest)} ms` })
  expect(longest).toBeLessThan(WITHIN_MS)
  expect(new Set(table.codes())).toEqual(new Set([CLOSE.forbidden]))
  expect(table.staying.filter(({ isOpen }) => !isOpen())).toEqual([])
})

test('[S3] signing out in one tab closes the sockets of the other within a second, and takes its page away', async ({
  house,
  openPage,
}) => {
  const { overlegId, ids } = await createScene(house)
  const een = await openAs(openPage, house, ids.casushouder)
  const ander = await een.context().newPage()
  const open = watchSockets(ander)
  for (const page of [een, ander]) {
    await page.goto(`/overleggen/${overlegId}/document/besluitvorming`)
    await expect(editor(page, 'besluitvorming')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Aan tafel (1)' })).toBeVisible()
  }
  expect(open().sort()).toEqual([expect.stringMatching('^/collab/'), '/socket.io/'])

  const asked = een.waitForRequest('**/uitloggen*').then(() => performance.now())
  const closed = expect
    .poll(open, { intervals: [20], timeout: 10_000 })
    .toEqual([])
    .then(() => performance.now())
  await een.getByRole('button', { name: 'Uitloggen' }).click()
  const took = (await closed) - (await asked)

  test.info().annotations.push({ type: 'closed', description: `${Math.round(took)} ms` })
  expect(took).toBeLessThan(WITHIN_MS)
  await ander.waitForURL('**/inloggen**')
  await expect(ander.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
  await expect(een.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible()
})

async function createScene({ server, database: { sql } }: House) {
  const seeded = await seedOverleg(sql, BESLUITVORMING, PLAATSEN)
  const { overlegId, ids, clientPersoonId } = seeded
  const regie = { overlegId, gebruikerId: ids.procesregisseur }
  await schrijf(sql, { ...regie, document: 'samenvatting', tekst: 'U wilt een eigen plek.' })
  const brief = await createBrief(sql, regie, clientPersoonId ?? '')
  const telefoon = await openTelefoon(sql, brief)
  // Waiting, though it has no socket open.
  await sql`
    update client_sessie set gezien_op = now() + interval '1 hour' where id = ${telefoon.sessieId}`
  return { ...seeded, telefoon, origin: server.origin, sql }
}

type Scene = Awaited<ReturnType<typeof createScene>>
type Connection = { closed: Promise<number>; isOpen: () => boolean }

/** Ten of each of three people: two texts in four tabs, and the table in two. */
async function openConnections({ sql, ids, overlegId, origin }: Scene) {
  const documents: ReturnType<typeof openDocument>[] = []
  const sockets: ReturnType<typeof openSocket>[] = []
  const url = `${origin.replace(/^http/, 'ws')}/collab`

  async function openFor(gebruikerId: string): Promise<Connection[]> {
    const cookie = await createCookie(sql, gebruikerId)
    const texts = [0, 1, 2, 3].flatMap(() =>
      (['samenvatting', 'besluitvorming'] as const).map((document) =>
        openDocument({ url, cookie, key: { overlegId, document } }),
      ),
    )
    const tables = [0, 1].map(() => openSocket(origin, { cookie, overlegId }))
    documents.push(...texts)
    sockets.push(...tables)
    await expect.poll(() => texts.every(({ provider }) => provider.synced)).toBe(true)
    expect(await Promise.all(tables.map(({ answer }) => answer))).toEqual(['open', 'open'])
    return [
      ...texts.map(({ provider }) => ({
        closed: new Promise<number>((resolve) =>
          provider.once('connection-close', () => resolve(performance.now())),
        ),
        isOpen: () => provider.wsconnected,
      })),
      ...tables.map(({ closed, socket }) => ({
        closed: closed.then(() => performance.now()),
        isOpen: () => socket.connected,
      })),
    ]
  }

  const leaving = await openFor(ids.vertrekt)
  const codes = () => documents.flatMap(({ closes }) => closes.slice(0, 1))
  const staying = [...(await openFor(ids.casushouder)), ...(await openFor(ids.blijft))]
  return {
    leaving,
    staying,
    codes,
    [Symbol.dispose]() {
      for (const open of [...documents, ...sockets]) open[Symbol.dispose]()
    },
  }
}

/** The paths of the sockets of this page that are open now. */
function watchSockets(page: Page): () => string[] {
  const open = new Set<string>()
  page.on('websocket', (socket) => {
    const { pathname } = new URL(socket.url())
    open.add(pathname)
    socket.on('close', () => open.delete(pathname))
  })
  return () => [...open]
}
