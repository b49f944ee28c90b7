import { useEffect, useRef } from 'react'
import { useWoorden, vul } from './woorden.tsx'

/** What is wrong with the form, on top, with links; takes focus when it appears. */
export function Foutlijst({ errors }: { errors: { id: string; text: string }[] }) {
  const w = useWoorden().huis
  const box = useRef<HTMLElement>(null)
  const key = errors.map(({ id, text }) => `${id}:${text}`).join('|')
  useEffect(() => {
    if (key) box.current?.focus()
  }, [key])

  if (errors.length === 0) return null
  return (
    <section ref={box} className="error-summary" tabIndex={-1} aria-labelledby="foutlijst">
      <h2 id="foutlijst">
        {errors.length === 1 ? w.eenDing : vul(w.meerDingen, { aantal: String(errors.length) })}
      </h2>
      <ul>
        {errors.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
