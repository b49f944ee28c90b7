import type { ReactNode } from 'react'

type Props = { summary: ReactNode; open?: boolean; children: ReactNode }

/** Something that is there for who needs it; opens without JavaScript. */
export function Disclosure({ summary, open, children }: Props) {
  return (
    <details className="disclosure" open={open || undefined}>
      <summary>{summary}</summary>
      <div className="disclosure__body stack">{children}</div>
    </details>
  )
}
