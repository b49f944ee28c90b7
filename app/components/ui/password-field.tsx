import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { Field } from './field.tsx'

type Props = {
  id: string
  name: string
  label: string
  hint?: string
  error?: string
  autoComplete: 'current-password' | 'new-password'
} & Pick<ComponentProps<'input'>, 'maxLength'>

/** A password, which who types it may see. The button is there only where it does something. */
export function PasswordField({ label, hint, error, ...input }: Props) {
  const [zichtbaar, setZichtbaar] = useState(false)
  const [kan, setKan] = useState(false)
  useEffect(() => setKan(true), [])

  return (
    <Field id={input.id} label={label} hint={hint} error={error}>
      {(control) => (
        <span className="password">
          <input
            className="input input--middle"
            type={zichtbaar ? 'text' : 'password'}
            spellCheck={false}
            autoCapitalize="none"
            {...input}
            {...control}
          />
          {kan && (
            <Button
              type="button"
              variant="plain"
              small
              icon={zichtbaar ? EyeOff : Eye}
              aria-pressed={zichtbaar}
              aria-controls={input.id}
              onClick={() => setZichtbaar(!zichtbaar)}
            >
              Toon<span className="visually-hidden"> {label.toLowerCase()}</span>
            </Button>
          )}
        </span>
      )}
    </Field>
  )
}
