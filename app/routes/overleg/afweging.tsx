import { CircleCheck, Undo2, UserRound, UserRoundX } from 'lucide-react'
import { Handelingsformulier, useIsGeweigerd } from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { Check, FieldGroup, TextareaField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { AFWEGINGSUITKOMSTEN } from '#domain/afweging.ts'
import { ZONDER_CLIENT_REDENEN } from '#domain/tafel.ts'
import type { Afweging } from './afspraak-data.server.ts'
import type { DeelnemersPagina } from './deelnemers-data.server.ts'

type Afwegingen = NonNullable<DeelnemersPagina['afwegingen']>
type Props = { afwegingen: Afwegingen; metClient: boolean; casushouder: string | null }

/** With or without the cliënt: what it is now, what was proposed, and who may say what. F7 */
export function MetOfZonder({ afwegingen, metClient, casushouder }: Props) {
  const { open, geweest, magVoorstellen, magBeantwoorden } = afwegingen
  const isStil = !open && geweest.length === 0
  if (isStil && !magVoorstellen) return null
  return (
    <Card title="Met of zonder de cliënt" id="met-of-zonder">
      <div className="stack">
        <p>
          {metClient
            ? 'De cliënt schuift aan bij de besluitvorming.'
            : 'Dit overleg is zonder de cliënt.'}
        </p>
        {open && magBeantwoorden && <Vraag open={open} />}
        {open && !magBeantwoorden && <Wacht open={open} casushouder={casushouder} />}
        {!open && magVoorstellen && <Voorstel metClient={metClient} />}
        {geweest.length > 0 && <Geweest afwegingen={geweest} />}
      </div>
    </Card>
  )
}

/** For the casushouder: he knows the cliënt, and says whether he agrees. */
function Vraag({ open }: { open: Afweging }) {
  const { id, voorgesteldDoor, voorgesteldOp } = open
  const isFout = useIsGeweigerd('voorstel-weigeren', id)
  const isZonder = open.voorstel === 'zonder'
  return (
    <>
      <Notice
        tone="warn"
        icon={isZonder ? UserRoundX : UserRound}
        title={isZonder ? 'Voorstel: zonder de cliënt' : 'Voorstel: toch met de cliënt'}
        actions={
          <Handelingsformulier intent="voorstel-bevestigen" doel={id}>
            <Button variant="primary" icon={CircleCheck}>
              {isZonder ? 'Eens: zonder de cliënt' : 'Eens: met de cliënt'}
            </Button>
          </Handelingsformulier>
        }
      >
        <p>
          {voorgesteldDoor} stelt dit voor, op {voorgesteldOp}. <Waarom afweging={open} /> U kent de
          cliënt: bent u het ermee eens?
        </p>
      </Notice>
      <Disclosure summary="Ik ben het er niet mee eens" open={isFout}>
        <Handelingsformulier intent="voorstel-weigeren" doel={id}>
          <TextareaField
            id="weiger-reden"
            name="reden"
            label="Waarom niet?"
            hint="De procesregisseur leest dit."
            maxLength={1000}
          />
          <div className="form-actions">
            <Button>{isZonder ? 'Niet eens: met de cliënt' : 'Niet eens: zonder de cliënt'}</Button>
          </div>
        </Handelingsformulier>
      </Disclosure>
    </>
  )
}

type WachtProps = { open: Afweging; casushouder: string | null }

/** For the procesregisseur: it waits for somebody, and he can take it back. */
function Wacht({ open, casushouder }: WachtProps) {
  const { id, voorstel, voorgesteldDoor, voorgesteldOp } = open
  const wat = voorstel === 'zonder' ? 'Voorstel: zonder de cliënt' : 'Voorstel: toch met de cliënt'
  return (
    <Notice
      tone="warn"
      title={wat}
      actions={
        <Handelingsformulier intent="voorstel-intrekken" doel={id}>
          <Button icon={Undo2}>Trek het voorstel in</Button>
        </Handelingsformulier>
      }
    >
      <p>
        Voorgesteld door {voorgesteldDoor} op {voorgesteldOp}. <Waarom afweging={open} />{' '}
        {casushouder
          ? `Het wacht op ${casushouder}, de casushouder. Tot dan blijft het zoals het is, en begint het overleg niet.`
          : 'Draag eerst een casushouder voor: die zegt of hij het ermee eens is.'}
      </p>
    </Notice>
  )
}

function Voorstel({ metClient }: { metClient: boolean }) {
  const isFout = useIsGeweigerd('voorstel-zonder')
  if (!metClient) {
    return (
      <Handelingsformulier intent="voorstel-met">
        <p className="subtle">De casushouder bevestigt het voorstel.</p>
        <div className="form-actions">
          <Button icon={UserRound}>Stel voor: toch met de cliënt</Button>
        </div>
      </Handelingsformulier>
    )
  }
  return (
    <Disclosure summary="Stel voor om zonder de cliënt te overleggen" open={isFout}>
      <Handelingsformulier intent="voorstel-zonder">
        <FieldGroup id="waarom" label="Waarom zonder de cliënt?">
          {Object.entries(ZONDER_CLIENT_REDENEN).map(([reden, tekst]) => (
            <Check key={reden} type="radio" name="waarom" value={reden} label={tekst} required />
          ))}
        </FieldGroup>
        <TextareaField
          id="zonder-toelichting"
          name="toelichting"
          label="Toelichting"
          hint="Verplicht bij een andere reden. De cliënt leest dit niet."
          maxLength={1000}
        />
        <p className="subtle">
          De casushouder bevestigt het voorstel. Tot dan is het met de cliënt.
        </p>
        <div className="form-actions">
          <Button icon={UserRoundX}>Stel voor: zonder de cliënt</Button>
        </div>
      </Handelingsformulier>
    </Disclosure>
  )
}

function Geweest({ afwegingen }: { afwegingen: Afweging[] }) {
  return (
    <Disclosure summary="Wat er is afgewogen">
      <ul className="rows">
        {afwegingen.map((afweging) => (
          <li key={afweging.id} className="row">
            <p className="row__text">
              {afweging.voorstel === 'zonder' ? 'Zonder de cliënt' : 'Met de cliënt'}:{' '}
              {afweging.uitkomst && AFWEGINGSUITKOMSTEN[afweging.uitkomst].toLowerCase()} door{' '}
              {afweging.beslotenDoor} op {afweging.beslotenOp}.
              {afweging.uitkomstReden && ` ${afweging.uitkomstReden}`}
              <span className="row__detail">
                Voorgesteld door {afweging.voorgesteldDoor} op {afweging.voorgesteldOp}.{' '}
                <Waarom afweging={afweging} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function Waarom({ afweging: { reden, toelichting } }: { afweging: Afweging }) {
  if (!reden) return null
  const tekst = ZONDER_CLIENT_REDENEN[reden]
  return <>{`Reden: ${tekst.toLowerCase()}${toelichting ? `. ${toelichting}` : '.'}`}</>
}
