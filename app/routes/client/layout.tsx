import '#app/styles/client.css'
import { href, Outlet, useRouteLoaderData } from 'react-router'
import { Huis } from '#app/components/client/huis.tsx'
import { useWoorden, vul, WoordenProvider } from '#app/components/client/woorden.tsx'
import { clientContext, omgevingContext } from '#app/context.ts'
import { foutnummerOf } from '#app/foutnummer.ts'
import { woordenIn } from '#app/woorden/client.ts'
import { RICHTING, TAALNAAM, TALEN } from '#app/woorden/taal.ts'
import type { Route } from './+types/layout'
import { taalOf } from './taal.server.ts'

export function loader({ request, context }: Route.LoaderArgs) {
  const taal = taalOf(request, context.get(omgevingContext), context.get(clientContext))
  const talen = TALEN.map((taal) => ({ taal, naam: TAALNAAM[taal] }))
  return { taal, talen, richting: RICHTING[taal], woorden: woordenIn(taal) }
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

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const client = useRouteLoaderData<typeof loader>('routes/client/layout')
  const nummer = foutnummerOf(error)
  if (!client) return <ZonderWoorden nummer={nummer} />
  return (
    <WoordenProvider woorden={client.woorden}>
      <Huis>
        <Mis nummer={nummer} />
      </Huis>
    </WoordenProvider>
  )
}

type Nummer = { nummer: string | null }

function Mis({ nummer }: Nummer) {
  const w = useWoorden().huis
  return (
    <div className="smal">
      <title>{w.mis}</title>
      <h1 tabIndex={-1}>{w.mis}</h1>
      <p className="inleiding">
        {w.misDan} {w.misBel}
      </p>
      {nummer && <p>{vul(w.misNummer, { nummer })}</p>}
      <p>
        <a className="button" href={href('/mijn-plan')}>
          {w.nogEens}
        </a>
      </p>
    </div>
  )
}

/** What failed is what brings the words. */
function ZonderWoorden({ nummer }: Nummer) {
  return (
    <main className="smal">
      <h1 tabIndex={-1}>Er ging iets mis</h1>
      <p>Dat ligt aan ons, niet aan u. Lukt het niet? Bel het nummer in uw brief.</p>
      <p lang="en">It is our mistake, not yours. Call the number in your letter.</p>
      {nummer && <p>Fout · Error: {nummer}</p>}
      <p>
        <a className="button" href={href('/mijn-plan')}>
          <span>
            Probeer het nog een keer · <span lang="en">Try once more</span>
          </span>
        </a>
      </p>
    </main>
  )
}
