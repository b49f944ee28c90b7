import { useEffect, useRef } from 'react'
import { data, href, isRouteErrorResponse, redirect } from 'react-router'
import { blankClientCookie, endClientSession } from '#app/auth/client-side.server.ts'
import { Belbalk } from '#app/components/client/belbalk.tsx'
import type { Clientbeeld } from '#app/components/client/clientbeeld.ts'
import { type Formulierfout, foutVan, metWoorden } from '#app/components/client/fout.ts'
import { Afgebroken, PinNodig, Uitgelogd } from '#app/components/client/korte-schermen.tsx'
import { Melding } from '#app/components/client/melding.tsx'
import { Plan } from '#app/components/client/plan.tsx'
import { ConceptenProvider, NietBewaard } from '#app/components/client/stem/concepten.tsx'
import { Weggestuurd } from '#app/components/client/steunpersoon.tsx'
import { PlanTaal, useTaal } from '#app/components/client/taalkeuze.tsx'
import { Tafel } from '#app/components/client/tafel.tsx'
import { useClientbeeld } from '#app/components/client/use-clientbeeld.ts'
import { Verbroken } from '#app/components/client/verbroken.tsx'
import { Wachtkamer } from '#app/components/client/wachtkamer.tsx'
import { useWoorden } from '#app/components/client/woorden.tsx'
import { eisClient, omgevingContext, sqlContext } from '#app/context.ts'
import { isZonderJavaScript } from '#app/invoer.server.ts'
import { statusOf } from '#app/refusal-response.ts'
import type { Clientwoorden } from '#app/woorden/client.ts'
import { weigeringIn } from '#app/woorden/weigering.ts'
import { recordAudit } from '#db/audit.ts'
import { touchClientSessie } from '#db/client-sessies.ts'
import type { Route } from './+types/mijn-plan'
import { readEigenBeeld, setClient } from './browser.server.ts'
import { doHandeling, parseHandeling } from './handeling.server.ts'
import { ankerOf, isStil, terugOf, versieOf } from './handelingen/stem-antwoord.server.ts'
import { blankTaalCookie, taalOf } from './taal.server.ts'
import { ofNiets } from './zonder-antwoord.ts'

/** These say themselves what is wrong; what is wrong with another stays in sight. */
const TER_PLAATSE = ['actie', 'verzoek', 'kies-pin', 'pin', 'inbreng', 'woorden']

/** By which field of which form the screen knows that it arrived; of the others it does not. */
const KENMERKEN: ReadonlyMap<string, string> = new Map([
  ['zin', 'antwoord'],
  ['actie-antwoord', 'antwoord'],
  ['signaal', 'signaal'],
  ['actie', 'status'],
  ['verzoek', 'zin'],
])

export const middleware: Route.MiddlewareFunction[] = [setClient]

