import type { ComponentProps } from 'react'
import { Form, useLocation } from 'react-router'
import { Foutlijst } from '#app/components/foutlijst.tsx'
import { Tekstvak } from './tekstvak.tsx'
import { useWoorden, vul } from './woorden.tsx'

/** The names of the fields, as the pages of the door read them. */
export type Deurfouten = { nummer?: string; code?: string; pin?: string }

type Props = { action: string; uitleg: string; fouten?: Deurfouten; nummer?: string }

/** The door: the code of a letter and a PIN; for who came without its link, also `nummer`. S5 */
export function Deur({ action, uitleg, fouten = {}, nummer }: Props) {
  const { deur: w } = useWoorden()
  // The letter may say in which language.
  const { search } = useLocation()
  return (
    <div className="smal">
      <title>{w.welkom}</title>
      <Fouten fouten={fouten} />
      <h1 tabIndex={-1}>{w.welkom}</h1>
      <p className="inleiding">{uitleg}</p>
      <Form method="post" action={`${action}${search}`} className="form">
        {nummer && (
          <Codevak id="nummer" label={nummer} hint={w.codeHint} fout={fouten.nummer ?? null} />
        )}
        <Codevak id="code" label={w.code} hint={w.codeHint} fout={fouten.code ?? null} />
        <Tekstvak
          id="pin"
          name="pin"
          label={w.pin}
          optional
          hint={w.pinHint}
          fout={fouten.pin ?? null}
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
        />
        <button type="submit" className="button button--primary">
          {w.verder}
        </button>
      </Form>
      <p>{w.luktNiet}</p>
    </div>
  )
}

function Codevak(props: Pick<ComponentProps<typeof Tekstvak>, 'id' | 'label' | 'hint' | 'fout'>) {
  return (
    <Tekstvak
      {...props}
      name={props.id}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={60}
    />
  )
}

function Fouten({ fouten: { nummer, code, pin } }: { fouten: Deurfouten }) {
  const w = useWoorden().huis
  const errors = [
    ...(nummer ? [{ id: 'nummer', text: nummer }] : []),
    ...(code ? [{ id: 'code', text: code }] : []),
    ...(pin ? [{ id: 'pin', text: pin }] : []),
  ]
  const aantal = String(errors.length)
  return (
    <Foutlijst
      titel={errors.length === 1 ? w.eenDing : vul(w.meerDingen, { aantal })}
      errors={errors}
    />
  )
}
