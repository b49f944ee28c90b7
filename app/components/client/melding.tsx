import type { ReactNode } from 'react'
import { LetOpIcon, VinkIcon } from './icons.tsx'

type Props = { soort?: 'info' | 'goed' | 'let-op'; children: ReactNode }

/** Something that the person must not miss, in the flow of the page. Announced when it appears later. */
export function Melding({ soort = 'info', children }: Props) {
  return (
    <div className={`melding melding--${soort}`}>
      {soort === 'goed' ? <VinkIcon /> : <LetOpIcon />}
      <div className="melding__tekst">{children}</div>
    </div>
  )
}
