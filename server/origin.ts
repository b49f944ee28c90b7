import type { IncomingMessage } from 'node:http'
import { type Env, isLoopback } from './env.ts'

/**
 * The origin that a request may come from: the configured one, never what a header says.
 *
 * On this machine alone people may also type 127.0.0.1 where the configuration says localhost.
 */
export function originFor(request: IncomingMessage, env: Env): string {
  const configured = new URL(env.origin)
  const host = request.headers.host
  if (!isLoopback(configured.hostname) || !host) return env.origin

  const asked = URL.parse(`${configured.protocol}//${host}`)
  return asked && isLoopback(asked.hostname) ? asked.origin : env.origin
}

/** For whatever changes something: sent by a page of ours, and by nothing else. */
export function isFromOurPages(request: IncomingMessage, env: Env): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site !== undefined && site !== 'same-origin') return false
  return origin === undefined ? site === 'same-origin' : origin === originFor(request, env)
}

/** A websocket always says where it comes from. */
export function isUpgradeFromOurPages(request: IncomingMessage, env: Env): boolean {
  return request.headers.origin === originFor(request, env)
}
