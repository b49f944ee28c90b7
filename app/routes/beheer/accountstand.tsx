import { Ban, Check, KeyRound, Mail } from 'lucide-react'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import { HUISFUNCTIE_TEKST } from '#app/tekst.ts'
import type { Huisfunctie } from '#domain/rol.ts'

type Props = { huisfunctie: Huisfunctie; uitgeschakeld: boolean; uitgenodigd: boolean }

/** What somebody is in the house, and whether he comes in. */
export function Accountstand({ huisfunctie, uitgeschakeld, uitgenodigd }: Props) {
  return (
    <span className="cluster">
      {huisfunctie !== 'professional' && (
        <StatusTag tone="info" icon={KeyRound}>
          {HUISFUNCTIE_TEKST[huisfunctie]}
        </StatusTag>
      )}
      {uitgeschakeld ? (
        <StatusTag tone="danger" icon={Ban}>
          Uitgeschakeld
        </StatusTag>
      ) : uitgenodigd ? (
        <StatusTag tone="warn" icon={Mail}>
          Uitgenodigd
        </StatusTag>
      ) : (
        <StatusTag tone="ok" icon={Check}>
          Actief
        </StatusTag>
      )}
    </span>
  )
}
