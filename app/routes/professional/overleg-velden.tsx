import { Card } from '#app/components/ui/card.tsx'
import { Check, FieldGroup, TextareaField, TextField } from '#app/components/ui/field.tsx'
import type { Datum } from '#domain/datum.ts'
import { ZONDER_CLIENT_REDENEN } from '#domain/tafel.ts'
import type { Formulier } from './formulier.ts'

type Props = { formulier: Formulier }

export function Casusvelden({ formulier }: Props) {
  return (
    <Card title="De casus">
      <div className="stack">
        <TextField
          {...veld(formulier, 'nummer')}
          label="Casusnummer"
          hint="Jaar, streepje, vier cijfers: 2026-0412"
          size="short"
          maxLength={9}
          inputMode="numeric"
        />
        <TextField
          {...veld(formulier, 'initialen')}
          label="Initialen van de cliënt"
          hint="Geen naam: lijsten tonen alleen het nummer en de initialen."
          size="short"
          maxLength={12}
        />
        <TextField {...veld(formulier, 'gemeente')} label="Gemeente" size="middle" maxLength={60} />
      </div>
    </Card>
  )
}

export function Momentvelden({ formulier, vandaag }: Props & { vandaag: Datum }) {
  return (
    <Card title="Wanneer">
      <div className="cluster cluster--top">
        <TextField
          {...veld(formulier, 'datum')}
          type="date"
          label="Datum"
          min={vandaag}
          size="short"
        />
        <TextField {...veld(formulier, 'tijd')} type="time" label="Tijd" size="short" />
      </div>
    </Card>
  )
}

export function Vraagveld({ formulier }: Props) {
  return (
    <Card title="De vraag">
      <TextareaField
        {...veld(formulier, 'vraag')}
        label="Vraag van de inbrenger"
        hint="Waarom komt deze casus op tafel, en wat moet het overleg opleveren?"
        rows={4}
        maxLength={4000}
      />
    </Card>
  )
}

export function Clientvelden({ formulier }: Props) {
  const { waarde, fout } = formulier
  return (
    <Card title="De cliënt">
      <div className="stack keuze-client">
        <FieldGroup id="metClient" label="Is de cliënt bij het overleg?" error={fout('metClient')}>
          <Check
            type="radio"
            name="metClient"
            value="met"
            label="Met de cliënt"
            detail="De cliënt schuift aan bij de besluitvorming."
            defaultChecked={waarde('metClient') !== 'zonder'}
          />
          <Check
            type="radio"
            name="metClient"
            value="zonder"
            label="Stel voor: zonder de cliënt"
            detail="Met een reden. De casushouder bevestigt het; tot dan is het met de cliënt."
            defaultChecked={waarde('metClient') === 'zonder'}
          />
        </FieldGroup>
        <div className="stack keuze-client__met">
          <TextField
            {...veld(formulier, 'client')}
            label="Cliënt"
            hint="Zoals u de cliënt in de brief aanspreekt: mevrouw K."
            size="middle"
          />
          <TextField
            {...veld(formulier, 'vertegenwoordiger')}
            label="Vertegenwoordiger"
            hint="Ouder of voogd, in de plaats van de cliënt."
            size="middle"
            optional
          />
          <TextField
            {...veld(formulier, 'steunpersoon')}
            label="Steunpersoon"
            hint="Wie de cliënt meeneemt. Meer mensen toevoegen kan later."
            size="middle"
            optional
          />
        </div>
        <div className="stack keuze-client__zonder">
          <FieldGroup id="reden" label="Waarom zonder de cliënt?" error={fout('reden')}>
            {Object.entries(ZONDER_CLIENT_REDENEN).map(([reden, tekst]) => (
              <Check
                key={reden}
                type="radio"
                name="reden"
                value={reden}
                label={tekst}
                defaultChecked={waarde('reden') === reden}
              />
            ))}
          </FieldGroup>
          <TextareaField
            {...veld(formulier, 'toelichting')}
            label="Toelichting"
            hint="Verplicht bij een andere reden."
            maxLength={1000}
          />
        </div>
      </div>
    </Card>
  )
}

export function Linkvelden({ formulier }: Props) {
  return (
    <Card title="Videolinks">
      <div className="stack">
        <p className="subtle">
          Twee verschillende ruimtes, zodat niemand uit een gesprek gezet hoeft te worden.
        </p>
        <TextField
          {...veld(formulier, 'linkVooroverleg')}
          type="url"
          label="Link van het vooroverleg"
          hint="Alleen voor de professionals. Begint met https://"
          optional
        />
        <TextField
          {...veld(formulier, 'linkTafel')}
          type="url"
          label="Link van de tafel met de cliënt"
          hint="Voor wie aan tafel blijft, en voor de cliënt."
          optional
        />
      </div>
    </Card>
  )
}

function veld({ waarde, fout }: Formulier, naam: string) {
  return { id: naam, name: naam, defaultValue: waarde(naam), error: fout(naam) }
}
