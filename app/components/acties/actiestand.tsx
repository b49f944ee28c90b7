import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleSlash,
  CircleX,
  type LucideIcon,
} from 'lucide-react'
import { StatusTag, type Tone } from '#app/components/ui/status-tag.tsx'
import { ACTIESTATUS_TEKST, type Actiestatus } from '#domain/actie.ts'

const BEELD = {
  open: { tone: 'neutral', icon: CircleDashed },
  loopt: { tone: 'info', icon: CircleDot },
  gedaan: { tone: 'ok', icon: CircleCheck },
  'niet-gelukt-omstandigheden': { tone: 'danger', icon: CircleX },
  'niet-gelukt-niet-uitgevoerd': { tone: 'danger', icon: CircleX },
  vervallen: { tone: 'neutral', icon: CircleSlash },
} satisfies Record<Actiestatus, { tone: Tone; icon: LucideIcon }>

/** How an actie stands, in words. P2 */
export function Actiestand({ status }: { status: Actiestatus }) {
  const { tone, icon } = BEELD[status]
  return (
    <StatusTag tone={tone} icon={icon}>
      {ACTIESTATUS_TEKST[status]}
    </StatusTag>
  )
}
