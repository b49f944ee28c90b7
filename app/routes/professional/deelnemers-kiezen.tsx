import { ClipboardPen, FileCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Card } from '#app/components/ui/card.tsx'
import { Check, FieldError, SelectField, TextField } from '#app/components/ui/field.tsx'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import { kaal } from '#app/kaal.ts'
import { ketenTekst } from '#app/tekst.ts'
import type { Formulier } from './formulier.ts'

const KETENS = ['straf', 'zorg', 'bestuur']

type Kandidaat = {
  id: string
  naam: string
  functie: string
  organisatie: string
  keten: string
  convenant: boolean
}

type Props = { formulier: Formulier; kandidaten: Kandidaat[] }

/** The directory as a list of checkboxes. Rol and taak appear with a tick, by CSS alone; the search box needs JavaScript. */
export function DeelnemersKiezen({ formulier, kandidaten }: Props) {
  const [zoek, setZoek] = useState('')
  const [metZoek, setMetZoek] = useState(false)
  useEffect(() => setMetZoek(true), [])
  const gevonden = kandidaten.filter((kandidaat) => past(kandidaat, zoek))
  const fout = formulier.fout('deelnemer')

  return (
    <Card title="Deelnemers">
      <fieldset
        id="deelnemer"
        tabIndex={-1}
        className={fout ? 'stack field--invalid' : 'stack'}
        aria-describedby={fout ? 'deelnemer-error' : undefined}
      >
        <legend className="visually-hidden">Kies wie er meedoen</legend>
        {fout && <FieldError id="deelnemer-error">{fout}</FieldError>}
        {metZoek && (
          <TextField
            id="zoek"
            type="search"
            label="Zoek op naam of organisatie"
            size="middle"
            value={zoek}
            onChange={(event) => setZoek(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        )}
        <p role="status" className="small subtle">
          {zoek.trim() ? `${gevonden.length} gevonden. Wie u al koos blijft staan.` : ''}
        </p>
        {KETENS.map((keten) => (
          <Ketengroep
            key={keten}
            keten={keten}
            kandidaten={kandidaten.filter((kandidaat) => kandidaat.keten === keten)}
            gevonden={gevonden}
            formulier={formulier}
          />
        ))}
      </fieldset>
    </Card>
  )
}

type GroepProps = Props & { keten: string; gevonden: Kandidaat[] }

function Ketengroep({ keten, kandidaten, gevonden, formulier }: GroepProps) {
  if (kandidaten.length === 0) return null
  return (
    <div className="kandidaten">
      <h3>{ketenTekst(keten)}</h3>
      <ul className="rows">
        {kandidaten.map((kandidaat) => (
          <li
            key={kandidaat.id}
            className="kandidaat"
            data-past={gevonden.includes(kandidaat) ? undefined : 'niet'}
          >
            <Kandidaatregel kandidaat={kandidaat} formulier={formulier} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type RegelProps = { kandidaat: Kandidaat; formulier: Formulier }

function Kandidaatregel({ kandidaat, formulier }: RegelProps) {
  const { id, naam, functie, organisatie, convenant } = kandidaat
  const rol = `rol.${id}`
  const taak = `taak.${id}`
  return (
    <>
      <div className="cluster cluster--apart">
        <Check
          name="deelnemer"
          value={id}
          label={naam}
          detail={[functie, organisatie].filter(Boolean).join(', ')}
          defaultChecked={formulier.gekozen('deelnemer').includes(id)}
        />
        <Convenant convenant={convenant} />
      </div>
      <div className="kandidaat__meer">
        <SelectField
          id={rol}
          name={rol}
          label={`Rol van ${naam}`}
          defaultValue={formulier.waarde(rol) ?? 'partner'}
          error={formulier.fout(rol)}
          size="middle"
        >
          <option value="partner">Partner</option>
          <option value="casushouder">Casushouder</option>
        </SelectField>
        <TextField
          id={taak}
          name={taak}
          label={`Wat doet ${naam}?`}
          hint="In een paar woorden, voor de cliënt: helpt met geld"
          maxLength={120}
          defaultValue={formulier.waarde(taak)}
          error={formulier.fout(taak)}
          optional
        />
      </div>
    </>
  )
}

function Convenant({ convenant }: { convenant: boolean }) {
  return convenant ? (
    <StatusTag tone="ok" icon={FileCheck}>
      Convenant getekend
    </StatusTag>
  ) : (
    <StatusTag tone="warn" icon={ClipboardPen}>
      Tekent een verklaring
    </StatusTag>
  )
}

function past({ naam, organisatie, functie }: Kandidaat, zoek: string) {
  const tekst = `${naam} ${organisatie} ${functie}`
  return kaal(tekst).includes(kaal(zoek.trim()))
}
