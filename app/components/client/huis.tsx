import type { ReactNode } from 'react'
import { useVasteFocus } from '../use-vaste-focus.ts'
import { Schild } from './schild.tsx'
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
        <Schild />
        <p lang="nl">{w.huis}</p>
        <Taalkeuze />
      </header>
      <main id="inhoud" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
