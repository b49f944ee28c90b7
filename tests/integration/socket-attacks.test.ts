import { afterAll, expect, test, vi } from 'vitest'
import { dumpInhoud, openHuis } from '../helpers/huis.ts'
import { createRandom } from '../helpers/raw.ts'
import { openRuw, openSocketIo, openTafel } from '../helpers/tafelgasten.ts'

const huis = await openHuis(['vooroverleg', 'met cliënt'])
const tafel = await openTafel(huis)
afterAll(async () => {
  tafel[Symbol.dispose]()
  await huis[Symbol.asyncDispose]()
})

const { tafel: hier, cookies } = huis.plek('vooroverleg')
const { overlegId } = hier
const BINNEN = `40/overleg,{"overlegId":"${overlegId}"}`
const PAKKETTEN = [
  BINNEN,
  '40',
  '40/client,',
  '40/admin,{}',
  '41/overleg,',
  '42/overleg,["kijk-opnieuw"]',
  '42/overleg,["disconnect"]',
  '42/overleg,["connect",{"__proto__":{"a":1}}]',
  '421["weergave",{}]',
  '43/overleg,1[]',
  '44/overleg,{"message":"x"}',
  '451-/overleg,["x",{"_placeholder":true,"num":0}]',
  '4511-/overleg,["x",{"_placeholder":true,"num":99}]',
  '461-/overleg,7[{"_placeholder":true,"num":-1}]',
  '2probe',
  '3',
  '5',
  '6',
]

test('thousands of packets that are random, truncated, forged or too long end no process and reach nobody', async () => {
  const before = await dumpInhoud(huis.sql)
  const random = createRandom(20260731)
  const bestookt = async (aantal: number) => {
    let sent = 0
    while (sent < aantal) {
      using ruw = openRuw(huis, { cookie: cookies.casushouder })
      await ruw.open
      ruw.ws.send(BINNEN)
      for (let n = 0; n < 60 && ruw.ws.readyState === ruw.ws.OPEN; n++, sent++) {
        ruw.ws.send(mutate(PAKKETTEN[random(PAKKETTEN.length)] ?? '', random))
        if (n % 8 === 0) await new Promise((resolve) => setImmediate(resolve))
      }
    }
  }
  await Promise.all([bestookt(1500), bestookt(1500)])
  expect(await dumpInhoud(huis.sql)).toBe(before)
  await tafel.isOngestoord()
}, 60_000)

test('a packet of 2 MB, eleven attachments or a flood of answers closes its own socket', async () => {
  const groot = 'x'.repeat(2_000_000)
  for (const frames of [
    [groot],
    [BINNEN, `42/overleg,["x","${groot}"]`],
    [BINNEN, '4511-/overleg,["x"]', ...Array.from({ length: 11 }, () => Buffer.from('bijlage'))],
    [BINNEN, '4599999999-/overleg,["x"]', Buffer.alloc(10)],
    [BINNEN, ...Array.from({ length: 5000 }, (_, n) => `42/overleg,${n}["x"]`)],
    [BINNEN, ...Array.from({ length: 5000 }, (_, n) => `43/overleg,${n}[]`), '42/overleg,["x"]'],
    [BINNEN, `42/overleg,["x",${'['.repeat(8000)}`],
    [BINNEN, Buffer.from([0, 1, 2])],
  ]) {
    using ruw = openRuw(huis, { cookie: cookies.casushouder })
    await ruw.open
    for (const frame of frames) ruw.ws.send(frame)
    await ruw.closed
  }
  await tafel.isOngestoord()
}, 30_000)

test('there is no long polling, which would need every request to reach one process', async () => {
  const headers = { origin: huis.origin, cookie: cookies.casushouder }
  const status = async (query: string, body?: string) => {
    const method = body === undefined ? 'GET' : 'POST'
    const init = { method, headers, ...(body !== undefined && { body }) }
    // A body that is too long is cut off while it is sent.
    return fetch(`${huis.origin}/socket.io/${query}`, init).then(
      (response) => response.status,
      () => 413,
    )
  }
  const polling = '?EIO=4&transport=polling'
  expect(await status(polling)).toBe(400)
  for (const body of ['', 'x', '4{', '40/overleg,[', '4'.repeat(2e6)]) {
    expect([400, 403, 413]).toContain(await status(polling, body))
    expect([400, 403, 413]).toContain(await status(`${polling}&sid=x`, body))
  }
  for (const query of [
    '',
    '?EIO=3&transport=polling',
    '?EIO=4&transport=__proto__',
    '?EIO=4&sid=x',
  ])
    expect(await status(query)).toBeGreaterThanOrEqual(400)
  await tafel.isOngestoord()
})

