import { expect, test, vi } from 'vitest'
import type { OpenDocument, Verlies } from '#app/realtime/open-document.ts'
import { appendAlinea } from '#db/yjs-inhoud.ts'
import { TEKST } from '#domain/document.ts'
import { openSocket, storedText } from '../helpers/collab.ts'
import { openStorm } from '../helpers/storm.ts'
import { bij, maakBrowser, zetDeur } from '../history/browser.ts'

maakBrowser()

// As it is listed, ten minutes: FAULT_AWAY_MS=600000.
const WEG_IN_MS = Number(process.env.FAULT_AWAY_MS ?? 0)

type Storm = Awaited<ReturnType<typeof openStorm>>

/** The browser's own half, with what it tells the page. */
async function openBrowser({ key, naarServer, cookies }: Storm, wie: keyof Storm['cookies']) {
  const { openDocument } = await import('#app/realtime/open-document.ts')
  zetDeur(naarServer.port, { cookie: cookies[wie], hoor: () => {} })
  const verlies: Verlies[] = []
  const mislukt = vi.fn()
  const open: OpenDocument = bij(naarServer.port, () =>
    openDocument(key, {
      onVerlies: (verloren) => verlies.push(verloren),
      onDicht: () => {},
      onAfgemeld: () => {},
      onMislukt: mislukt,
    }),
  )
  await vi.waitFor(() =>
    expect(open.snapshot()).toMatchObject({ geladen: true, opslag: 'opgeslagen' }),
  )
  return {
    open,
    verlies,
    mislukt,
    text: () => open.doc.getXmlFragment(TEKST).toString(),
    typ: (tekst: string) => appendAlinea(open.doc, '', tekst),
    [Symbol.dispose]: () => open.close(),
  }
}

async function untilAway() {
  const weg = performance.now()
  await vi.waitFor(() => expect(performance.now() - weg).toBeGreaterThan(WEG_IN_MS), {
    timeout: WEG_IN_MS * 2 + 1000,
    interval: 1000,
  })
}

test(
  '[D3] a browser that was away comes back with what was written there: merged, and saved',
  async () => {
    await using storm = await openStorm('beeldvorming')
    using ander = await storm.open('casushouder')
    using browser = await openBrowser(storm, 'procesregisseur')
    storm.naarServer.refuse()
    storm.naarServer.cut('rst')
    await vi.waitFor(() => expect(browser.open.snapshot().opslag).toBe('geen-verbinding'))
    browser.typ('In de trein geschreven.')
    ander.write('Ondertussen aan tafel.')
    await untilAway()
    expect(browser.open.snapshot()).toMatchObject({ onopgeslagen: true, opslag: 'geen-verbinding' })

    storm.naarServer.accept()
    await vi.waitFor(() => expect(ander.text()).toContain('In de trein geschreven.'))
    await vi.waitFor(() =>
      expect(browser.open.snapshot()).toMatchObject({ onopgeslagen: false, opslag: 'opgeslagen' }),
    )
    expect(browser.text()).toBe(ander.text())
  },
  120_000 + 2 * WEG_IN_MS,
)

test('[D3] a browser that was away while its fase ended keeps what was written there, marked as not taken', async () => {
  await using storm = await openStorm('beeldvorming')
  const { sql, overlegId, key } = storm
  using browser = await openBrowser(storm, 'casushouder')
  storm.naarServer.refuse()
  storm.naarServer.cut('rst')
  await vi.waitFor(() => expect(browser.open.snapshot().opslag).toBe('geen-verbinding'))
  browser.typ('In de trein geschreven.')
  await sql`update overleg set fase = 'oordeelsvorming' where id = ${overlegId}`

  storm.naarServer.accept()
  await vi.waitFor(() => expect(browser.verlies).toHaveLength(1))
  expect(browser.verlies[0]).toEqual({
    code: 'fase-al-afgerond',
    tekst: 'In de trein geschreven.',
  })
  expect(await storedText(sql, key)).not.toContain('In de trein')
})

