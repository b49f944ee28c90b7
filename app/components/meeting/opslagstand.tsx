import { CircleCheck, CircleDashed, Eye, LoaderCircle, WifiOff } from 'lucide-react'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import type { Documentstand } from '#app/realtime/open-document.ts'
import { tijdTekst } from '#app/tekst.ts'

type Props = { stand: Documentstand; magSchrijven: boolean }

/** In words beside the title; from real acknowledgements. D1 */
export function Opslagstand({ stand, magSchrijven }: Props) {
  return (
    <span className="opslagstand" role="status">
      <Inhoud stand={stand} magSchrijven={magSchrijven} />
    </span>
  )
}

function Inhoud({ stand, magSchrijven }: Props) {
  if (stand.opslag === 'geen-verbinding' && stand.geladen) {
    return (
      <StatusTag tone="warn" icon={WifiOff}>
        {stand.onopgeslagen
          ? 'Geen verbinding: uw tekst blijft hier staan'
          : 'Geen verbinding: wij proberen het opnieuw'}
      </StatusTag>
    )
  }
  if (!stand.geladen) {
    return (
      <StatusTag icon={LoaderCircle}>
        <span className="alleen-met-js">Tekst wordt opgehaald</span>
      </StatusTag>
    )
  }
  if (stand.onopgeslagen) {
    return (
      <StatusTag tone="info" icon={CircleDashed}>
        Nog niet opgeslagen
      </StatusTag>
    )
  }
  if (!magSchrijven) return <StatusTag icon={Eye}>U kunt dit lezen</StatusTag>
  return (
    <StatusTag tone="ok" icon={CircleCheck}>
      {stand.opgeslagenOp === null
        ? 'Opgeslagen'
        : `Opgeslagen om ${tijdTekst(new Date(stand.opgeslagenOp))}`}
    </StatusTag>
  )
}