export async function loader({ request, context }: Route.LoaderArgs) {
  const sql = context.get(sqlContext)
  await touchClientSessie(sql, eisClient(context).sessieHash)
  return { beeld: await readEigenBeeld({ request, context }) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const sql = context.get(sqlContext)
  const client = eisClient(context)
  const omgeving = context.get(omgevingContext)
  const taal = taalOf(request, omgeving, client)
  const handeling = await parseHandeling(request)
  if (!handeling) {
    const tekst = weigeringIn(taal, { code: 'ongeldige-invoer' })
    const fout: Formulierfout = { intent: '', tekst }
    return data({ fout }, { status: 400 })
  }
  if (handeling.intent === 'uitloggen') {
    await endClientSession(sql, request.headers.get('cookie'), omgeving)
    const { overlegId, clientPersoonId } = client
    await recordAudit(sql, { event: 'client-left', overlegId, clientPersoonId })
    const headers = new Headers({ 'Clear-Site-Data': '"storage"' })
    headers.append('Set-Cookie', blankClientCookie(omgeving))
    headers.append('Set-Cookie', blankTaalCookie(omgeving))
    throw redirect(href('/mijn-plan'), { headers })
  }

  const result = await doHandeling(sql, client, handeling)
  if (!result.ok) {
    const fout: Formulierfout = {
      intent: handeling.intent,
      tekst: weigeringIn(taal, result.refusal),
      ...(handeling.intent === 'actie' && { nummer: handeling.nummer }),
      ...terugOf(handeling, result.refusal),
    }
    return data({ fout }, { status: statusOf(result.refusal) })
  }
  // Answers and own words are sent from the middle of a page, which stays where it is.
  if (!isStil(handeling) || isZonderJavaScript(request)) {
    throw redirect(href('/mijn-plan') + ankerOf(handeling))
  }
  return data({ fout: null, ...versieOf(result.value) })
}

export async function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  const form = await request.clone().formData()
  const antwoord = await ofNiets(serverAction())
  if (antwoord) return antwoord
  const intent = form.get('intent')?.toString() ?? ''
  const fout: Formulierfout = {
    intent,
    tekst: '',
    geenVerbinding: true,
    ...(form.has('nummer') && { nummer: Number(form.get('nummer')) }),
    verstuurd: verstuurdIn(form, intent),
  }
  return data({ fout }, { status: 503 })
}

function verstuurdIn(form: FormData, intent: string): string | undefined {
  const veld = KENMERKEN.get(intent)
  return veld && form.get(veld)?.toString()
}

export default function MijnPlan(props: Route.ComponentProps) {
  return (
    <ConceptenProvider>
      <Pagina {...props} />
    </ConceptenProvider>
  )
}

function Pagina({ loaderData, actionData }: Route.ComponentProps) {
  const w = useWoorden()
  const { beeld, verbinding } = useClientbeeld(loaderData.beeld, useTaal())
  useKopBijWissel(beeld.weergave)
  const fout = metWoorden(actionData?.fout ?? null, w.tafel.geenVerbinding)
  const signaal = 'signaal' in beeld ? (beeld.signaal ?? '') : null
  const isAlGezien = fout?.intent === 'signaal' && fout.verstuurd === signaal
  const algemeen = fout && !isAlGezien && !TER_PLAATSE.includes(fout.intent) ? fout.tekst : null
  return (
    <>
      <title>{titelOf(beeld, w)}</title>
      <Verbroken verbinding={verbinding} />
      {algemeen && (
        <div className="smal blijft">
          <Melding soort="let-op">
            <p role="alert">{algemeen}</p>
          </Melding>
        </div>
      )}
      {beeld.weergave !== 'tafel' && <NietBewaard />}
      {(beeld.weergave === 'tafel' || beeld.weergave === 'plan') && <PlanTaal />}
      <Scherm beeld={beeld} fout={fout} />
      <noscript>
        <p className="smal">
          <a className="button" href={href('/mijn-plan')}>
            {w.huis.kijkNieuw}
          </a>
        </p>
      </noscript>
      <Belbalk contact={beeld.contact} />
    </>
  )
}

function titelOf(beeld: Clientbeeld, { huis, deur }: Clientwoorden): string {
  if (beeld.weergave === 'wachtkamer' && beeld.weggestuurd === 'plan') return huis.titelPlan
  const titels: Record<Clientbeeld['weergave'], string> = {
    wachtkamer: huis.titelWachtkamer,
    tafel: huis.titelPlan,
    plan: huis.titelPlan,
    'pin-nodig': huis.titelPin,
    afgebroken: deur.gaatNietDoor,
  }
  return titels[beeld.weergave]
}

function Scherm({ beeld, fout }: { beeld: Clientbeeld; fout: Formulierfout | null }) {
  switch (beeld.weergave) {
    case 'wachtkamer':
      return beeld.weggestuurd ? (
        <Weggestuurd contact={beeld.contact} van={beeld.weggestuurd} />
      ) : (
        <Wachtkamer beeld={beeld} />
      )
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
  return <Uitgelogd />
}
