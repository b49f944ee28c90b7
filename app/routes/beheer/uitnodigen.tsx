import { parseWithZod } from '@conform-to/zod/v4'
import { data, Form, href, redirect } from 'react-router'
import { z } from 'zod'
import { eisBevestiging } from '#app/auth/bevestiging.server.ts'
import { inviteGebruikerCommand } from '#app/commands/invite-gebruiker.server.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/components/ui/field.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { gebruikerContext, omgevingContext, sqlContext } from '#app/context.ts'
import { readForm } from '#app/invoer.server.ts'
import { statusOf, throwRefusal } from '#app/refusal-response.ts'
import { HUISFUNCTIE_TEKST, refusalTekst } from '#app/tekst.ts'
import { listOrganisaties } from '#db/organisaties.ts'
import type { Refusal } from '#domain/refusal.ts'
import { HUISFUNCTIES } from '#domain/rol.ts'
import { formulierOf } from '../professional/formulier.ts'
import type { Route } from './+types/uitnodigen'

export async function loader({ request, context }: Route.LoaderArgs) {
  eisBevestiging(request, context)
  const organisaties = await listOrganisaties(context.get(sqlContext))
  return { organisaties: organisaties.map(({ id, naam }) => ({ id, naam })) }
}

const Uitnodiging = z.strictObject({
  naam: tekst('Vul de naam in.', 120).min(2, 'Vul de naam in.'),
  email: z
    .email('Vul een volledig e-mailadres in, zoals naam@gemeente.nl.')
    .max(254, 'Dit e-mailadres is te lang.')
    .toLowerCase(),
  functie: tekst('Vul de functie in.', 120).optional(),
  telefoon: z
    .string()
    .trim()
    .regex(/^[+\d() -]{6,20}$/, 'Schrijf het nummer als 06 12345678.')
    .optional(),
  organisatieId: z.uuid('Kies een organisatie uit de lijst.'),
  huisfunctie: z.enum(HUISFUNCTIES, { error: 'Kies een huisfunctie.' }),
})

export async function action({ request, context }: Route.ActionArgs) {
  eisBevestiging(request, context)
  const form = await readForm(request)
  if (!form || ![...form.keys()].every((naam) => /^[a-zA-Z]+$/.test(naam))) {
    throwRefusal({ code: 'ongeldige-invoer' })
  }
  const submission = parseWithZod(form, { schema: Uitnodiging })
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 })

  const { functie = '', telefoon = '', ...nieuw } = submission.value
  const result = await inviteGebruikerCommand(context.get(sqlContext), {
    beheerderId: context.get(gebruikerContext).id,
    origin: context.get(omgevingContext).origin,
    functie,
    telefoon,
    ...nieuw,
  })
  if (!result.ok) {
    return data(submission.reply(errorsOf(result.refusal)), { status: statusOf(result.refusal) })
  }
  throw redirect(href('/beheer/mensen/:gebruikerId', { gebruikerId: result.value.gebruikerId }))
}

export default function UitnodigenPage({ loaderData, actionData }: Route.ComponentProps) {
  const formulier = formulierOf(actionData)
  return (
    <div className="page page--narrow">
      <PageHeader
        title="Iemand uitnodigen"
        lead="Er gaat een mail met een link naar dit adres. De link werkt drie dagen."
      />
      <ErrorSummary errors={formulier.samenvatting} />
      <Card>
        <Form id="formulier" method="post" className="form" noValidate>
          <Personalia formulier={formulier} />
          <Plaats formulier={formulier} organisaties={loaderData.organisaties} />
          <div className="form-actions">
            <Button variant="primary">Stuur de uitnodiging</Button>
            <ButtonLink to={href('/beheer')} variant="plain">
              Niet uitnodigen
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}

type Formulier = ReturnType<typeof formulierOf>

function Personalia({ formulier }: { formulier: Formulier }) {
  const veld = (naam: string) => ({
    id: naam,
    name: naam,
    error: formulier.fout(naam),
    defaultValue: formulier.waarde(naam),
    size: 'middle' as const,
  })
  return (
    <>
      <TextField {...veld('naam')} label="Naam" autoComplete="off" maxLength={120} />
      <TextField {...veld('email')} label="E-mailadres" type="email" autoComplete="off" />
      <TextField {...veld('functie')} label="Functie" maxLength={120} optional />
      <TextField {...veld('telefoon')} label="Telefoon" type="tel" maxLength={20} optional />
    </>
  )
}

type PlaatsProps = { formulier: Formulier; organisaties: { id: string; naam: string }[] }

function Plaats({ formulier, organisaties }: PlaatsProps) {
  return (
    <>
      <SelectField
        id="organisatieId"
        name="organisatieId"
        label="Organisatie"
        error={formulier.fout('organisatieId')}
        defaultValue={formulier.waarde('organisatieId')}
        size="middle"
      >
        <option value="">Kies een organisatie</option>
        {organisaties.map(({ id, naam }) => (
          <option key={id} value={id}>
            {naam}
          </option>
        ))}
      </SelectField>
      <SelectField
        id="huisfunctie"
        name="huisfunctie"
        label="Huisfunctie"
        error={formulier.fout('huisfunctie')}
        defaultValue={formulier.waarde('huisfunctie') ?? 'professional'}
        size="middle"
      >
        {HUISFUNCTIES.map((functie) => (
          <option key={functie} value={functie}>
            {HUISFUNCTIE_TEKST[functie]}
          </option>
        ))}
      </SelectField>
    </>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Uitnodigen – Beheer – Focustafel' }]

function tekst(leeg: string, max: number) {
  return z.string({ error: leeg }).trim().min(1, leeg).max(max, `Gebruik hooguit ${max} tekens.`)
}

function errorsOf(refusal: Refusal) {
  const velden = refusal.code === 'ongeldige-invoer' ? Object.entries(refusal.velden ?? {}) : []
  if (velden.length === 0) return { formErrors: [refusalTekst(refusal)] }
  return { fieldErrors: Object.fromEntries(velden.map(([naam, zin]) => [naam, [zin]])) }
}
