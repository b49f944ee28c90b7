import { CircleCheck, CircleDashed, Eye, LoaderCircle, WifiOff } from 'lucide-react'
import { useState } from 'react'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import type { Documentstand } from '#app/realtime/open-document.ts'
import { tijdTekst } from '#app/tekst.ts'

type Props = { stand: Documentstand; magSchrijven: boolean; besloten: boolean }

/** In words beside the title; from real acknowledgements. D1 */
export function Opslagstand({ stand, ...mag }: Props) {
  return (
    <>
      <span className="opslagstand">
        <Inhoud stand={stand} {...mag} />
      </span>
      <Verbinding weg={stand.geladen && stand.opslag === 'geen-verbinding'} />
    </>
  )
}

// Read out is only what asks for attention: "opgeslagen" at every letter would drown the text itself.
function Verbinding({ weg }: { weg: boolean }) {
  const [eerder, setEerder] = useState(false)
  if (weg && !eerder) setEerder(true)
  return (
    <span className="visually-hidden" role="status">
      {weg && 'Geen verbinding. Uw tekst blijft hier staan.'}
      {!weg && eerder && 'De verbinding is er weer.'}
    </span>
  )
}

function Inhoud({ stand, magSchrijven, besloten }: Props) {
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
      <span className="alleen-met-js">
        <StatusTag icon={LoaderCircle}>Tekst wordt opgehaald</StatusTag>
      </span>
    )
  }
  if (stand.onopgeslagen) {
    return (
      <StatusTag tone="info" icon={CircleDashed}>
        Nog niet opgeslagen
      </StatusTag>
    )
  }
  if (!magSchrijven) {
    return (
      <StatusTag icon={Eye}>{besloten ? 'Schrijven staat stil' : 'U kunt dit lezen'}</StatusTag>
    )
  }
  return (
    <StatusTag tone="ok" icon={CircleCheck}>
      {stand.opgeslagenOp === null
        ? 'Opgeslagen'
        : `Opgeslagen om ${tijdTekst(new Date(stand.opgeslagenOp))}`}
    </StatusTag>
  )
}
