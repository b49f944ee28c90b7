import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'danger' | 'client'

type Props = { tone?: Tone; icon: LucideIcon; children: ReactNode }

/** A status is a word, an icon and a colour; never a colour alone. */
export function StatusTag({ tone = 'neutral', icon: Icon, children }: Props) {
  return (
    <span className={`tag tag--${tone}`}>
      <Icon className="icon" aria-hidden="true" />
      {children}
    </span>
  )
}
