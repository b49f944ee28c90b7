import { expect, test } from 'vitest'
import { frameOf } from './counting-socket.ts'

test('[D1] the browser counts the frames that the server counts: step 2 and updates, and no other', () => {
  expect(frameOf(new Uint8Array([0, 1, 9]))).toBe('stap-2')
  expect(frameOf(new Uint8Array([0, 2, 9]))).toBe('wijziging')
  for (const other of [[0, 0, 9], [1, 1, 9], [3], [0], []]) {
    expect(frameOf(new Uint8Array(other))).toBeNull()
  }
  expect(frameOf('0,2')).toBeNull()
})
