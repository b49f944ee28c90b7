import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { createFaultProxy } from './helpers/fault-proxy.ts'

/** Says everything back, and tells how each of its connections ended. */
async function createEcho() {
  const sockets: Socket[] = []
  const ends: string[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => ends.push('rst'))
    socket.on('end', () => ends.push('fin'))
    socket.pipe(socket)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return {
    port: isAddress(address) ? address.port : 0,
    ends,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function isAddress(address: unknown): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

function open(port: number) {
  const socket = connect({ port, host: '127.0.0.1' })
  let heard = ''
  const ends: string[] = []
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text
  })
  socket.on('error', () => ends.push('rst'))
  socket.on('end', () => ends.push('fin'))
  return { socket, ends, heard: () => heard, [Symbol.dispose]: () => void socket.destroy() }
}

test('without faults it passes on what is said, and the end of it', async () => {
  await using echo = await createEcho()
  await using proxy = await createFaultProxy({ port: echo.port })
  using browser = open(proxy.port)
  browser.socket.write('dag')
  await vi.waitFor(() => expect(browser.heard()).toBe('dag'))
  browser.socket.end()
  await vi.waitFor(() => expect([echo.ends, browser.ends]).toEqual([['fin'], ['fin']]))
  await vi.waitFor(() => expect(proxy.connections()).toEqual([]))
})

test('frozen it keeps the connection and holds everything until it is healed; others go on', async () => {
  await using echo = await createEcho()
  await using proxy = await createFaultProxy({ port: echo.port })
  using frozen = open(proxy.port)
  frozen.socket.write('een')
  await vi.waitFor(() => expect(frozen.heard()).toBe('een'))
  proxy.connections()[0]?.freeze()
  frozen.socket.write('twee')
  using other = open(proxy.port)
  other.socket.write('ander')
  await vi.waitFor(() => expect(other.heard()).toBe('ander'))
  expect(frozen.heard()).toBe('een')
  expect(frozen.ends).toEqual([])

  proxy.heal()
  await vi.waitFor(() => expect(frozen.heard()).toBe('eentwee'))
})

test('half-open: what is said arrives, and no answer comes', async () => {
  await using echo = await createEcho()
  await using proxy = await createFaultProxy({ port: echo.port })
  proxy.freeze('back')
  using browser = open(proxy.port)
  browser.socket.write('dag')
  browser.socket.end()
  await vi.waitFor(() => expect(echo.ends).toEqual(['fin']))
  expect(browser.heard()).toBe('')
  proxy.heal()
  await vi.waitFor(() => expect(browser.heard()).toBe('dag'))
})

test('delayed, everything comes later and in order', async () => {
  await using echo = await createEcho()
  await using proxy = await createFaultProxy({ port: echo.port })
  proxy.delay(60, 40)
  using browser = open(proxy.port)
  await once(browser.socket, 'connect')
  const began = performance.now()
  for (let nr = 0; nr < 10; nr++) {
    browser.socket.write(String(nr))
    await new Promise((resolve) => setImmediate(resolve))
  }
  await vi.waitFor(() => expect(browser.heard()).toBe('0123456789'))
  expect(performance.now() - began).toBeGreaterThan(119)
})

test('cut, both sides hear it, as the end or as a reset', async () => {
  await using echo = await createEcho()
  await using proxy = await createFaultProxy({ port: echo.port })
  using reset = open(proxy.port)
  reset.socket.write('dag')
  await vi.waitFor(() => expect(reset.heard()).toBe('dag'))
  proxy.cut('rst')
  await vi.waitFor(() => expect([reset.ends, echo.ends]).toEqual([['rst'], ['rst']]))

  using ended = open(proxy.port)
  ended.socket.write('dag')
  await vi.waitFor(() => expect(ended.heard()).toBe('dag'))
  proxy.cut('fin')
  await vi.waitFor(() => expect([ended.ends, echo.ends]).toEqual([['fin'], ['rst', 'fin']]))
})

test('refused, who comes is sent away and who is there stays; a target that is gone is a reset', async () => {
  await using echo = await createEcho()
  await using proxy = await createFaultProxy({ port: echo.port })
  using there = open(proxy.port)
  there.socket.write('een')
  await vi.waitFor(() => expect(there.heard()).toBe('een'))
  proxy.refuse()
  using late = open(proxy.port)
  await vi.waitFor(() => expect(late.ends).toEqual(['rst']))
  there.socket.write('twee')
  await vi.waitFor(() => expect(there.heard()).toBe('eentwee'))

  proxy.accept()
  await echo[Symbol.asyncDispose]()
  using nowhere = open(proxy.port)
  await vi.waitFor(() => expect(nowhere.ends).toEqual(['rst']))
})
