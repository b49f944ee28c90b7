import { type ReactNode, useId } from 'react'

type Props = {
  title?: ReactNode
  level?: 2 | 3
  aside?: ReactNode
  className?: string
  id?: string
  children: ReactNode
}

/** A white surface; with a title it is a region of the page. */
export function Card({ title, level = 2, aside, className, id, children }: Props) {
  const titleId = useId()
  const look = className ? `card ${className}` : 'card'
  if (!title) {
    return (
      <div id={id} className={look}>
        {children}
      </div>
    )
  }

  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section id={id} className={look} aria-labelledby={titleId}>
      <div className="card__header">
        <Heading id={titleId}>{title}</Heading>
        {aside}
      </div>
      {children}
    </section>
  )
}
