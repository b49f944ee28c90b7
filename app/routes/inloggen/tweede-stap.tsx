import '#app/styles/professional.css'
import { Form, href, Link, redirect } from 'react-router'
import { z } from 'zod'
import { aanvragerOf, cookieHeaders } from '#app/auth/aanvrager.server.ts'
import { findMerk } from '#app/auth/bekende-browser.server.ts'
import { findHalf } from '#app/auth/halve-sessie.server.ts'
import { finishInloggen } from '#app/auth/inloggen.server.ts'
import { finishWithPasskey } from '#app/auth/passkey-inloggen.server.ts'
import { takeCode } from '#app/auth/tweede-stap.server.ts'
import { PasskeyFormulier } from '#app/components/passkey/passkey-formulier.tsx'
import { Inlogkader } from '#app/components/shell/inlogkader.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { kluisContext, omgevingContext, sqlContext } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import { refusalResponse } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import { findFactoren } from '#db/tweede-factoren.ts'
import { parseNaar } from '../naar.ts'
import type { Route } from './+types/tweede-stap'

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const sql = context.get(sqlContext)
  const half = await findHalfOf({ request, context })
  if (!half) throw redirect(href('/inloggen'))
  const { totp, passkeys } = await findFactoren(sql, half.gebruikerId)
  return { totp, passkeys: passkeys > 0, naar: parseNaar(url.searchParams.get('naar')) }
}

const Formulier = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('code'),
    code: z.string().min(1).max(40),
    naar: z.string().default(''),
  }),
  z.strictObject({
    intent: z.literal('passkey'),
    antwoord: z.string().max(100_000).default(''),
    naar: z.string().default(''),
  }),
])

export async function action({ request, context }: Route.ActionArgs) {
  const sql = context.get(sqlContext)
  const half = await findHalfOf({ request, context })
  if (!half) throw redirect(href('/inloggen'))
  const invoer = await parseForm(request, Formulier)
  if (!invoer) return refusalResponse({ code: 'tweede-stap-mislukt' })

  const aanvrager = aanvragerOf(request, context)
  const { origin } = context.get(omgevingContext)
  if (invoer.intent === 'passkey') {
    const { antwoord } = invoer
    const klaar = await finishWithPasskey(sql, { half, antwoord, origin, ...aanvrager })
    return klaar.ok ? naarBinnen(klaar.value.cookies, invoer.naar) : refusalResponse(klaar.refusal)
  }
  const { gebruikerId, wachtwoordHash } = half
  const merk = findMerk(aanvrager.cookieHeader, wachtwoordHash, aanvrager)
  const code = { gebruikerId, code: invoer.code, merk }
  const bewijs = await takeCode(sql, context.get(kluisContext), code)
  if (!bewijs.ok) return refusalResponse(bewijs.refusal)
  const klaar = await finishInloggen(sql, { half, bewijs: bewijs.value, ...aanvrager })
  return klaar.ok ? naarBinnen(klaar.value.cookies, invoer.naar) : refusalResponse(klaar.refusal)
}

export default function TweedeStapPage({ loaderData, actionData }: Route.ComponentProps) {
  const { totp, passkeys, naar } = loaderData
  const fout = actionData && refusalTekst(actionData.refusal)
  return (
    <Inlogkader
      titel="Tweede stap"
      uitleg="Uw wachtwoord klopt. Laat nu zien dat u het bent."
      fouten={fout ? [{ id: 'code', text: fout }] : []}
      onder={
        <p>
          <Link to={href('/inloggen')}>Opnieuw beginnen</Link>
        </p>
      }
    >
      {passkeys && (
        <PasskeyFormulier doel="tweede-stap" knop="Gebruik uw passkey" variant="primary">
          <input type="hidden" name="naar" value={naar ?? ''} />
        </PasskeyFormulier>
      )}
      <Form method="post" className="form" noValidate>
        <input type="hidden" name="intent" value="code" />
        <input type="hidden" name="naar" value={naar ?? ''} />
        <TextField
          id="code"
          name="code"
          label={totp ? 'Code' : 'Herstelcode'}
          hint={
            totp
              ? 'De zes cijfers uit uw app. Telefoon kwijt? Vul dan een herstelcode in.'
              : 'Passkey kwijt? Vul dan een van uw herstelcodes in.'
          }
          error={fout}
          autoComplete="one-time-code"
          maxLength={40}
          size="middle"
        />
        <p>
          <Button variant={passkeys ? 'secondary' : 'primary'}>Verder</Button>
        </p>
      </Form>
    </Inlogkader>
  )
}

function findHalfOf({ request, context }: Pick<Route.ActionArgs, 'request' | 'context'>) {
  return findHalf(context.get(sqlContext), request.headers.get('cookie'), {
    soort: 'tweede-stap',
    ...context.get(omgevingContext),
  })
}

function naarBinnen(cookies: string[], naar: string): never {
  throw redirect(parseNaar(naar) ?? href('/overleggen'), { headers: cookieHeaders(cookies) })
}

export const meta: Route.MetaFunction = () => [{ title: 'Tweede stap – Focustafel' }]
