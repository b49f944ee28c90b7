import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { openHuis } from '../helpers/huis.ts'
import { createRandom, rawAnswer, statusOf } from '../helpers/raw.ts'
import { openTafel } from '../helpers/tafelgasten.ts'

const huis = await openHuis(['vooroverleg'])
const tafel = await openTafel(huis)
afterAll(async () => {
  tafel[Symbol.dispose]()
  await huis[Symbol.asyncDispose]()
})

const { cookies, tafel: hier } = huis.plek('vooroverleg')
const { overlegId } = hier

test('bytes on the port that are no request, half a request or a strange upgrade get nothing and keep nobody', async () => {
  const random = createRandom(7)
  const host = `Host: ${new URL(huis.origin).host}\r\n`
  const upgrade = (path: string, extra = '') =>
    `GET ${path} HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nOrigin: ${huis.origin}\r\n${extra}\r\n`
  const document = `/collab/overleg/${overlegId}/vraagstelling`
  const cookie = `Cookie: ${cookies.casushouder}\r\n`
  const upgrades = [
    '/collab',
    '/collab/',
    '/collab/overleg',
    `${document}/`,
    `${document}.`,
    `${document}%00`,
    document.toUpperCase(),
    document.replace('/collab', '/collab/../collab'),
    `/.${document}`,
    `/${document}`,
    `/collab/overleg/${overlegId}/..%2fbesluitvorming`,
    `${document}/../besluitvorming`,
    `http://evil.nl${document}`,
    '/',
    '/overleggen',
    '/socket.io',
    '/gezond',
    '*',
    '/%',
    '//',
  ]
  for (const path of upgrades) {
    const answer = await rawAnswer(huis.origin, upgrade(path, cookie), 500)
    expect(statusOf(answer), path).toBeGreaterThanOrEqual(400)
  }
  const vreemd = [
    upgrade(document),
    upgrade(document, 'Sec-WebSocket-Version: 99\r\n'),
    upgrade(document, `Origin: x\r\n${cookie}`),
    upgrade(document, cookie).replace('websocket', 'h2c'),
    upgrade(document, cookie).replace('GET', 'POST'),
    upgrade(document, cookie).replace(/Sec-WebSocket-Key.*\r\n/, 'Sec-WebSocket-Key: x\r\n'),
    upgrade('/socket.io/?EIO=4&transport=websocket&sid=x', cookie),
  ]
  for (const request of vreemd) {
    expect(statusOf(await rawAnswer(huis.origin, request, 500)), request).not.toBe(101)
  }
  for (let n = 0; n < 60; n++) {
    await rawAnswer(
      huis.origin,
      Buffer.from(Array.from({ length: random(2000) + 1 }, () => random(256))),
      50,
    )
  }
  // Engine.io opens this one, and has no idea of what comes over it.
  const stiekem = upgrade('/socket.io/?EIO=4&transport=polling', cookie)
  for (const frame of [
    [0x81, 0x82, 0, 0, 0, 0, 0x34, 0x30],
    [0x88, 0x80, 0, 0, 0, 0],
    [0xff, 0xff],
  ]) {
    await rawAnswer(huis.origin, Buffer.concat([Buffer.from(stiekem), Buffer.from(frame)]), 200)
  }
  const half = Array.from({ length: 100 }, (_, n) => {
    const socket = connect(Number(new URL(huis.origin).port), '127.0.0.1')
    socket.on('error', () => {})
    socket.write(upgrade(document, cookie).slice(0, n * 3 + 1))
    return socket
  })
  await wait(100)
  await tafel.isOngestoord()
  for (const socket of half) socket.destroy()
}, 60_000)
