import { useEffect, useRef } from 'react'
import { data, href, isRouteErrorResponse, redirect } from 'react-router'
import { blankClientCookie, endClientSession } from '#app/auth/client-side.server.ts'
import { Belbalk } from '#app/components/client/belbalk.tsx'
import type { Clientbeeld } from '#app/components/client/clientbeeld.ts'
import { type Formulierfout, foutVan } from '#app/components/client/fout.ts'
import { Afgebroken, PinNodig, Uitgelogd } from '#app/components/client/korte-schermen.tsx'
import { Melding } from '#app/components/client/melding.tsx'
import { Plan } from '#app/components/client/plan.tsx'
import { Tafel } from '#app/components/client/tafel.tsx'
import { useClientbeeld } from '#app/components/client/use-clientbeeld.ts'
import { Verbroken } from '#app/components/client/verbroken.tsx'
import { Wachtkamer } from '#app/components/client/wachtkamer.tsx'
import { eisClient, omgevingContext, sqlContext } from '#app/context.ts'
import { statusOf } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import { recordClientPage } from '#app/verslag.server.ts'
import { touchClientSessie } from '#db/client-sessies.ts'
import type { Route } from './+types/mijn-plan'
import { setClient } from './browser.server.ts'
import { readClientbeelden } from './clientbeeld.server.ts'
import { doHandeling, parseHandeling } from './handeling.server.ts'

export const middleware: Route.MiddlewareFunction[] = [setClient]

export async function loader({ context }: Route.LoaderArgs) {
  const sql = context.get(sqlContext)
  const { overlegId, sessieHash } = eisClient(context)
  await touchClientSessie(sql, sessieHash)

  const beelden = await readClientbeelden(sql, { overlegId, sessieHashes: [sessieHash] })
  const beeld = beelden.get(sessieHash)
  if (!beeld) throw data(null, { status: 401 })
  await recordClientPage(context, beeld.weergave)
  return { beeld }
}

export async function action({ request, context }: Route.ActionArgs) {
  const sql = context.get(sqlContext)
  const client = eisClient(context)
  const handeling = await parseHandeling(request)
  if (!handeling) {
    const fout = { intent: '', tekst: refusalTekst({ code: 'ongeldige-invoer' }) }
    return data({ fout }, { status: 400 })
  }
  if (handeling.intent === 'uitloggen') {
    await endClientSession(sql, request.headers.get('cookie'), context.get(omgevingContext))
    const headers = {
      'Clear-Site-Data': '"storage"',
      'Set-Cookie': blankClientCookie(context.get(omgevingContext)),
    }
    throw redirect(href('/mijn-plan'), { headers })
  }

  const result = await doHandeling(sql, client, handeling)
  if (result.ok) throw redirect(href('/mijn-plan'))
  const fout = { intent: handeling.intent, tekst: refusalTekst(result.refusal) }
  return data({ fout }, { status: statusOf(result.refusal) })
}

export default function MijnPlan({ loaderData, actionData }: Route.ComponentProps) {
  const { beeld, verbinding } = useClientbeeld(loaderData.beeld)
  useKopBijWissel(beeld.weergave)
  const fout = actionData?.fout ?? null
  const algemeen = foutVan(fout, '')
  return (
    <>
      <title>{TITEL[beeld.weergave]}</title>
      <Verbroken verbinding={verbinding} />
      {algemeen && (
        <Melding soort="let-op">
          <p role="alert">{algemeen}</p>
        </Melding>
      )}
      <Scherm beeld={beeld} fout={fout} />
      <noscript>
        <p className="smal">
          <a className="button" href={href('/mijn-plan')}>
            Kijk of er iets nieuws is
          </a>
        </p>
      </noscript>
      <Belbalk contact={beeld.contact} />
    </>
  )
}

const TITEL = {
  wachtkamer: 'Wachtkamer',
  tafel: 'Mijn plan',
  plan: 'Mijn plan',
  'pin-nodig': 'Pincode',
  afgebroken: 'De afspraak gaat niet door',
} as const satisfies Record<Clientbeeld['weergave'], string>

function Scherm({ beeld, fout }: { beeld: Clientbeeld; fout: Formulierfout | null }) {
  switch (beeld.weergave) {
    case 'wachtkamer':
      return <Wachtkamer beeld={beeld} />
    case 'tafel':
      return <Tafel beeld={beeld} fout={fout} />
    case 'plan':
      return <Plan beeld={beeld} fout={fout} />
    case 'pin-nodig':
      return <PinNodig beeld={beeld} fout={foutVan(fout, 'pin')} />
    case 'afgebroken':
      return <Afgebroken contact={beeld.contact} />
  }
}

/** Another view is another page, also when it comes by itself: it begins at its heading. */
function useKopBijWissel(weergave: Clientbeeld['weergave']) {
  const vorige = useRef(weergave)
  useEffect(() => {
    if (vorige.current === weergave) return
    vorige.current = weergave
    window.scrollTo(0, 0)
    document.querySelector<HTMLElement>('main h1')?.focus()
  }, [weergave])
}

// Without this the title of the root would stand beside our own.
export const meta: Route.MetaFunction = () => []

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  if (!isRouteErrorResponse(error) || error.status !== 401) throw error
  return (
    <>
      <title>U bent niet ingelogd</title>
      <Uitgelogd />
    </>
  )
}
