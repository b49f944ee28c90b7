import { isRouteErrorResponse } from 'react-router'
import { Uitgelogd } from '#app/components/client/korte-schermen.tsx'

/** On every page of Mijn plan: without a session there is one thing to say, and anything else is said by the layout. */
export function ClientFout({ error }: { error: unknown }) {
  if (!isRouteErrorResponse(error) || error.status !== 401) throw error
  return <Uitgelogd />
}
