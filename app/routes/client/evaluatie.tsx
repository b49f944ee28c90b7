import { data, Form, href, Link, redirect } from 'react-router'
import { z } from 'zod'
import { finishEvaluatieCommand } from '#app/commands/finish-evaluatie.server.ts'
import { Belbalk } from '#app/components/client/belbalk.tsx'
import { BeetjeIcon, NeeIcon, VinkIcon } from '#app/components/client/icons.tsx'
import { Melding } from '#app/components/client/melding.tsx'
import { Sluiten } from '#app/components/client/sluiten.tsx'
import { useWoorden } from '#app/components/client/woorden.tsx'
import { eisClient, sqlContext } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import { findEvaluatiefeiten } from '#db/evaluaties.ts'
import { datumInNederland } from '#domain/datum.ts'
import { ANTWOORDEN, type Antwoord, isEvaluatieOpen } from '#domain/evaluatie.ts'
import type { Route } from './+types/evaluatie'
import { eisPlan, setClient } from './browser.server.ts'
import { ClientFout } from './client-fout.tsx'
import { ofNiets } from './zonder-antwoord.ts'

export const middleware: Route.MiddlewareFunction[] = [setClient]

export async function loader({ request, context }: Route.LoaderArgs) {
  const { overlegId, soort } = eisClient(context)
  const { contact } = await eisPlan({ request, context })
  const feiten = await findEvaluatiefeiten(context.get(sqlContext), overlegId)
  const vandaag = datumInNederland(new Date())
  const isOpen = soort === 'client' && feiten && isEvaluatieOpen('client', feiten, vandaag)
  if (isOpen) return { contact, stand: 'open' as const }
  const isKlaar = soort === 'client' && feiten?.klaar.includes('client')
  return { contact, stand: isKlaar ? ('klaar' as const) : ('niet-nu' as const) }
}

const antwoord = z.enum(ANTWOORDEN).optional()
const Formulier = z.strictObject({
  intent: z.enum(['klaar', 'overslaan']),
  'client-prettig': antwoord,
  'client-zinvol': antwoord,
})

export async function action({ request, context }: Route.ActionArgs) {
  const browser = eisClient(context)
  const invoer = await parseForm(request, Formulier)
  if (!invoer) return data({ fouten: true }, { status: 400 })

  const { intent, ...gegeven } = invoer
  const antwoorden = intent === 'klaar' ? gegeven : {}
  // Who was done already is told so by the page.
  await finishEvaluatieCommand(context.get(sqlContext), { browser, antwoorden })
  throw redirect(href('/mijn-plan/evaluatie'))
}

/** What was chosen stays chosen. */
export async function clientAction({ serverAction }: Route.ClientActionArgs) {
  return (
    (await ofNiets(serverAction())) ??
    data({ fouten: true, geenVerbinding: true } as const, { status: 503 })
  )
}

/** Two questions after the table, for who wants to answer them. K10 */
export default function Evaluatie({ loaderData, actionData }: Route.ComponentProps) {
  const { evaluatie: w, tafel } = useWoorden()
  const { contact, stand } = loaderData
  const isNietGehoord = actionData && 'geenVerbinding' in actionData
  const fout = actionData ? (isNietGehoord ? tafel.geenVerbinding : w.nietGoed) : null
  return (
    <>
      <title>{w.titel}</title>
      <div className="smal">
        <h1 tabIndex={-1}>{w.titel}</h1>
        {stand !== 'open' && <Fout fout={fout} />}
        {stand === 'open' ? <Vragen fout={fout} /> : <Voorbij stand={stand} />}
      </div>
      <Belbalk contact={contact} />
    </>
  )
}

function Fout({ fout }: { fout: string | null }) {
  if (!fout) return null
  return (
    <Melding soort="let-op">
      <p role="alert">{fout}</p>
    </Melding>
  )
}

function Vragen({ fout }: { fout: string | null }) {
  const w = useWoorden().evaluatie
  return (
    <Form method="post" action={href('/mijn-plan/evaluatie')} className="form">
      <p className="inleiding">{w.kort}</p>
      <p>{w.anoniem}</p>
      <Vraag naam="client-prettig" vraag={w.prettig} />
      <Vraag naam="client-zinvol" vraag={w.zinvol} />
      <Fout fout={fout} />
      <div className="knoppen">
        <button type="submit" name="intent" value="klaar" className="button button--primary">
          {w.klaar}
        </button>
        <button type="submit" name="intent" value="overslaan" className="button">
          {w.overslaan}
        </button>
      </div>
    </Form>
  )
}

const ICON = { ja: VinkIcon, 'een-beetje': BeetjeIcon, nee: NeeIcon } as const satisfies Record<
  Antwoord,
  () => React.ReactNode
>

function Vraag({ naam, vraag }: { naam: string; vraag: string }) {
  const w = useWoorden().evaluatie
  const woord = { ja: w.ja, 'een-beetje': w.eenBeetje, nee: w.nee } as const
  return (
    <fieldset className="keuzes">
      <legend>{vraag}</legend>
      {ANTWOORDEN.map((antwoord) => {
        const Icon = ICON[antwoord]
        return (
          <label key={antwoord} className="keuze">
            <input type="radio" name={naam} value={antwoord} />
            <Icon />
            {woord[antwoord]}
          </label>
        )
      })}
    </fieldset>
  )
}

function Voorbij({ stand }: { stand: 'klaar' | 'niet-nu' }) {
  const { evaluatie: w, keek } = useWoorden()
  return (
    <>
      <Melding soort="goed">
        <p>{stand === 'klaar' ? w.bedankt : w.nietNu}</p>
      </Melding>
      <Link className="button" to={href('/mijn-plan')}>
        {keek.terug}
      </Link>
      <Sluiten />
    </>
  )
}

export const meta: Route.MetaFunction = () => []

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ClientFout error={error} />
}
