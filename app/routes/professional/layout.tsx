import '#app/styles/professional.css'
import { href, Outlet, redirect, useMatches } from 'react-router'
import { findGebruikerByCookie } from '#app/auth/professional.server.ts'
import { NagelatenPaneel } from '#app/components/meeting/nagelaten-paneel.tsx'
import { Foutpagina } from '#app/components/shell/foutpagina.tsx'
import { Topbar } from '#app/components/shell/topbar.tsx'
import { kopVan } from '#app/components/ui/kop-van.ts'
import { useFocusHeading } from '#app/components/ui/use-focus-heading.ts'
import { useVasteFocus } from '#app/components/use-vaste-focus.ts'
import { gebruikerContext, omgevingContext, sqlContext } from '#app/context.ts'
import { useZonderNagelaten } from '#app/realtime/nagelaten.tsx'
import type { Route } from './+types/layout'
import { eigenKleurIn } from './eigen-kleur.ts'

export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, url, context }) => {
    const gebruiker = await findGebruikerByCookie(
      context.get(sqlContext),
      request.headers.get('cookie'),
      context.get(omgevingContext),
    )
    if (!gebruiker) throw redirect(inloggenVoor(request.method, url))
    context.set(gebruikerContext, gebruiker)
  },
]

// Without a loader, middleware does not run on a navigation that asks the server nothing.
export async function loader({ context }: Route.LoaderArgs) {
  const { naam, organisatie, huisfunctie } = context.get(gebruikerContext)
  return { persoon: { naam, organisatie, huisfunctie, kleur: 0 } }
}

export default function ProfessionalLayout({ loaderData }: Route.ComponentProps) {
  useFocusHeading()
  useVasteFocus(kopVan)
  useZonderNagelaten()
  const kleur = useMatches()
    .map(eigenKleurIn)
    .find((gevonden) => gevonden !== null)
  return (
    <>
      <a className="skip-link visually-hidden" href="#inhoud">
        Naar de inhoud
      </a>
      <Topbar persoon={{ ...loaderData.persoon, kleur: kleur ?? loaderData.persoon.kleur }} />
      <main id="inhoud" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}

export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
  return (
    <>
      <Topbar persoon={loaderData?.persoon ?? null} />
      <main id="inhoud" tabIndex={-1}>
        <NagelatenPaneel />
        <Foutpagina error={error} />
      </main>
    </>
  )
}

/** After a refused POST, the page that the form was on is where one comes back to. */
function inloggenVoor(method: string, { pathname, search }: URL) {
  const naar = method === 'GET' ? `${pathname}${search}` : pathname.replace(/\/handeling$/, '')
  return `${href('/inloggen')}?${new URLSearchParams({ naar })}`
}
