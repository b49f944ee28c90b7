import { Form, href, useLocation, useRouteLoaderData } from 'react-router'
import type { loader } from '#app/routes/client/layout.tsx'
import { useWoorden } from './woorden.tsx'

export function useTaal(): string {
  return useRouteLoaderData<typeof loader>('routes/client/layout')?.taal ?? 'nl'
}

/** On every screen of the client side, also without JavaScript: each language in its own words. K2 */
export function Taalkeuze() {
  const w = useWoorden().huis
  const client = useRouteLoaderData<typeof loader>('routes/client/layout')
  const { pathname } = useLocation()
  if (!client) return null
  return (
    <Form
      method="post"
      action={href('/taal')}
      className="taal geen-print"
      preventScrollReset
      aria-label={w.taalKies}
    >
      <input type="hidden" name="naar" value={pathname} />
      {client.talen
        .filter(({ taal }) => taal !== client.taal)
        .map(({ taal, naam }) => (
          <button
            key={taal}
            type="submit"
            name="taal"
            value={taal}
            className="button taal__knop"
            lang={taal}
          >
            {naam}
          </button>
        ))}
    </Form>
  )
}

/** The plan stays as it was written: Dutch. Who reads in another language is told so once. K2 */
export function PlanTaal() {
  const w = useWoorden().huis
  return useTaal() === 'nl' ? null : <p className="smal">{w.planTaal}</p>
}
