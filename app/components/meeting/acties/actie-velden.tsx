import { CircleAlert, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { type GedeeldeActie, tekstVan } from '#app/realtime/use-acties.ts'
import { opsomming } from '#app/tekst.ts'
import { isLeeg } from '#domain/actie.ts'
import { LEEFGEBIEDEN } from '#domain/document.ts'
import type { Tafelgast } from '../meeting.ts'
import { GedeeldTekstvak } from './gedeeld-tekstvak.tsx'
import { ontbreektIn } from './ontbreekt.ts'
import { WieKeuze } from './wie-keuze.tsx'

type Props = GedeeldeActie & {
  naam: string
  deelnemers: readonly Tafelgast[]
  metClient: boolean
  isNieuw: boolean
  onVerwijder: () => void
}

/** One actie as fields that are written together. */
export function ActieVelden(props: Props) {
  const { actie, velden, naam, deelnemers, metClient, isNieuw, onVerwijder } = props
  const id = useId()
  const wat = tekstVan(velden, 'wat')
  const waarom = tekstVan(velden, 'waarom')
  return (
    <fieldset className="actiekaart">
      <legend className="actiekaart__naam">{naam}</legend>
      {wat && (
        <GedeeldTekstvak
          tekst={wat}
          label="Wat"
          hint="Eén zin, in gewone taal."
          rijen={2}
          focus={isNieuw}
        />
      )}
      <div className="actiekaart__rij">
        <WieKeuze
          wie={actie.wie}
          deelnemers={deelnemers}
          metClient={metClient}
          onKies={(wie) => velden.set('wie', wie)}
        />
        <div className="field">
          <label className="field__label" htmlFor={`${id}-wanneer`}>
            Wanneer klaar
          </label>
          <input
            id={`${id}-wanneer`}
            className="input"
            type="date"
            value={actie.wanneer ?? ''}
            onChange={(event) => velden.set('wanneer', event.target.value)}
          />
        </div>
        <div className="field">
          <label className="field__label" htmlFor={`${id}-leefgebied`}>
            Leefgebied <span className="field__optional">(niet verplicht)</span>
          </label>
          <select
            id={`${id}-leefgebied`}
            className="input"
            value={actie.leefgebied ?? ''}
            onChange={(event) => velden.set('leefgebied', event.target.value)}
          >
            <option value="">Kies een leefgebied</option>
            {LEEFGEBIEDEN.map((leefgebied) => (
              <option key={leefgebied}>{leefgebied}</option>
            ))}
          </select>
        </div>
      </div>
      {waarom && (
        <GedeeldTekstvak
          tekst={waarom}
          label={
            <>
              Waarom <span className="field__optional">(niet verplicht)</span>
            </>
          }
          rijen={1}
        />
      )}
      <div className="actiekaart__voet">
        <Nog actie={actie} />
        <Verwijder naam={naam} direct={isLeeg(actie)} onVerwijder={onVerwijder} />
      </div>
    </fieldset>
  )
}

function Nog({ actie }: Pick<Props, 'actie'>) {
  const ontbreekt = ontbreektIn(actie)
  if (isLeeg(actie)) return <p className="subtle small">Nog leeg: deze actie telt niet mee.</p>
  if (ontbreekt.length === 0) return <p className="subtle small">Volledig ingevuld.</p>
  return (
    <p className="actiekaart__nog small">
      <CircleAlert className="icon" aria-hidden="true" /> Nog invullen: {opsomming(ontbreekt)}.
    </p>
  )
}

type VerwijderProps = { naam: string; direct: boolean; onVerwijder: () => void }

function Verwijder({ naam, direct, onVerwijder }: VerwijderProps) {
  const [vraagt, setVraagt] = useState(false)
  return (
    <>
      <Button
        type="button"
        small
        variant="plain"
        icon={Trash2}
        onClick={() => (direct ? onVerwijder() : setVraagt(true))}
      >
        Verwijder<span className="visually-hidden"> {naam.toLowerCase()}</span>
      </Button>
      <Dialog open={vraagt} title={`${naam} verwijderen?`} onClose={() => setVraagt(false)}>
        <div className="stack">
          <p>De actie verdwijnt voor iedereen aan tafel.</p>
          <div className="cluster">
            <Button type="button" variant="danger" icon={Trash2} onClick={onVerwijder}>
              Ja, verwijder
            </Button>
            <Button type="button" onClick={() => setVraagt(false)}>
              Nee, laat staan
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
