import { href, redirect } from 'react-router'
import { z } from 'zod'
import { eisBevestiging } from '#app/auth/bevestiging.server.ts'
import {
  changeConvenantCommand,
  createOrganisatieCommand,
} from '#app/commands/change-organisatie.server.ts'
import {
  Handelingsformulier,
  type Uitkomst,
  Uitkomstfouten,
  UitkomstProvider,
  useLaatste,
} from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { SelectField, TextField } from '#app/components/ui/field.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { gebruikerContext, sqlContext } from '#app/context.ts'
import { isZonderJavaScript, parseForm } from '#app/invoer.server.ts'
import { uitkomstResponse } from '#app/refusal-response.ts'
import { datumTekst, ketenTekst } from '#app/tekst.ts'
import { listOrganisaties, type OrganisatieRij } from '#db/organisaties.ts'
import { parseDatum } from '#domain/datum.ts'
import { KETENS } from '#domain/keten.ts'
import type { Route } from './+types/organisaties'

export async function loader({ context }: Route.LoaderArgs) {
  return { organisaties: await listOrganisaties(context.get(sqlContext)) }
}

/** A day, or nothing: not signed. */
const Convenant = z
  .string()
  .refine((tekst) => tekst === '' || parseDatum(tekst) !== null)
  .transform((tekst) => parseDatum(tekst))
const Formulier = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('convenant'), doel: z.uuid(), convenant: Convenant }),
  z.strictObject({
    intent: z.literal('nieuw'),
    naam: z
      .string()
      .trim()
      .min(2)
      .max(120)
      .regex(/^\P{Cc}+$/u),
    keten: z.enum(KETENS),
    convenant: Convenant,
  }),
])

// A convenant opens every overleg that somebody of that organisatie is in. T9
export async function action({ request, context }: Route.ActionArgs) {
  eisBevestiging(request, context)
  const invoer = await parseForm(request, Formulier)
  if (!invoer) return uitkomstResponse({ intent: 'organisaties' }, { code: 'ongeldige-invoer' })
  const sql = context.get(sqlContext)
  const beheerderId = context.get(gebruikerContext).id
  const { intent, convenant } = invoer
  const result =
    invoer.intent === 'nieuw'
      ? await createOrganisatieCommand(sql, { ...invoer, beheerderId })
      : await changeConvenantCommand(sql, { beheerderId, organisatieId: invoer.doel, convenant })
  if (result.ok && isZonderJavaScript(request)) throw redirect(href('/beheer/organisaties'))
  const doel = invoer.intent === 'convenant' ? invoer.doel : null
  return uitkomstResponse({ intent, doel }, result.ok ? null : result.refusal)
}

export default function OrganisatiesPage({ loaderData, actionData }: Route.ComponentProps) {
  const uitkomst = useLaatste<Uitkomst>(actionData)
  const gelukt = uitkomst && !uitkomst.refusal ? 'Dit is bewaard.' : null
  return (
    <UitkomstProvider value={uitkomst}>
      <div className="page page--narrow" id="organisaties">
        <PageHeader
          title="Organisaties"
          lead="Wie werkt bij een organisatie zonder convenant, tekent voor ieder overleg een verklaring."
        />
        <Uitkomstfouten />
        <p role="status" className={gelukt ? undefined : 'visually-hidden'}>
          {gelukt}
        </p>
        {loaderData.organisaties.map((organisatie) => (
          <Organisatie key={organisatie.id} {...organisatie} />
        ))}
        <NieuweOrganisatie />
      </div>
    </UitkomstProvider>
  )
}

function Organisatie({ id, naam, keten, convenant, accounts }: OrganisatieRij) {
  const stand = convenant ? `Convenant getekend op ${datumTekst(convenant)}` : 'Geen convenant'
  return (
    <Card title={naam}>
      <p className="subtle organisatie__stand">
        {ketenTekst(keten)}. {accounts === 1 ? '1 account' : `${accounts} accounts`}. {stand}.
      </p>
      <Handelingsformulier intent="convenant" doel={id} className="cluster cluster--end">
        <TextField
          id={`convenant-datum-${id}`}
          name="convenant"
          type="date"
          label="Convenant getekend op"
          defaultValue={convenant ?? ''}
          size="short"
        />
        <Button aria-label={`Bewaar de datum van ${naam}`}>Bewaar</Button>
      </Handelingsformulier>
    </Card>
  )
}

function NieuweOrganisatie() {
  return (
    <Card title="Nieuwe organisatie">
      <Handelingsformulier intent="nieuw">
        <TextField id="naam" name="naam" label="Naam" maxLength={120} size="middle" />
        <SelectField id="keten" name="keten" label="Keten" size="middle">
          {KETENS.map((keten) => (
            <option key={keten} value={keten}>
              {ketenTekst(keten)}
            </option>
          ))}
        </SelectField>
        <TextField
          id="convenant"
          name="convenant"
          type="date"
          label="Convenant getekend op"
          size="short"
          optional
        />
        <p>
          <Button variant="primary">Maak de organisatie</Button>
        </p>
      </Handelingsformulier>
    </Card>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Organisaties – Beheer – Focustafel' }]
