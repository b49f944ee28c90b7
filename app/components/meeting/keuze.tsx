import { CircleHelp, DoorOpen, UserCheck } from 'lucide-react'
import type { ReactNode } from 'react'
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
  if (!magKiezen) {
    return (
      <p className="keuze">
        <Stand gast={gast} />
      </p>
    )
  }
  return (
    <details className="keuze">
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
        <Optie gast={gast} velden={{ keuze: 'blijft' }} aan={gast.keuze === 'blijft'}>
          Blijft
        </Optie>
        {REDENEN.map((reden) => (
          <Optie
            key={reden}
            gast={gast}
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
  children: ReactNode
}

function Optie({ gast, velden, aan, children }: OptieProps) {
  return (
    <HandelingForm velden={{ intent: 'keuze', deelnemerId: gast.id, ...velden }}>
      <Button small aria-pressed={aan}>
        {children}
      </Button>
    </HandelingForm>
  )
}

function kleineLetter(tekst: string) {
  return tekst.charAt(0).toLowerCase() + tekst.slice(1)
}
