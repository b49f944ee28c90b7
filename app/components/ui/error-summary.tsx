import { useEffect, useRef } from 'react'

export type SummaryError = { id: string; text: string }

/** What is wrong with the form, on top, with links; takes focus when it appears. */
export function ErrorSummary({ errors }: { errors: SummaryError[] }) {
  const box = useRef<HTMLElement>(null)
  const key = errors.map(({ id, text }) => `${id}:${text}`).join('|')

  useEffect(() => {
    if (key) box.current?.focus()
  }, [key])

  if (errors.length === 0) return null
  return (
    <section ref={box} className="error-summary" tabIndex={-1} aria-labelledby="error-summary">
      <h2 id="error-summary">
        {errors.length === 1
          ? 'Er is 1 ding niet goed'
          : `Er zijn ${errors.length} dingen niet goed`}
      </h2>
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
