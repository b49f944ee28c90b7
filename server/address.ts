import type { IncomingMessage } from 'node:http'
import type { Env } from './env.ts'

/** Where a request comes from: only what our own proxies say of it is believed. As Express does for `request.ip`. */
export function addressOf(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  { proxyHops }: Pick<Env, 'proxyHops'>,
): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const said = forwarded.map((address) => address.trim()).filter(Boolean)
  const chain = [request.socket.remoteAddress ?? '', ...said.reverse()]
  return networkOf(chain[Math.min(proxyHops, chain.length - 1)] ?? '')
}

/** Of IPv6 a house has 2^64 addresses of its own: they count as one. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  return address.split(':').slice(0, 4).join(':')
}