test('nobody comes in who may not: wrong auth, wrong cookie, wrong namespace', async () => {
  const elders = huis.elders.tafel.overlegId
  const regie = cookies.procesregisseur
  const auths = [
    {},
    { overlegId: null },
    { overlegId: '' },
    { overlegId: [overlegId] },
    { overlegId: { toString: overlegId } },
    { overlegId: elders },
    { overlegId: `${overlegId} ` },
    { overlegId: `${overlegId}\0` },
    { OverlegId: overlegId },
    { overlegId: [overlegId, elders] },
    JSON.parse(`{"__proto__":{"overlegId":"${overlegId}"}}`),
    [overlegId],
  ]
  for (const auth of auths) {
    using socket = openSocketIo(huis, { cookie: regie, auth })
    expect(await socket.answer, JSON.stringify(auth)).toMatch(/^(niet-gevonden|dicht)$/)
  }
  const auth = { overlegId }
  for (const [cookie, namespace] of [
    ['', '/overleg'],
    [huis.elders.cookie, '/overleg'],
    [cookies['zonder-convenant'], '/overleg'],
    [cookies.wachtkamer, '/overleg'],
    [cookies.tafel, '/overleg'],
    [cookies.plan, '/overleg'],
    [regie, '/client'],
    ['', '/client'],
    [regie, '/'],
    [cookies.tafel, '/'],
    [regie, '/admin'],
    [regie, `/overleg/${overlegId}`],
    [regie, '/OVERLEG'],
    [regie, '/__proto__'],
  ] as const) {
    using socket = openSocketIo(huis, { cookie, namespace, auth })
    expect(await socket.answer, `${namespace} ${cookie}`).toMatch(
      /^(niet-gevonden|Invalid namespace|dicht)$/,
    )
    expect(socket.events).toEqual([])
  }
  for (const origin of [
    '',
    'null',
    'https://evil.nl',
    `${huis.origin}.evil.nl`,
    `${huis.origin}/`,
  ]) {
    using socket = openSocketIo(huis, { cookie: regie, auth, origin })
    expect(await socket.answer, origin).toBe('websocket error')
  }
  await tafel.isOngestoord()
}, 30_000)

test('two hundred sockets of one session are twenty, and do not take the place of another', async () => {
  const auth = { overlegId }
  const sockets = Array.from({ length: 200 }, () =>
    openSocketIo(huis, { cookie: cookies.casushouder, auth }),
  )
  await Promise.all(sockets.map(({ answer }) => answer))
  await vi.waitFor(
    () => expect(sockets.filter(({ socket }) => socket.connected)).toHaveLength(20),
    10_000,
  )
  using ander = openSocketIo(huis, { cookie: cookies.blijft, auth })
  expect(await ander.answer).toBe('open')
  for (const socket of sockets) socket[Symbol.dispose]()
  await tafel.isOngestoord()
}, 30_000)

test('[check 35] who was told no, left his seat or says too much does not stay in the doorway', async () => {
  const cookie = cookies.casushouder
  const begin = performance.now()
  using zwijgt = openRuw(huis)
  for (const frames of [
    ['40/client,'],
    ['40'],
    [BINNEN, '41/overleg,'],
    [BINNEN, ...Array.from({ length: 120 }, () => '3')],
  ]) {
    using ruw = openRuw(huis, { cookie })
    await ruw.open
    for (const frame of frames) ruw.ws.send(frame)
    await ruw.closed
  }
  await zwijgt.closed
  expect(performance.now() - begin).toBeLessThan(20_000)
  await tafel.isOngestoord()
}, 30_000)

function mutate(packet: string, random: (below: number) => number): string | Buffer {
  const kind = random(6)
  if (kind === 0) return Buffer.from(Array.from({ length: random(300) }, () => random(256)))
  if (kind === 1) return packet.slice(0, random(packet.length + 1))
  if (kind === 2) return packet + '\u0000"]}['.repeat(random(50))
  if (kind === 3) return packet
  const text = [...packet]
  for (let n = random(4) + 1; n > 0; n--)
    text[random(text.length)] = String.fromCharCode(random(256))
  return text.join('')
}
