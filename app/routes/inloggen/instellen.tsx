import '#app/styles/professional.css'
import { data, Form, href, redirect } from 'react-router'
import { z } from 'zod'
import { aanvragerOf, cookieHeaders } from '#app/auth/aanvrager.server.ts'
import { findHalf } from '#app/auth/halve-sessie.server.ts'
import { finishInloggen } from '#app/auth/inloggen.server.ts'
import { createTotpOpzet, openTotpOpzet } from '#app/auth/totp.server.ts'
import { addPasskeyCommand, addTotpCommand } from '#app/commands/add-factor.server.ts'
import { PasskeyFormulier } from '#app/components/passkey/passkey-formulier.tsx'
import { Inlogkader } from '#app/components/shell/inlogkader.tsx'
import { Herstelcodes } from '#app/components/tweede-stap/herstelcodes.tsx'
import { TotpOpzet } from '#app/components/tweede-stap/totp-opzet.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { kluisContext, omgevingContext, sqlContext } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import { statusOf } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import { type HalveSessie, saveBewijs } from '#db/halve-sessies.ts'
import { parseNaar } from '../naar.ts'
import type { Route } from './+types/instellen'

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const half = await findHalfOf({ request, context })
  if (!half) throw redirect(href('/inloggen'))
  const { geheim, opzet, qr } = createTotpOpzet(context.get(kluisContext), half)
  return { totp: { geheim, opzet, qr }, naar: parseNaar(url.searchParams.get('naar')) }
}

const Formulier = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('totp'),
    opzet: z.string().max(1000),
    code: z.string().max(40).default(''),
    naar: z.string().default(''),
  }),
  z.strictObject({
    intent: z.literal('passkey'),
    antwoord: z.string().max(100_000).default(''),
    naar: z.string().default(''),
  }),
  z.strictObject({ intent: z.literal('klaar'), naar: z.string().default('') }),
])

export async function action({ request, context }: Route.ActionArgs) {
  const sql = context.get(sqlContext)
  const kluis = context.get(kluisContext)
  const half = await findHalfOf({ request, context })
  if (!half) throw redirect(href('/inloggen'))
  const invoer = await parseForm(request, Formulier)
  if (!invoer) return data({ refusal: { code: 'ongeldige-invoer' } as const }, { status: 400 })

  const naar = parseNaar(invoer.naar)
  if (invoer.intent === 'klaar') {
    const aanvrager = aanvragerOf(request, context)
    const klaar =
      half.bewijs && (await finishInloggen(sql, { half, bewijs: half.bewijs, ...aanvrager }))
    if (!klaar?.ok) throw redirect(href('/inloggen'))
    throw redirect(naar ?? href('/overleggen'), { headers: cookieHeaders(klaar.value.cookies) })
  }

  const { origin } = context.get(omgevingContext)
  const nieuw = { eigenaar: eigenaarOf(half), mits: 'eerste' } as const
  const result =
    invoer.intent === 'totp'
      ? await addTotpCommand(sql, kluis, { ...nieuw, ...invoer })
      : await addPasskeyCommand(sql, {
          ...nieuw,
          antwoord: invoer.antwoord,
          naam: 'Passkey',
          houder: half.hash,
          origin,
        })
  if (!result.ok) {
    const totp = invoer.intent === 'totp' ? openTotpOpzet(kluis, half, invoer.opzet) : null
    return data({ refusal: result.refusal, totp }, { status: statusOf(result.refusal) })
  }
  await saveBewijs(sql, { hash: half.hash, bewijs: invoer.intent })
  return data({ codes: result.value.herstelcodes ?? [], naar })
}

export default function InstellenPage({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && 'codes' in actionData) {
    return (
      <Inlogkader titel="Uw tweede stap is ingesteld">
        <Herstelcodes codes={actionData.codes} />
        <Form method="post" className="no-print">
          <input type="hidden" name="intent" value="klaar" />
          <input type="hidden" name="naar" value={actionData.naar ?? ''} />
          <Button variant="primary">Ik heb de codes bewaard, verder</Button>
        </Form>
      </Inlogkader>
    )
  }
  const fout = actionData && refusalTekst(actionData.refusal)
  const totp = (actionData && 'totp' in actionData && actionData.totp) || loaderData.totp
  return (
    <Inlogkader
      titel="Stel een tweede stap in"
      uitleg="Met alleen een wachtwoord komt u er niet in. U stelt de tweede stap één keer in; dat duurt een paar minuten."
      fouten={fout ? [{ id: 'code', text: fout }] : []}
    >
      <h2>Met een app op uw telefoon</h2>
      <TotpOpzet totp={totp} fout={fout} naar={loaderData.naar} />
      <h2>Of met een passkey</h2>
      <p>
        Met een passkey logt u voortaan in met uw vingerafdruk, uw gezicht of de pincode van dit
        apparaat.
      </p>
      <PasskeyFormulier doel="registreren" knop="Maak een passkey">
        <input type="hidden" name="naar" value={loaderData.naar ?? ''} />
      </PasskeyFormulier>
    </Inlogkader>
  )
}

function findHalfOf({ request, context }: Pick<Route.ActionArgs, 'request' | 'context'>) {
  return findHalf(context.get(sqlContext), request.headers.get('cookie'), {
    soort: 'instellen',
    ...context.get(omgevingContext),
  })
}

function eigenaarOf({ gebruikerId, naam, email }: HalveSessie) {
  return { id: gebruikerId, naam, email }
}

export const meta: Route.MetaFunction = () => [{ title: 'Tweede stap instellen – Focustafel' }]
