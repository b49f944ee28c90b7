import { KeyRound } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { Form, useSubmit } from 'react-router'
import { Button } from '#app/components/ui/button.tsx'
import { FieldError } from '#app/components/ui/field.tsx'
import { type Passkeydoel, vraagPasskey } from './vraag-passkey.ts'

type Props = {
  doel: Passkeydoel
  knop: string
  variant?: 'primary' | 'secondary'
  /** What goes along: hidden fields, a name. */
  children?: ReactNode
}

type Stand = 'kan-niet' | 'klaar' | 'bezig' | 'mislukt'

/** A form that the browser fills in with a signature. Where it cannot, there is no button. */
export function PasskeyFormulier({ doel, knop, variant, children }: Props) {
  const submit = useSubmit()
  const [stand, setStand] = useState<Stand>('kan-niet')
  useEffect(() => {
    if (kanPasskeys()) setStand('klaar')
  }, [])

  async function vraag(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const velden = new FormData(event.currentTarget)
    setStand('bezig')
    const antwoord = await vraagPasskey(doel)
    setStand(antwoord ? 'klaar' : 'mislukt')
    if (!antwoord) return
    velden.set('antwoord', antwoord)
    await submit(velden, { method: 'post' })
  }

  if (stand === 'kan-niet') return null
  return (
    <Form method="post" className="form" onSubmit={(event) => void vraag(event)}>
      <input type="hidden" name="intent" value="passkey" />
      {children}
      {stand === 'mislukt' && (
        <div role="alert">
          <FieldError>Het is niet gelukt met de passkey. Probeer het opnieuw.</FieldError>
        </div>
      )}
      <p>
        <Button variant={variant} icon={KeyRound} aria-disabled={stand === 'bezig' || undefined}>
          {knop}
        </Button>
      </p>
    </Form>
  )
}

/** A passkey belongs to a name: at a number, such as 127.0.0.1, no browser makes one. */
function kanPasskeys(): boolean {
  return 'PublicKeyCredential' in window && /[a-z]/i.test(window.location.hostname)
}
