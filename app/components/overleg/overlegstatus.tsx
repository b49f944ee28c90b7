import { Ban, CalendarClock, CircleCheck, CircleDot, Lock, type LucideIcon } from 'lucide-react'
import { StatusTag, type Tone } from '#app/components/ui/status-tag.tsx'
import type { OverlegStatus } from '#domain/fase.ts'
import type { Stand } from '#domain/toegang.ts'

const STATUS = {
  gepland: { tone: 'neutral', icon: CalendarClock, tekst: 'Gepland' },
  lopend: { tone: 'info', icon: CircleDot, tekst: 'Nu bezig' },
  vastgesteld: { tone: 'ok', icon: CircleCheck, tekst: 'Plan vastgesteld' },
  afgebroken: { tone: 'danger', icon: Ban, tekst: 'Afgebroken' },
} satisfies Record<OverlegStatus, { tone: Tone; icon: LucideIcon; tekst: string }>

/** Where an overleg stands, in words. */
export function Overlegstatus({ stand }: { stand: Stand }) {
  const { overleg } = stand
  const { tone, icon, tekst } = STATUS[overleg.status]
  return (
    <>
      <StatusTag tone={tone} icon={icon}>
        {overleg.status === 'lopend' ? `${tekst}: ${overleg.fase}` : tekst}
      </StatusTag>
      {stand.dicht && (
        <StatusTag tone="danger" icon={Lock}>
          Dicht
        </StatusTag>
      )}
    </>
  )
}
