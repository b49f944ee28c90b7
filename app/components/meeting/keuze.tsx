import { CircleHelp, DoorOpen, UserCheck } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import { KEUZE_TEKST } from '#app/tekst.ts'
import { VERTREKREDENEN, type Vertrekreden } from '#domain/tafel.ts'
import { HandelingForm } from './handeling-form.tsx'
import type { Tafelgast } from './meeting.ts'

const TEKEN = {
  onbeslist: { tone: 'warn', icon: CircleHelp },
  blijft: { tone: 'ok', icon: UserCheck },
  vertrekt: { tone: 'neutral', icon: DoorOpen },
} as const

const REDENEN = ['niet-deelbaar', 'niet-betrokken', 'groepsgrootte'] satisfies Vertrekreden[]

type Props = { gast: Tafelgast; magKiezen: boolean; metClient: boolean }

/** Whether this partner is there when the cliënt sits down; decided together on screen. T1 */
export function Keuze({ gast, magKiezen, metClient }: Props) {
  const keuzes = useRef<HTMLDetailsElement>(null)
  if (!magKiezen) {
    return (
      <p className="keuze">
        <Stand gast={gast} />
      </p>
    )
  }
  function sluit() {
    if (!keuzes.current) return
    keuzes.current.open = false
    keuzes.current.querySelector('summary')?.focus()
  }
  return (
    <details className="keuze" ref={keuzes}>
      <summary>
        <Stand gast={gast} />
        <span className="keuze__wijzig">
          {gast.keuze === 'onbeslist' ? 'Kies' : 'Wijzig'}
          <span className="visually-hidden"> voor {gast.naam}</span>
        </span>
      </summary>
      <p className="subtle small">
        {metClient
          ? 'De cliënt zit aan tafel. Wie vertrekt, is direct van tafel.'
          : `Is ${gast.naam} erbij als de cliënt aanschuift?`}
      </p>
      <div className="keuze__opties">
        <Optie {...{ gast, sluit }} velden={{ keuze: 'blijft' }} aan={gast.keuze === 'blijft'}>
          Blijft
        </Optie>
        {REDENEN.map((reden) => (
          <Optie
            key={reden}
            {...{ gast, sluit }}
            velden={{ keuze: 'vertrekt', vertrekreden: reden }}
            aan={gast.vertrekreden === reden}
          >
            Vertrekt: {kleineLetter(VERTREKREDENEN[reden])}
          </Optie>
        ))}
      </div>
    </details>
  )
}

function Stand({ gast }: Pick<Props, 'gast'>) {
  const { tone, icon } = TEKEN[gast.keuze]
  return (
    <StatusTag tone={tone} icon={icon}>
      {KEUZE_TEKST[gast.keuze]}
    </StatusTag>
  )
}

type OptieProps = Pick<Props, 'gast'> & {
  velden: Readonly<Record<string, string>>
  aan: boolean
  sluit: () => void
  children: ReactNode
}

function Optie({ gast, velden, aan, sluit, children }: OptieProps) {
  return (
    <HandelingForm velden={{ intent: 'keuze', deelnemerId: gast.id, ...velden }} onGelukt={sluit}>
      <Button small aria-pressed={aan}>
        {children}
      </Button>
    </HandelingForm>
  )
}

function kleineLetter(tekst: string) {
  return tekst.charAt(0).toLowerCase() + tekst.slice(1)
}
