import { Card } from '#app/components/ui/card.tsx'
import type { EigenWoorden as Woorden } from '#domain/antwoord.ts'

/** In his own words, above what others write; nobody here can change them. K3 */
export function EigenWoorden({ woorden: { wil, anders } }: { woorden: Woorden }) {
  if (!wil.trim() && !anders.trim()) return null
  return (
    <Card title="In de woorden van de cliënt" className="stem">
      <Deel titel="Wat ik wil" tekst={wil} />
      <Deel titel="Wat ik anders zie" tekst={anders} />
    </Card>
  )
}

function Deel({ titel, tekst }: { titel: string; tekst: string }) {
  if (!tekst.trim()) return null
  return (
    <div className="stem__deel">
      <h3>{titel}</h3>
      <blockquote className="eigen-woorden" dir="auto">
        {tekst}
      </blockquote>
    </div>
  )
}
