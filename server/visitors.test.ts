import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { limitVisitors } from './visitors.ts'

function createDoor() {
  const engine = new EventEmitter()
  const io = Object(Object.assign(new EventEmitter(), { engine }))
  const { mayEnter } = limitVisitors(io, { proxyHops: 0 })
  const come = (remoteAddress: string) => {
    const request = Object({ headers: {}, socket: { remoteAddress } })
    const connection = Object.assign(new EventEmitter(), { request, closed: false, close })
    function close() {
      connection.closed = true
    }
    if (mayEnter(request)) engine.emit('connection', connection)
    return { connection, mayEnter: () => mayEnter(request) }
  }
  const namespace = new EventEmitter()
  io.emit('new_namespace', namespace)
  const admit = (conn: object) => namespace.emit('connection', { conn })
  return { come, admit }
}

test('[check 35] strangers at the door are so many per address; who was let in, or left, makes room', () => {
  const { come, admit } = createDoor()
  const strangers = Array.from({ length: 2_500 }, () => come('10.0.0.1'))
  expect(strangers[0]?.mayEnter()).toBe(false)
  expect(come('10.0.0.2').mayEnter()).toBe(true)

  admit(strangers[0]?.connection ?? {})
  expect(strangers[0]?.mayEnter()).toBe(true)
  come('10.0.0.1')
  expect(strangers[0]?.mayEnter()).toBe(false)
  strangers[1]?.connection.emit('close')
  expect(strangers[0]?.mayEnter()).toBe(true)
})

test('[check 35] a connection that says a hundred things in ten seconds is closed', () => {
  const { connection } = createDoor().come('10.0.0.1')
  for (let n = 0; n < 100; n++) connection.emit('packet')
  expect(connection.closed).toBe(false)
  connection.emit('packet')
  expect(connection.closed).toBe(true)
  connection.emit('close')
})
