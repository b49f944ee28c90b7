import type { ReactNode } from 'react'

type Props = { title: ReactNode; lead?: ReactNode; children?: ReactNode }

/** The one h1 of a page, a line below it, and what one can do here. */
export function PageHeader({ title, lead, children }: Props) {
  return (
    <div className="page-header">
      <div>
        <h1 tabIndex={-1}>{title}</h1>
        {lead && <p className="page-header__lead">{lead}</p>}
      </div>
      {children && <div className="cluster no-print">{children}</div>}
    </div>
  )
}
