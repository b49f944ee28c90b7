import {
  CalendarClock,
  CalendarX,
  CircleDot,
  ClipboardPen,
  Handshake,
  ListTodo,
  Lock,
  type LucideIcon,
  Mail,
  MessageCircleQuestion,
  MessageCircleQuestionMark,
  Scale,
} from 'lucide-react'
import { href } from 'react-router'
import { Handelingsformulier } from '#app/components/formulier/uitkomst.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { momentTekst } from '#app/tekst.ts'
import type { Taak } from './werklijst.ts'

type Regel = { icon: LucideIcon; tekst: string; knop: string; to: string; isTeLaat?: true }

/** The work list. Each line says what there is to do, and has one button that does it. */
export function WachtOpU({ taken }: { taken: Taak[] }) {
  return (
    <Card title="Wacht op u">
      {taken.length === 0 ? (
        <Empty title="Er wacht niets op u">
          <p>
            Een verklaring, een casushouderschap of een actie die te laat is komt hier te staan.
          </p>
        </Empty>
      ) : (
        <ul className="rows">
          {taken.map((taak) => (
            <Taakregel key={`${taak.soort}-${taak.overlegId}`} taak={taak} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Taakregel({ taak }: { taak: Taak }) {
  const { icon: Icon, tekst, knop, to, isTeLaat } = regelOf(taak)
  const casus = `${taak.casus.nummer}, ${taak.casus.initialen}`
  return (
    <li className={isTeLaat ? 'row row--te-laat' : 'row'}>
      <Icon className="icon row__icon" aria-hidden="true" />
      <p className="row__text">
        {tekst}
        <span className="row__detail">{casus}</span>
      </p>
      {taak.geplandOp && <Antwoord taak={taak} geplandOp={taak.geplandOp} />}
      <ButtonLink
        to={to}
        variant={taak.soort === 'overleg-bezig' ? 'primary' : 'secondary'}
        aria-label={`${knop}: ${casus}`}
      >
        {knop}
      </ButtonLink>
    </li>
  )
}

type AntwoordProps = { taak: Taak; geplandOp: Date }

/** Answered where it is asked; who comes in one's place is chosen on the page of the overleg. F8 */
function Antwoord({ taak: { overlegId, casus }, geplandOp }: AntwoordProps) {
  const welk = `${casus.nummer}, ${casus.initialen}`
  return (
    <Handelingsformulier intent="afspraak" doel={overlegId} className="cluster cluster--tight">
      <input type="hidden" name="moment" value={geplandOp.toISOString()} />
      <Button name="antwoord" value="komt" aria-label={`Ik kom: ${welk}`}>
        Ik kom
      </Button>
      <Button name="antwoord" value="komt-niet" aria-label={`Ik kom niet: ${welk}`}>
        Ik kom niet
      </Button>
    </Handelingsformulier>
  )
}

function regelOf({ soort, overlegId, aantal, geplandOp, magCollega }: Taak): Regel {
  const overleg = href('/overleggen/:overlegId', { overlegId })
  const deelnemers = href('/overleggen/:overlegId/deelnemers', { overlegId })
  const verzoeken = `${href('/overleggen/:overlegId/plan', { overlegId })}#verzoeken`
  switch (soort) {
    case 'overleg-bezig':
      return {
        icon: CircleDot,
        tekst: 'Dit overleg is nu bezig',
        knop: 'Ga naar de tafel',
        to: overleg,
      }
    case 'overleg-dicht':
      return {
        icon: Lock,
        tekst: 'Dit overleg is dicht voor iedereen behalve u',
        knop: 'Bekijk het overleg',
        to: overleg,
      }
    case 'verklaring':
      return {
        icon: ClipboardPen,
        tekst: 'Teken de geheimhoudingsverklaring om mee te doen',
        knop: 'Lees en teken',
        to: href('/overleggen/:overlegId/verklaring', { overlegId }),
      }
    case 'casushouder':
      return {
        icon: Handshake,
        tekst: 'U bent voorgedragen als casushouder',
        knop: 'Bekijk en aanvaard',
        to: deelnemers,
      }
    case 'afweging':
      return {
        icon: Scale,
        tekst: 'Er is een voorstel over met of zonder de cliënt',
        knop: 'Lees en beslis',
        to: `${deelnemers}#met-of-zonder`,
      }
    case 'afspraak':
      return {
        icon: CalendarClock,
        tekst: `Komt u op ${geplandOp ? momentTekst(geplandOp) : 'dit overleg'}?`,
        knop: magCollega ? 'Een collega komt' : 'Bekijk het overleg',
        to: magCollega ? `${deelnemers}#collega-komt` : deelnemers,
      }
    case 'verzoek-te-laat':
      return {
        icon: CalendarX,
        tekst:
          aantal === 1
            ? 'De cliënt wacht te lang op antwoord: klopt er iets niet in het plan?'
            : `De cliënt wacht te lang op ${aantal} antwoorden: klopt er iets niet in het plan?`,
        knop: 'Bekijk de vraag',
        to: verzoeken,
        isTeLaat: true,
      }
    case 'verzoek':
      return {
        icon: MessageCircleQuestionMark,
        tekst:
          aantal === 1
            ? 'De cliënt zegt dat iets in het plan niet klopt'
            : `De cliënt zegt dat ${aantal} dingen in het plan niet kloppen`,
        knop: 'Lees en antwoord',
        to: verzoeken,
      }
    case 'acties-te-laat':
      return {
        icon: ListTodo,
        tekst: aantal === 1 ? '1 actie is te laat' : `${aantal} acties zijn te laat`,
        knop: 'Werk bij',
        to: href('/acties'),
      }
    case 'evaluatie':
      return {
        icon: MessageCircleQuestion,
        tekst: 'Hoe was het met de cliënt aan tafel? Twee vragen',
        knop: 'Beantwoord',
        to: href('/overleggen/:overlegId/evaluatie', { overlegId }),
      }
    case 'brief':
      return {
        icon: Mail,
        tekst:
          aantal === 1
            ? 'Er is nog 1 uitnodigingsbrief te maken'
            : `Er zijn nog ${aantal} uitnodigingsbrieven te maken`,
        knop: 'Maak de brief',
        to: deelnemers,
      }
  }
}
