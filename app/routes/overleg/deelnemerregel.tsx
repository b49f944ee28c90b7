import { CircleCheck, CircleHelp, ClipboardPen, DoorOpen, FileCheck, Handshake } from 'lucide-react'
import { Handelingsformulier, useIsGeweigerd } from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { Person } from '#app/components/ui/person.tsx'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import { ROL_TEKST } from '#app/tekst.ts'
import { VERTREKREDENEN } from '#domain/tafel.ts'
import { Afspraaktag } from './afspraak.tsx'
import type { Deelnemer, DeelnemersPagina } from './deelnemers-data.server.ts'
import { Keuzeknoppen } from './keuzeknoppen.tsx'

type Props = { deelnemer: Deelnemer; metClient: boolean; mag: DeelnemersPagina['mag'] }

export function Deelnemerregel({ deelnemer, metClient, mag }: Props) {
  const { naam, functie, organisatie, taak, rol, kleur, isIk, afspraak } = deelnemer
  const magKiezen = mag.kiezen && rol === 'partner'
  return (
    <li className="deelnemer">
      <div className="deelnemer__wie">
        <Person
          name={isIk ? `${naam} (u)` : naam}
          initialsFrom={naam}
          detail={[functie, organisatie].filter(Boolean).join(', ')}
          colour={kleur}
        />
        <p className="deelnemer__taak">
          {taak ? (
            <>
              <span className="subtle">Voor de cliënt:</span> {taak}
            </>
          ) : (
            <span className="subtle">Nog geen taak in gewone woorden</span>
          )}
        </p>
        {afspraak?.inPlaatsVan && (
          <p className="small subtle">In plaats van {afspraak.inPlaatsVan}</p>
        )}
      </div>
      <div className="deelnemer__stand">
        <div className="cluster cluster--tight">
          {rol !== 'partner' && <Rol deelnemer={deelnemer} />}
          {afspraak && <Afspraaktag afspraak={afspraak} />}
          <Toelating deelnemer={deelnemer} />
          {metClient && rol === 'partner' && <Keuzetag deelnemer={deelnemer} />}
        </div>
        {magKiezen && <Keuzeknoppen deelnemer={deelnemer} />}
        {(mag.beheren || (mag.voordragen && rol === 'partner')) && (
          <Wijzigen deelnemer={deelnemer} mag={mag} />
        )}
      </div>
    </li>
  )
}

function Rol({ deelnemer: { rol, aanvaard } }: { deelnemer: Deelnemer }) {
  if (rol !== 'casushouder') {
    return (
      <StatusTag tone="info" icon={CircleCheck}>
        {ROL_TEKST[rol]}
      </StatusTag>
    )
  }
  return (
    <StatusTag tone={aanvaard ? 'info' : 'warn'} icon={Handshake}>
      {aanvaard ? 'Casushouder' : 'Casushouder: moet nog aanvaarden'}
    </StatusTag>
  )
}

// T9
function Toelating({ deelnemer: { convenant, verklaring } }: { deelnemer: Deelnemer }) {
  if (convenant || verklaring) {
    return (
      <StatusTag icon={FileCheck}>
        {convenant ? 'Convenant getekend' : 'Verklaring getekend'}
      </StatusTag>
    )
  }
  return (
    <StatusTag tone="warn" icon={ClipboardPen}>
      Verklaring nog niet getekend
    </StatusTag>
  )
}

function Keuzetag({ deelnemer: { keuze, vertrekreden } }: { deelnemer: Deelnemer }) {
  if (keuze === 'blijft') {
    return (
      <StatusTag tone="ok" icon={CircleCheck}>
        Blijft
      </StatusTag>
    )
  }
  if (keuze === 'onbeslist') {
    return (
      <StatusTag tone="warn" icon={CircleHelp}>
        Nog niet besloten
      </StatusTag>
    )
  }
  return (
    <StatusTag icon={DoorOpen}>
      Vertrekt{vertrekreden && `: ${VERTREKREDENEN[vertrekreden].toLowerCase()}`}
    </StatusTag>
  )
}

type WijzigenProps = Pick<Props, 'deelnemer' | 'mag'>

function Wijzigen({ deelnemer, mag }: WijzigenProps) {
  const { id, naam, rol, taak } = deelnemer
  const isTaakFout = useIsGeweigerd('taak', id)
  const isEruitFout = useIsGeweigerd('deelnemer-eruit', id)
  const isVoordragenFout = useIsGeweigerd('voordragen', id)
  const taakId = `taak-van-${id}`
  return (
    <Disclosure summary={`Wijzig ${naam}`} open={isTaakFout || isEruitFout || isVoordragenFout}>
      {mag.beheren && (
        <Handelingsformulier intent="taak" doel={id} className="form form--inline">
          <TextField
            id={taakId}
            name="taak"
            label={`Wat doet ${naam}, in gewone woorden?`}
            hint="De cliënt leest dit: helpt met geld"
            defaultValue={taak}
            maxLength={120}
          />
          <Button>Taak opslaan</Button>
        </Handelingsformulier>
      )}
      <div className="cluster">
        {mag.voordragen && rol === 'partner' && (
          <Handelingsformulier intent="voordragen" doel={id}>
            <Button icon={Handshake}>Draag voor als casushouder</Button>
          </Handelingsformulier>
        )}
        {mag.beheren && rol !== 'procesregisseur' && (
          <Handelingsformulier intent="deelnemer-eruit" doel={id}>
            <Button variant="danger">Haal uit dit overleg</Button>
          </Handelingsformulier>
        )}
      </div>
    </Disclosure>
  )
}
