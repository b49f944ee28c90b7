import { href, Link, redirect } from 'react-router'
import { z } from 'zod'
import { eisBevestiging } from '#app/auth/bevestiging.server.ts'
import { changeHuisfunctieCommand } from '#app/commands/change-account.server.ts'
import { resetTweedeFactor } from '#app/commands/reset-tweede-factor.server.ts'
import {
  Handelingsformulier,
  type Uitkomst,
  Uitkomstfouten,
  UitkomstProvider,
  useLaatste,
} from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { SelectField } from '#app/components/ui/field.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { gebruikerContext, sqlContext } from '#app/context.ts'
import { isZonderJavaScript, parseForm } from '#app/invoer.server.ts'
import { throwRefusal, uitkomstResponse } from '#app/refusal-response.ts'
import { HUISFUNCTIE_TEKST, RESETREDEN_TEKST } from '#app/tekst.ts'
import { findAccount } from '#db/gebruikersbeheer.ts'
import { findFactoren, heeftFactor } from '#db/tweede-factoren.ts'
import { HUISFUNCTIES, type Huisfunctie } from '#domain/rol.ts'
import { RESETREDENEN } from '#domain/tweede-factor.ts'
import type { Route } from './+types/toegang'

// An unlocked laptop of a beheerder is not enough for what opens doors.
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const sql = context.get(sqlContext)
  const account = await findAccount(sql, params.gebruikerId)
  const isEigen = account?.id === context.get(gebruikerContext).id
  if (!account || isEigen) throwRefusal({ code: 'niet-gevonden' })
  eisBevestiging(request, context)
  const { id, naam, huisfunctie } = account
  return { id, naam, huisfunctie, tweedeStap: heeftFactor(await findFactoren(sql, id)) }
}

const Formulier = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('huisfunctie'), huisfunctie: z.enum(HUISFUNCTIES) }),
  z.strictObject({ intent: z.literal('tweede-stap'), reden: z.enum(RESETREDENEN) }),
])
type Formulier = z.infer<typeof Formulier>

export async function action({ request, params, context }: Route.ActionArgs) {
  eisBevestiging(request, context)
  const invoer = await parseForm(request, Formulier)
  if (!invoer) return uitkomstResponse({ intent: 'toegang' }, { code: 'ongeldige-invoer' })
  const result = await doe(invoer, params.gebruikerId, context)
  if (result.ok && isZonderJavaScript(request)) {
    throw redirect(href('/beheer/mensen/:gebruikerId', { gebruikerId: params.gebruikerId }))
  }
  return uitkomstResponse({ intent: invoer.intent }, result.ok ? null : result.refusal)
}

function doe(invoer: Formulier, gebruikerId: string, context: Route.ActionArgs['context']) {
  const sql = context.get(sqlContext)
  const { id: beheerderId } = context.get(gebruikerContext)
  if (invoer.intent === 'huisfunctie') {
    const { huisfunctie } = invoer
    return changeHuisfunctieCommand(sql, { beheerderId, gebruikerId, huisfunctie })
  }
  return resetTweedeFactor(sql, { door: beheerderId, gebruikerId, reden: invoer.reden })
}

const GELUKT = new Map([
  ['huisfunctie', 'De huisfunctie is gewijzigd.'],
  ['tweede-stap', 'De tweede stap is gewist. De eigenaar van het account krijgt een mail.'],
])

export default function ToegangPage({ loaderData, actionData }: Route.ComponentProps) {
  const uitkomst = useLaatste<Uitkomst>(actionData)
  const { id, naam, huisfunctie, tweedeStap } = loaderData
  const gelukt = uitkomst && !uitkomst.refusal ? GELUKT.get(uitkomst.intent) : null
  return (
    <UitkomstProvider value={uitkomst}>
      <div className="page page--narrow" id="toegang">
        <PageHeader title={`Toegang van ${naam}`} />
        <Uitkomstfouten />
        <p role="status" className={gelukt ? undefined : 'visually-hidden'}>
          {gelukt}
        </p>
        <HuisfunctieWijzigen huisfunctie={huisfunctie} />
        <TweedeStapWissen tweedeStap={tweedeStap} />
        <p>
          <Link to={href('/beheer/mensen/:gebruikerId', { gebruikerId: id })}>
            Terug naar {naam}
          </Link>
        </p>
      </div>
    </UitkomstProvider>
  )
}

function HuisfunctieWijzigen({ huisfunctie }: { huisfunctie: Huisfunctie }) {
  return (
    <Card title="Huisfunctie">
      <Handelingsformulier intent="huisfunctie">
        <SelectField
          id="huisfunctie-keuze"
          name="huisfunctie"
          label="Huisfunctie"
          hint="Een huisfunctie geeft geen recht op de inhoud van een overleg."
          defaultValue={huisfunctie}
          size="middle"
        >
          {HUISFUNCTIES.map((functie) => (
            <option key={functie} value={functie}>
              {HUISFUNCTIE_TEKST[functie]}
            </option>
          ))}
        </SelectField>
        <p>Na een wijziging logt deze persoon opnieuw in.</p>
        <p>
          <Button variant="primary">Huisfunctie wijzigen</Button>
        </p>
      </Handelingsformulier>
    </Card>
  )
}

function TweedeStapWissen({ tweedeStap }: { tweedeStap: boolean }) {
  return (
    <Card title="Tweede stap">
      {tweedeStap ? (
        <Handelingsformulier intent="tweede-stap">
          <p>
            Stel eerst vast dat u met deze persoon zelf spreekt. Bel terug op een bekend nummer.
          </p>
          <SelectField id="reden" name="reden" label="Waarom" size="middle">
            {RESETREDENEN.map((reden) => (
              <option key={reden} value={reden}>
                {RESETREDEN_TEKST[reden]}
              </option>
            ))}
          </SelectField>
          <p>
            <Button variant="danger">Wis de tweede stap</Button>
          </p>
        </Handelingsformulier>
      ) : (
        <p>Er is geen tweede stap ingesteld.</p>
      )}
    </Card>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Toegang – Beheer – Focustafel' }]
