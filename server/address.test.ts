import { expect, test } from 'vitest'
import { addressOf } from './address.ts'

const from = (remoteAddress: string, forwarded?: string) =>
  Object({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  })

test('where a request comes from is what our own proxies say, and nothing that a stranger adds to it', () => {
  const spoofed = from('10.0.0.1', '1.2.3.4, 5.6.7.8')
  expect(addressOf(spoofed, { proxyHops: 0 })).toBe('10.0.0.1')
  expect(addressOf(spoofed, { proxyHops: 1 })).toBe('5.6.7.8')
  expect(addressOf(spoofed, { proxyHops: 2 })).toBe('1.2.3.4')
  expect(addressOf(spoofed, { proxyHops: 9 })).toBe('1.2.3.4')
  expect(addressOf(from('10.0.0.1'), { proxyHops: 1 })).toBe('10.0.0.1')
})

test('[check 35] the addresses of one house in IPv6 are one', () => {
  expect(addressOf(from('2001:db8:1:2::a'), { proxyHops: 0 })).toBe(
    addressOf(from('2001:db8:1:2:ffff::b'), { proxyHops: 0 }),
  )
  expect(addressOf(from('::ffff:10.0.0.1'), { proxyHops: 0 })).toBe('::ffff:10.0.0.1')
})
