import { href, type RouterContextProvider, redirect } from 'react-router'
import { type Gebruiker, gebruikerContext } from '#app/context.ts'

/** Whether he proved again, in this session and a few minutes ago, that it is still he. */
export function isBevestigd({ bevestigd }: Pick<Gebruiker, 'bevestigd'>): boolean {
  return bevestigd
}

/**
 * For what an unlocked laptop must not be enough for: whoever did not just prove who he is, does so first.
 *
 * Throws a redirect, after which he comes back to the page; what he posted he posts again.
 */
export function eisBevestiging(request: Request, context: Readonly<RouterContextProvider>): void {
  if (isBevestigd(context.get(gebruikerContext))) return
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('_routes')
  searchParams.delete('index')
  const zoek = request.method === 'GET' && searchParams.size > 0 ? `?${searchParams}` : ''
  const naar = `${pathname.replace(/(\/_)?\.data$/, '') || '/'}${zoek}`
  throw redirect(`${href('/bevestigen')}?${new URLSearchParams({ naar })}`)
}
