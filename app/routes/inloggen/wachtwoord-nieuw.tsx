import '#app/styles/professional.css'
import { useEffect, useState } from 'react'
import { data, Form, href, Link } from 'react-router'
import { z } from 'zod'
import { chooseWachtwoordCommand } from '#app/commands/choose-wachtwoord.server.ts'
import { Inlogkader } from '#app/components/shell/inlogkader.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PasswordField } from '#app/components/ui/password-field.tsx'
import { sqlContext } from '#app/context.ts'
import { readForm } from '#app/invoer.server.ts'
import { statusOf } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import { veldenOf } from '#app/velden.ts'
import { KORTSTE_WACHTWOORD } from '#domain/wachtwoord.ts'
import type { Route } from './+types/wachtwoord-nieuw'

const Formulier = z.object({
  code: z
    .string({ error: 'Vul de code uit de mail in.' })
    .trim()
    .min(1, 'Vul de code uit de mail in.')
    .max(100, 'Deze code is te lang. De code heeft 26 tekens.'),
  wachtwoord: z
    .string({ error: 'Kies een wachtwoord.' })
    .min(1, 'Kies een wachtwoord.')
    .max(500, 'Dit wachtwoord is te lang.'),
})

type Fouten = { code?: string; wachtwoord?: string }

// There is no loader: a GET says the same for every code, and uses nothing up.
export async function action({ request, context }: Route.ActionArgs) {
  const velden = veldenOf((await readForm(request)) ?? new FormData())
  const invoer = Formulier.safeParse(velden)
  if (!invoer.success) return weiger(foutenOf(invoer.error), 400)

  const result = await chooseWachtwoordCommand(context.get(sqlContext), invoer.data)
  if (result.ok) return { stap: 'klaar' as const, fouten: {} }
  const { refusal } = result
  const veld = refusal.code === 'link-verlopen' ? 'code' : 'wachtwoord'
  return weiger({ [veld]: refusalTekst(refusal) }, statusOf(refusal))
}

export default function WachtwoordNieuwPage({ actionData }: Route.ComponentProps) {
  const uitMail = useCodeUitMail()
  const fouten: Fouten = actionData?.fouten ?? {}
  if (actionData?.stap === 'klaar') return <Klaar />
  return (
    <Inlogkader
      titel="Kies een wachtwoord"
      uitleg="Daarna logt u in met uw e-mailadres en dit wachtwoord."
      fouten={samenvattingOf(fouten)}
      onder={
        <p>
          <Link to={href('/wachtwoord-vergeten')}>Vraag een nieuwe link aan</Link>
        </p>
      }
    >
      <Form method="post" className="form" noValidate>
        {uitMail && !fouten.code ? (
          <input type="hidden" name="code" value={uitMail} />
        ) : (
          <TextField
            id="code"
            name="code"
            label="Code uit de mail"
            error={fouten.code}
            defaultValue={uitMail ?? undefined}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
          />
        )}
        <PasswordField
          id="wachtwoord"
          name="wachtwoord"
          label="Nieuw wachtwoord"
          hint={`Minstens ${KORTSTE_WACHTWOORD} tekens. Een paar losse woorden achter elkaar is goed.`}
          error={fouten.wachtwoord}
          autoComplete="new-password"
        />
        <p>
          <Button variant="primary">Bewaar dit wachtwoord</Button>
        </p>
      </Form>
    </Inlogkader>
  )
}

/** What stands behind the # of the link; then it is taken out of the address, and out of the history. */
function useCodeUitMail(): string | null {
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    const { hash, pathname } = window.location
    const [, gevonden] = /^#([a-z2-9]{26})$/.exec(hash) ?? []
    if (!gevonden) return
    setCode(gevonden)
    window.history.replaceState(window.history.state, '', pathname)
  }, [])
  return code
}

function Klaar() {
  return (
    <Inlogkader titel="Uw wachtwoord is bewaard">
      <Notice tone="ok" role="status">
        <p>Op alle apparaten bent u nu uitgelogd. Log in met uw nieuwe wachtwoord.</p>
      </Notice>
      <p>
        <ButtonLink to={href('/inloggen')} variant="primary">
          Inloggen
        </ButtonLink>
      </p>
    </Inlogkader>
  )
}

function weiger(fouten: Fouten, status: number) {
  return data({ stap: 'vraag' as const, fouten }, { status })
}

function samenvattingOf({ code, wachtwoord }: Fouten) {
  return [
    ...(code ? [{ id: 'code', text: code }] : []),
    ...(wachtwoord ? [{ id: 'wachtwoord', text: wachtwoord }] : []),
  ]
}

function foutenOf(error: z.ZodError<z.infer<typeof Formulier>>): Fouten {
  const { code, wachtwoord } = z.flattenError(error).fieldErrors
  return { code: code?.[0], wachtwoord: wachtwoord?.[0] }
}

export const meta: Route.MetaFunction = () => [{ title: 'Kies een wachtwoord – Focustafel' }]
