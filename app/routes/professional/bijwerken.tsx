import { CircleCheck, CircleDot } from 'lucide-react'
import type { ActieOpScherm } from '#app/components/acties/actieblok.tsx'
import { Handelingsformulier, useIsGeweigerd } from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { TextareaField } from '#app/components/ui/field.tsx'
import { ACTIESTATUS_TEKST, UITLEG_IN_TEKENS } from '#domain/actie.ts'

/** `metClient`: there is a cliënt who reads how it stands. */
type Props = { actie: ActieOpScherm; overlegId: string; metClient: boolean }

/** Says how an actie stands: one press, or one press and a note. P2 */
export function Bijwerken({ actie, overlegId, metClient }: Props) {
  const { id, wat, status } = actie
  return (
    <div className="bijwerken no-print">
      <Handelingsformulier intent="stand" doel={id} className="bijwerken__stand">
        <Overleg id={overlegId} />
        <Button
          name="status"
          value="loopt"
          icon={CircleDot}
          aria-pressed={status === 'loopt'}
          aria-label={`Loopt: ${wat}`}
        >
          Loopt
        </Button>
        <Button
          name="status"
          value="gedaan"
          icon={CircleCheck}
          aria-pressed={status === 'gedaan'}
          aria-label={`Gedaan: ${wat}`}
        >
          Gedaan
        </Button>
        <details className="meer">
          <summary>
            Notitie of uitleg…<span className="visually-hidden"> bij: {wat}</span>
          </summary>
          <Notitie id={`notitie-${id}`} label="Notitie" optional />
          {metClient && <Uitleg id={`uitleg-${id}`} />}
          <p className="small subtle">Wat u hier schrijft gaat mee met Loopt of Gedaan.</p>
        </details>
      </Handelingsformulier>
      <LuktNiet actie={actie} overlegId={overlegId} metClient={metClient} />
      <Vervallen actie={actie} overlegId={overlegId} metClient={metClient} />
    </div>
  )
}

function LuktNiet({ actie: { id, wat }, overlegId, metClient }: Props) {
  const isFout = useIsGeweigerd('lukt-niet', id)
  return (
    <details className="meer" open={isFout || undefined}>
      <summary>
        Lukt niet…<span className="visually-hidden"> {wat}</span>
      </summary>
      <Handelingsformulier intent="lukt-niet" doel={id}>
        <Overleg id={overlegId} />
        <Notitie id={`lukt-niet-waarom-${id}`} label="Wat is er gebeurd?" optional />
        {metClient && <Uitleg id={`lukt-niet-uitleg-${id}`} />}
        <div className="form-actions">
          <Button name="status" value="niet-gelukt-omstandigheden">
            {ACTIESTATUS_TEKST['niet-gelukt-omstandigheden']}
          </Button>
          <Button name="status" value="niet-gelukt-niet-uitgevoerd">
            {ACTIESTATUS_TEKST['niet-gelukt-niet-uitgevoerd']}
          </Button>
        </div>
      </Handelingsformulier>
    </details>
  )
}

function Vervallen({ actie: { id, wat }, overlegId, metClient }: Props) {
  const isFout = useIsGeweigerd('vervallen', id)
  return (
    <details className="meer" open={isFout || undefined}>
      <summary>
        Vervallen…<span className="visually-hidden"> {wat}</span>
      </summary>
      <Handelingsformulier intent="vervallen" doel={id}>
        <Overleg id={overlegId} />
        <Notitie id={`vervallen-waarom-${id}`} label="Waarom vervalt deze actie?" />
        {metClient && <Uitleg id={`vervallen-uitleg-${id}`} />}
        <div className="form-actions">
          <Button name="status" value="vervallen">
            Laat de actie vervallen
          </Button>
        </div>
      </Handelingsformulier>
    </details>
  )
}

function Overleg({ id }: { id: string }) {
  return <input type="hidden" name="overlegId" value={id} />
}

type NotitieProps = { id: string; label: string; optional?: boolean }

function Notitie(props: NotitieProps) {
  return <TextareaField {...props} name="notitie" rows={2} maxLength={2000} />
}

/** Purple: this alone of what is written here goes to the cliënt. */
function Uitleg({ id }: { id: string }) {
  return (
    <div className="voor-client voor-client--veld">
      <TextareaField
        id={id}
        label="Uitleg voor de cliënt"
        optional
        hint="Dit leest de cliënt op Mijn plan. De notitie leest de cliënt niet."
        name="uitleg"
        rows={2}
        maxLength={UITLEG_IN_TEKENS}
      />
    </div>
  )
}
