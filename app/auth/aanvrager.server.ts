import type { RouterContextProvider } from 'react-router'
import { omgevingContext } from '#app/context.ts'
import type { Aanvrager } from './inloggen.server.ts'

/** The browser that asks. */
export function aanvragerOf(request: Request, context: Readonly<RouterContextProvider>): Aanvrager {
  return {
    cookieHeader: request.headers.get('cookie'),
    userAgent: request.headers.get('user-agent'),
    secure: context.get(omgevingContext).secure,
  }
}

export function cookieHeaders(cookies: readonly string[]): Headers {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}