test('[D3, T2] who was cut while his browser was away keeps his own words: handed over when the page is no longer his', async () => {
  await using storm = await openStorm('besluitvorming')
  const { sql, overlegId } = storm
  using browser = await openBrowser(storm, 'vertrekt')
  storm.naarServer.refuse()
  storm.naarServer.cut('rst')
  await vi.waitFor(() => expect(browser.open.snapshot().opslag).toBe('geen-verbinding'))
  browser.typ('In de trein geschreven.')
  await sql`update overleg set tafel = 'met-client' where id = ${overlegId}`
  storm.naarServer.accept()
  // Its socket is refused before it is one: so the page is asked.
  await vi.waitFor(() => expect(browser.mislukt).toHaveBeenCalled(), 20_000)
  const { redenVanBuiten } = await import('#app/realtime/nog-toegang.ts')
  const ask: typeof fetch = (adres, init) =>
    fetch(adres, { ...init, headers: { cookie: storm.cookies.vertrekt } })
  expect(await redenVanBuiten(storm.pagina, ask)).toBe('geen-toegang')

  browser.open.loslaten('geen-toegang')
  expect(browser.verlies).toEqual([{ code: 'geen-toegang', tekst: 'In de trein geschreven.' }])
})

test('[D2] frames that come twice, in another order, and again over a new connection change nothing and are stored once', async () => {
  await using storm = await openStorm('beeldvorming')
  const { key, url, cookies, sql } = storm
  using schrijver = await storm.open('casushouder')
  await vi.waitFor(() => expect(schrijver.provider.synced).toBe(true))
  const frames: Uint8Array[] = []
  schrijver.doc.on('update', (update: Uint8Array) => frames.push(frameOf(update)))
  for (let nr = 0; nr < 12; nr++) schrijver.write(`Zin ${nr}.`)
  await vi.waitFor(() => expect(schrijver.acknowledged.at(-1)).toBe(13))
  const [voor] = await sql`select count(*)::int as n from document_update`
  const tekst = await storedText(sql, key)

  // Forwards, backwards, and each of them twice.
  for (const volgorde of [frames, frames.toReversed(), frames.flatMap((frame) => [frame, frame])]) {
    using weer = openSocket({ url, key, cookie: cookies.casushouder })
    await vi.waitFor(() => expect(weer.opened()).toBe(true))
    for (const frame of volgorde) weer.socket.send(frame)
    const laatste = [100, volgorde.length].join()
    await vi.waitFor(() => expect(weer.frames.some((frame) => frame.join() === laatste)).toBe(true))
    expect(weer.closed()).toBeNull()
  }
  expect(await storedText(sql, key)).toBe(tekst)
  expect(await sql`select count(*)::int as n from document_update`).toEqual([voor])
})

test('a connection on which nothing is said stays; one that went silent is found out and back within a minute', async () => {
  await using storm = await openStorm('beeldvorming')
  using stil = await storm.open('procesregisseur')
  using slaapt = await storm.open('casushouder', { url: storm.urlDoorStorm })
  await vi.waitFor(() => expect([stil, slaapt].every((d) => d.provider.synced)).toBe(true))
  slaapt.provider.awareness.setLocalStateField('cursor', null)
  await vi.waitFor(() => expect(stil.provider.awareness.getStates().size).toBe(2))
  storm.naarServer.freeze()
  const began = performance.now()
  // The browser looks for silence of thirty seconds every three; the server pings every twenty.
  await vi.waitFor(() => expect(slaapt.provider.wsconnected).toBe(false), 45_000)
  storm.naarServer.cut('rst')
  storm.naarServer.heal()
  const terug = performance.now()
  await vi.waitFor(() => expect(slaapt.provider.synced).toBe(true), 30_000)
  expect(performance.now() - terug).toBeLessThan(30_000)
  expect(performance.now() - began).toBeLessThan(60_000)
  expect(stil.closes).toEqual([])
}, 120_000)

function frameOf(update: Uint8Array): Uint8Array {
  const size: number[] = []
  for (let rest = update.length; ; rest >>>= 7) {
    size.push(rest > 127 ? (rest & 127) | 128 : rest)
    if (rest <= 127) break
  }
  return Uint8Array.of(0, 2, ...size, ...update)
}
