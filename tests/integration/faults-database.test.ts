import { expect, test, vi } from 'vitest'
import { openSocket, storedText } from '../helpers/collab.ts'
import { post } from '../helpers/sign-in.ts'
import { openStorm } from '../helpers/storm.ts'

// The fault as it is listed takes 30 s: FAULT_AWAY_MS=30000.
const ENGELS = /<p lang="en">Focustafel cannot be reached/
const WEG_IN_MS = Number(process.env.FAULT_AWAY_MS ?? 8000)

test('[D1, D2] the database is away: typing goes on, nothing is told saved, nobody comes in, a page is a 503, on the client side in English too; all is there within 10 s', async () => {
  await using storm = await openStorm('besluitvorming')
  const { key, url, cookies, naarDatabase, pagina, sql } = storm
  using regie = await storm.open('procesregisseur')
  using ander = await storm.open('casushouder')
  regie.write('Vooraf.')
  await vi.waitFor(() => expect(ander.text()).toContain('Vooraf.'))
  await vi.waitFor(() => expect(regie.acknowledged.at(-1)).toBe(2))

  naarDatabase.refuse()
  naarDatabase.cut('rst')
  const weg = performance.now()
  regie.write('Tijdens.')
  using laat = openSocket({ url, key, cookie: cookies.casushouder })
  await vi.waitFor(() => expect(laat.status()).toBe(503))
  for (const wat of ['', '.data'] as const) {
    await vi.waitFor(async () => {
      const response = await fetch(pagina + wat, { headers: { cookie: cookies.casushouder } })
      expect(response.status).toBe(503)
      expect(response.headers.get('retry-after')).toBe('30')
      expect(await response.text()).toContain('Focustafel is even niet bereikbaar')
    }, 20_000)
  }
  const deur = await fetch(new URL('/mijn-plan', pagina), { headers: { accept: 'text/html' } })
  expect([deur.status, await deur.text()]).toEqual([503, expect.stringMatching(ENGELS)])
  const elders = await fetch(pagina, { headers: { cookie: cookies.casushouder } })
  expect(await elders.text()).not.toMatch(ENGELS)
  const handeling = pagina.replace(/document.*/, 'handeling')
  const hand = await post(handeling, { intent: 'hand', hand: 'op' }, cookies.casushouder)
  expect(hand.status).toBe(503)
  await vi.waitFor(() => expect(performance.now() - weg).toBeGreaterThan(WEG_IN_MS), WEG_IN_MS * 2)
  expect(regie.acknowledged.at(-1)).toBe(2)
  expect(ander.text()).not.toContain('Tijdens.')
  expect([...regie.closes, ...ander.closes]).toEqual([])

  naarDatabase.accept()
  const terug = performance.now()
  await vi.waitFor(() => expect(ander.text()).toContain('Tijdens.'), 20_000)
  await vi.waitFor(() => expect(regie.acknowledged.at(-1)).toBe(3))
  expect(performance.now() - terug).toBeLessThan(10_000)
  expect(await storedText(sql, key)).toContain('Tijdens.')
  await vi.waitFor(async () => {
    const response = await fetch(pagina, { headers: { cookie: cookies.casushouder } })
    expect(response.status).toBe(200)
  })
})

test('[S3, T2] who is cut while this server cannot reach the database hears nothing of it any more, and is out when it can', async () => {
  await using storm = await openStorm('besluitvorming')
  const { key, naarDatabase, sql, overlegId } = storm
  using vertrekt = await storm.open('vertrekt')
  using regie = await storm.open('procesregisseur')
  regie.write('Voor het aanschuiven.')
  await vi.waitFor(() => expect(vertrekt.text()).toContain('Voor het aanschuiven.'))
  naarDatabase.refuse()
  naarDatabase.cut('rst')
  // By another process, that can.
  await sql`update overleg set tafel = 'met-client' where id = ${overlegId}`
  regie.write('Na het aanschuiven.')
  await vi.waitFor(() => expect(storm.server.log()).toContain('"event":"flush-failed"'))

  naarDatabase.accept()
  await vi.waitFor(() => expect(vertrekt.closes).toContain(4403), 20_000)
  await vi.waitFor(() => expect(regie.acknowledged.at(-1)).toBe(3), 20_000)
  expect(await storedText(sql, key)).toContain('Na het aanschuiven.')
  expect(vertrekt.text()).not.toContain('Na het aanschuiven.')
})

test('a database that does not answer is a 503 too, and not a page that is waited for without end', async () => {
  await using storm = await openStorm('beeldvorming')
  const { cookies, naarDatabase, pagina } = storm
  naarDatabase.freeze()
  const began = performance.now()
  const response = await fetch(pagina, { headers: { cookie: cookies.casushouder } })
  expect(response.status).toBe(503)
  expect(performance.now() - began).toBeLessThan(15_000)
  naarDatabase.heal()
  await vi.waitFor(async () => {
    const { status } = await fetch(pagina, { headers: { cookie: cookies.casushouder } })
    expect(status).toBe(200)
  })
})

test('a question that takes too long ends after five seconds as a 503, and others go on meanwhile', async () => {
  await using storm = await openStorm('beeldvorming')
  await using ander = await openStorm('beeldvorming')
  const { cookies, sql, overlegId, pagina } = storm
  const vast = await sql.reserve()
  await vast`begin`
  await vast`select from overleg where id = ${overlegId} for update`
  const began = performance.now()
  const handeling = pagina.replace(/document.*/, 'handeling')
  const velden = { intent: 'afronden', from: 'beeldvorming' }
  const wacht = Promise.all(
    Array.from({ length: 4 }, () => post(handeling, velden, cookies.procesregisseur)),
  )
  using regie = await ander.open('procesregisseur')
  regie.write('Ondertussen.')
  await vi.waitFor(() => expect(regie.acknowledged.at(-1)).toBe(2), 4000)
  const lees = await fetch(pagina, { headers: { cookie: cookies.casushouder } })
  expect(lees.status).toBe(200)

  expect((await wacht).map(({ status }) => status)).toEqual([503, 503, 503, 503])
  expect(performance.now() - began).toBeGreaterThan(4500)
  expect(performance.now() - began).toBeLessThan(12_000)
  await vast`rollback`
  vast.release()
  expect((await post(handeling, velden, cookies.procesregisseur)).status).toBe(200)
})
