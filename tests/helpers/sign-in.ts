import { randomBytes } from 'node:crypto'
import { SESSIE_COOKIE } from '#app/auth/cookies.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import type { Sql } from '#db/connection.ts'
import { rememberSecret } from './kanaries.ts'

/** A session without the form and its slow hash, for tests that begin after signing in. */
export async function createCookie(sql: Sql, gebruikerId: string): Promise<string> {
  const id = randomBytes(24).toString('hex')
  rememberSecret(id)
  await sql`
    insert into sessie (id_hash, gebruiker_id, expires_at)
    values (${hashOf(id)}, ${gebruikerId}, now() + interval '30 minutes')`
  return `${SESSIE_COOKIE}=${id}`
}

/** Posts a form as a browser does that has no JavaScript. */
export function post(url: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie,
      origin: new URL(url).origin,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields),
  })
}

export function cookieOf(response: Response): string {
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '')
  const set = cookies.filter((cookie) => !cookie.endsWith('='))
  for (const cookie of set) rememberSecret(cookie.split('=')[1] ?? '')
  if (set.length === 0) throw new Error(`Not signed in: ${response.status}`)
  return set.join('; ')
}
