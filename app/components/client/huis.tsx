import type { ReactNode } from 'react'
import { useVasteFocus } from '../use-vaste-focus.ts'
import { Taalkeuze } from './taalkeuze.tsx'
import { vervanger } from './vervanger.ts'
import { useWoorden } from './woorden.tsx'

export function Huis({ children }: { children: ReactNode }) {
  const w = useWoorden().huis
  useVasteFocus(vervanger)
  return (
    <>
      <a className="skip-link visually-hidden" href="#inhoud">
        {w.naarDeTekst}
      </a>
      <header className="huis">
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path
            d="M12 2.5 4 5.5v6c0 4.6 3.3 8.4 8 10 4.7-1.6 8-5.4 8-10v-6z"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinejoin="round"
          />
          <path
            d="m8.5 12 2.5 2.5 4.5-5"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        <p lang="nl">{w.huis}</p>
        <Taalkeuze />
      </header>
      <main id="inhoud" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
