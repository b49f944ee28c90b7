import type { ReactNode } from 'react'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from 'react-router'
import type { Route } from './+types/root'
import { HerlaadZonderScript } from './components/client/herlaad.tsx'
import { foutnummerOf } from './foutnummer.ts'
import { NagelatenProvider } from './realtime/nagelaten.tsx'
import type { loader as clientLoader } from './routes/client/layout'
import { ScriptsAfterDrawing } from './scripts.tsx'

/** Both sides of the table load this file: what is not in it cannot reach the cliënt by it. */
export function Layout({ children }: { children: ReactNode }) {
  const client = useRouteLoaderData<typeof clientLoader>('routes/client/layout')
  return (
    <html lang={client?.taal ?? 'nl'} dir={client?.richting ?? 'ltr'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <Meta />
        <Links />
        <HerlaadZonderScript />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        {client && !import.meta.env.DEV ? <ScriptsAfterDrawing /> : <Scripts />}
      </body>
    </html>
  )
}

export default function Root() {
  return (
    <NagelatenProvider>
      <Outlet />
    </NagelatenProvider>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Focustafel' }]

const FOUT: Record<number, { titel: string; uitleg: string }> = {
  404: {
    titel: 'Deze pagina is er niet',
    uitleg: 'Misschien klopt het adres niet, of is de pagina niet voor u.',
  },
  429: {
    titel: 'Het is nu erg druk',
    uitleg: 'Wacht een halve minuut en probeer het opnieuw.',
  },
}

/** Never says more than a status and the number of the line in the log: no ids, no causes. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const status = isRouteErrorResponse(error) ? error.status : 500
  const nummer = foutnummerOf(error)
  return (
    <main>
      <h1>{FOUT[status]?.titel ?? 'Er ging iets mis'}</h1>
      <p>
        {FOUT[status]?.uitleg ??
          'Laad de pagina opnieuw. Blijft het misgaan, bel dan uw contactpersoon.'}
      </p>
      {nummer && <p>Nummer van deze fout: {nummer}</p>}
      <p>
        <a href="/">Naar het begin</a>
      </p>
    </main>
  )
}
