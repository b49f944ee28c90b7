import { CircleX } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'

type Texts = { label: string; hint?: ReactNode; error?: string; optional?: boolean }
type Control = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }
type FieldProps = Texts & { id: string; children: (control: Control) => ReactNode }

/** Label above, hint under the label, error between hint and control. */
export function Field({ id, label, hint, error, optional, children }: FieldProps) {
  const hintId = hint ? `${id}-hint` : null
  const errorId = error ? `${id}-error` : null
  const describedBy = [hintId, errorId].filter(Boolean).join(' ')

  return (
    <div className={error ? 'field field--invalid' : 'field'}>
      <label className="field__label" htmlFor={id}>
        {label}
        {optional && <Optional />}
      </label>
      {hintId && (
        <span id={hintId} className="field__hint">
          {hint}
        </span>
      )}
      {errorId && <FieldError id={errorId}>{error}</FieldError>}
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  )
}

type GroupProps = Texts & { id: string; children: ReactNode }

/** A fieldset: several controls under one question. */
export function FieldGroup({ id, label, hint, error, optional, children }: GroupProps) {
  const hintId = hint ? `${id}-hint` : null
  const errorId = error ? `${id}-error` : null

  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={error ? 'field field--invalid' : 'field'}
      aria-describedby={[hintId, errorId].filter(Boolean).join(' ') || undefined}
    >
      <legend className="field__label">
        {label}
        {optional && <Optional />}
      </legend>
      {hintId && (
        <p id={hintId} className="field__hint">
          {hint}
        </p>
      )}
      {errorId && <FieldError id={errorId}>{error}</FieldError>}
      <div className="field__group">{children}</div>
    </fieldset>
  )
}

type Size = { size?: 'short' | 'middle' }
type TextFieldProps = Texts & { id: string } & Omit<ComponentProps<'input'>, 'size'> & Size

export function TextField({ id, label, hint, error, optional, size, ...rest }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(control) => <input className={inputClass(size)} {...rest} {...control} />}
    </Field>
  )
}

type TextareaFieldProps = Texts & { id: string } & ComponentProps<'textarea'>

export function TextareaField({ id, label, hint, error, optional, ...rest }: TextareaFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(control) => <textarea className="input" rows={3} {...rest} {...control} />}
    </Field>
  )
}

type SelectFieldProps = Texts & { id: string } & Omit<ComponentProps<'select'>, 'size'> & Size

export function SelectField({
  id,
  label,
  hint,
  error,
  optional,
  size,
  children,
  ...rest
}: SelectFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <select className={inputClass(size)} {...rest} {...control}>
          {children}
        </select>
      )}
    </Field>
  )
}

type CheckProps = ComponentProps<'input'> & { label: ReactNode; detail?: ReactNode }

/** A checkbox or a radio with its text. */
export function Check({ label, detail, type = 'checkbox', ...rest }: CheckProps) {
  return (
    <label className="check">
      <input type={type} {...rest} />
      <span className="check__text">
        {label}
        {detail && <span className="check__detail">{detail}</span>}
      </span>
    </label>
  )
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span id={id} className="field__error">
      <CircleX className="icon" aria-hidden="true" />
      <span>{children}</span>
    </span>
  )
}

function Optional() {
  return <span className="field__optional"> (niet verplicht)</span>
}

function inputClass(size: 'short' | 'middle' | undefined) {
  return size ? `input input--${size}` : 'input'
}
