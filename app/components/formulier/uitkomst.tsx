import { createContext, type ReactNode, useContext, useState } from 'react'
import { Form } from 'react-router'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { FieldError } from '#app/components/ui/field.tsx'
import { refusalTekst } from '#app/tekst.ts'
import type { Refusal } from '#domain/refusal.ts'

/** What became of the form that was posted last: which one it was, and why it was refused if it was. */
export type Uitkomst = { intent: string; doel: string | null; refusal: Refusal | null }

const UitkomstContext = createContext<Uitkomst | null>(null)
export const UitkomstProvider = UitkomstContext.Provider

/** React Router drops the answer of an action when the page is asked anew; a person has not read it by then. */
export function useLaatste<Value>(value: Value | undefined): Value | null {
  const [laatste, setLaatste] = useState(value ?? null)
  if (value !== undefined && value !== laatste) setLaatste(value)
  return value ?? laatste
}

function isGeweigerd(uitkomst: Uitkomst | null, intent: string, doel: string | null) {
  return uitkomst?.refusal != null && uitkomst.intent === intent && uitkomst.doel === doel
}

export function useIsGeweigerd(intent: string, doel: string | null = null) {
  return isGeweigerd(useContext(UitkomstContext), intent, doel)
}

function formulierId(intent: string, doel: string | null) {
  return doel ? `${intent}-${doel}` : intent
}

/** On top of the page: what was refused, with the way to the form that it was. */
export function Uitkomstfouten() {
  const uitkomst = useContext(UitkomstContext)
  if (!uitkomst?.refusal) return null
  const { intent, doel, refusal } = uitkomst
  return <ErrorSummary errors={[{ id: formulierId(intent, doel), text: refusalTekst(refusal) }]} />
}

type Props = {
  intent: string
  doel?: string
  /** Of another page, when it is not this one that does it. */
  action?: string
  className?: string
  children: ReactNode
}

/** A form that does one thing, and says beside itself why it did not. */
export function Handelingsformulier({ intent, doel, action, className = 'form', children }: Props) {
  const uitkomst = useContext(UitkomstContext)
  const fout = useIsGeweigerd(intent, doel ?? null)
  return (
    <Form
      method="post"
      action={action}
      preventScrollReset
      id={formulierId(intent, doel ?? null)}
      className={className}
      tabIndex={-1}
    >
      <input type="hidden" name="intent" value={intent} />
      {doel && <input type="hidden" name="doel" value={doel} />}
      {fout && uitkomst?.refusal && <FieldError>{refusalTekst(uitkomst.refusal)}</FieldError>}
      {children}
    </Form>
  )
}
