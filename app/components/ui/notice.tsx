import { CircleAlert, CircleCheck, CircleX, Eye, Info, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type NoticeTone = 'info' | 'ok' | 'warn' | 'danger' | 'client'

const ICON = {
  info: Info,
  ok: CircleCheck,
  warn: CircleAlert,
  danger: CircleX,
  client: Eye,
} satisfies Record<NoticeTone, LucideIcon>

type Props = {
  tone?: NoticeTone
  title?: string
  icon?: LucideIcon
  /** `status` is announced politely, `alert` at once; without it the notice is part of the page. */
  role?: 'status' | 'alert'
  actions?: ReactNode
  children?: ReactNode
}

export function Notice({ tone = 'info', title, icon, role, actions, children }: Props) {
  const Icon = icon ?? ICON[tone]
  return (
    <div className={`notice notice--${tone}`} role={role}>
      <Icon className="icon" aria-hidden="true" />
      <div className="notice__body">
        {title && <p className="notice__title">{title}</p>}
        {children}
      </div>
      {actions && <div className="notice__actions">{actions}</div>}
    </div>
  )
}
