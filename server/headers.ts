import type { Env } from './env.ts'

export const YEAR_IN_SECONDS = 31_536_000

// The token of a letter is in its address: from there not even our own pages are told the path. Not no-referrer, as below.
const SECRET_PATH = /^\/uitnodiging\//i

export function referrerPolicyFor(path: string): string {
  return SECRET_PATH.test(path) ? 'strict-origin' : 'same-origin'
}

/** What every answer carries. */
export function securityHeaders({ secure }: Pick<Env, 'secure'>): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    // Not no-referrer: with that, a form that is posted without JavaScript says `Origin: null`.
    'Referrer-Policy': referrerPolicyFor('/'),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Permissions-Policy':
      'camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()',
    'Cache-Control': 'no-store',
    ...(secure && { 'Strict-Transport-Security': `max-age=${YEAR_IN_SECONDS}` }),
  }
}

export function contentSecurityPolicy({ nonce, origin }: { nonce: string; origin: string }) {
  // Older Safari does not count a websocket as 'self'.
  const socket = origin.replace(/^http/, 'ws')
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}
