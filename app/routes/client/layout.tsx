import '#app/styles/client.css'
import { href, Outlet } from 'react-router'
import { Huis } from '#app/components/client/huis.tsx'
import { WoordenProvider } from '#app/components/client/woorden.tsx'
import { omgevingContext } from '#app/context.ts'
import { woordenIn } from '#app/woorden/client.ts'
import { RICHTING } from '#app/woorden/taal.ts'
import type { Route } from './+types/layout'
import { taalOf } from './taal.server.ts'

export function loader({ request, context }: Route.LoaderArgs) {
  const taal = taalOf(request, context.get(omgevingContext))
  return { taal, richting: RICHTING[taal], woorden: woordenIn(taal) }
}

/** The client side is a world of its own: no name of a house function, no menu, no way to the other side. */
export default function ClientLayout({ loaderData: { woorden } }: Route.ComponentProps) {
  return (
    <WoordenProvider woorden={woorden}>
      <Huis>
        <Outlet />
      </Huis>
    </WoordenProvider>
  )
}

export function ErrorBoundary() {
  return (
    <Huis>
      <div className="smal">
        <h1 tabIndex={-1}>Er ging iets mis</h1>
        <p className="inleiding">
          Dat ligt aan ons, niet aan u. Probeer het nog een keer. Lukt het niet? Bel het nummer in
          uw brief.
        </p>
        <p>
          <a className="button" href={href('/mijn-plan')}>
            Probeer het nog een keer
          </a>
        </p>
      </div>
    </Huis>
  )
}
