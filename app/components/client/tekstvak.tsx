import type { ComponentProps } from 'react'
import { LetOpIcon } from './icons.tsx'
import { useWoorden } from './woorden.tsx'

type Props = Omit<ComponentProps<'input'>, 'id'> & {
  id: string
  label: string
  hint: string
  fout: string | null
  optional?: true
}

/** Label above, hint under the label, error between hint and control. */
export function Tekstvak({ id, label, hint, fout, optional, ...rest }: Props) {
  const w = useWoorden().huis
  const beschrijving = fout ? `${id}-hint ${id}-fout` : `${id}-hint`
  return (
    <div className={fout ? 'field field--invalid' : 'field'}>
      <label className="field__label" htmlFor={id}>
        {label}
        {optional && <span className="field__optional"> {w.nietVerplicht}</span>}
      </label>
      <span id={`${id}-hint`} className="field__hint">
        {hint}
      </span>
      {fout && (
        <span id={`${id}-fout`} className="field__error">
          <LetOpIcon />
          <span>{fout}</span>
        </span>
      )}
      <input
        {...rest}
        id={id}
        className="input input--short"
        aria-describedby={beschrijving}
        aria-invalid={fout ? true : undefined}
      />
    </div>
  )
}
