import { Check, CircleHelp, type LucideIcon, MessageCircle, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import {
  type Actieantwoord,
  ANTWOORD_TEKST,
  type Stem,
  type Zinantwoord,
} from '#domain/antwoord.ts'

type Antwoord = Zinantwoord | Actieantwoord

const TEKEN = {
  klopt: Check,
  'klopt-niet': X,
  'weet-niet': CircleHelp,
  ja: Check,
  nee: X,
  praten: MessageCircle,
} as const satisfies Record<Antwoord, LucideIcon>

/** What the cliënt said, beside what he said it of. Purple: he sees it too. */
export function AntwoordTag({ antwoord, eerder }: Stem<Antwoord>) {
  if (antwoord) {
    return (
      <StatusTag tone="client" icon={TEKEN[antwoord]}>
        Cliënt: {ANTWOORD_TEKST[antwoord]}
      </StatusTag>
    )
  }
  return eerder ? <Eerder antwoord={eerder}>Tekst is gewijzigd.</Eerder> : null
}

/** It was said of other words, and does not count any more. */
export function Eerder({ antwoord, children }: { antwoord: Antwoord; children?: ReactNode }) {
  return (
    <span className="stem__eerder small">
      Cliënt, eerder: {ANTWOORD_TEKST[antwoord]}. {children}
    </span>
  )
}
