import { useId } from 'react'
import { ACTIEANTWOORDEN } from '#domain/antwoord.ts'
import type { TafelActie } from '../clientbeeld.ts'
import { useWoorden } from '../woorden.tsx'
import { Gekozen, Keuze } from './keuze.tsx'

type Props = { actie: TafelActie; vraagt: boolean; wie: string }

/** Whether the cliënt agrees with an actie: his no blocks nothing, and is kept. K3 */
export function Actievraag({ actie: { stem }, vraagt, wie }: Props) {
  const w = useWoorden().stem
  const id = useId()
  if (!vraagt) return <Gekozen antwoord={stem.antwoord} wie={wie} />
  return (
    <>
      <p id={id} className="antwoord__vraag">
        {w.vraagActie}
      </p>
      <Keuze
        key={stem.sleutel}
        {...stem}
        intent="actie-antwoord"
        opties={ACTIEANTWOORDEN}
        over={id}
      />
    </>
  )
}
