import type { ReactNode } from 'react'
import { datumTekst } from '#app/tekst.ts'
import { datumInNederland } from '#domain/datum.ts'

export function Lijst({ regels }: { regels: readonly ReactNode[] }) {
  if (regels.length === 0) return <p>Geen.</p>
  return (
    <ul>
      {regels.map((regel, index) => (
        <li key={`plaats-${String(index)}`}>{regel}</li>
      ))}
    </ul>
  )
}

export function dag(moment: Date): string {
  return datumTekst(datumInNederland(moment))
}
