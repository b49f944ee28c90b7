import { createContext, type ReactNode, useContext, useRef } from 'react'
import type { Woordveld } from '#domain/antwoord.ts'
import { Melding } from '../melding.tsx'
import { useWoorden } from '../woorden.tsx'

type Versie = { tekst: string; versie: number }
type Concepten = Map<Woordveld, { tekst: string; basis: Versie }>

const Context = createContext<Concepten>(new Map())

/** What somebody is still writing, for as long as this page is there: the table may be gone before it is saved. */
export function ConceptenProvider({ children }: { children: ReactNode }) {
  const concepten = useRef<Concepten>(new Map())
  return <Context value={concepten.current}>{children}</Context>
}

export function useConcepten(): Concepten {
  return useContext(Context)
}

/** Away from the table: the words that did not make it are still here, to be copied or told. */
export function NietBewaard() {
  const w = useWoorden().stem
  const over = [...useConcepten().entries()]
  if (over.length === 0) return null
  return (
    <section className="smal" aria-label={w.nietBewaard}>
      <Melding soort="let-op">
        <p>
          <strong>{w.nietBewaard}</strong>
        </p>
        <p>{w.nietBewaardUitleg}</p>
        {over.map(([veld, { tekst }]) => (
          <blockquote key={veld} className="eigen-woorden" dir="auto">
            {tekst}
          </blockquote>
        ))}
      </Melding>
    </section>
  )
}
