import { useEffect, useRef } from 'react'

export type Fout = { id: string; text: string }

/** What is wrong with the form, on top, with links; takes focus when it appears. Both sides of the table use it. */
export function Foutlijst({ titel, errors }: { titel: string; errors: readonly Fout[] }) {
  const box = useRef<HTMLElement>(null)
  const key = errors.map(({ id, text }) => `${id}:${text}`).join('|')
  useEffect(() => {
    if (key) box.current?.focus()
  }, [key])

  if (errors.length === 0) return null
  return (
    <section ref={box} className="error-summary" tabIndex={-1} aria-labelledby="foutlijst">
      <h2 id="foutlijst">{titel}</h2>
      <ul>
        {errors.map(({ id, text }) => (
          <li key={`${id}-${text}`}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
