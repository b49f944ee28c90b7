import { Handelingsformulier, useIsGeweigerd } from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { SelectField, TextareaField, TextField } from '#app/components/ui/field.tsx'
import { refusalTekst } from '#app/tekst.ts'
import { Agendalink } from './agendalink.tsx'
import type { DeelnemersPagina } from './deelnemers-data.server.ts'
import { Dossierlink } from './dossierlink.tsx'

type Kandidaten = DeelnemersPagina['kandidaten']
type Beheer = NonNullable<DeelnemersPagina['beheer']>

function DeelnemerErbij({ kandidaten }: { kandidaten: Kandidaten }) {
  const isFout = useIsGeweigerd('deelnemer-erbij')
  const perOrganisatie = Map.groupBy(kandidaten, ({ organisatie }) => organisatie)
  return (
    <Disclosure summary="Voeg een deelnemer toe" open={isFout}>
      <Handelingsformulier intent="deelnemer-erbij">
        <SelectField id="gebruikerId" name="gebruikerId" label="Wie komt erbij?">
          {[...perOrganisatie].map(([organisatie, leden]) => (
            <optgroup key={organisatie} label={organisatie}>
              {leden.map(({ id, naam, functie, convenant }) => (
                <option key={id} value={id}>
                  {[naam, functie, convenant ? '' : 'tekent een verklaring']
                    .filter(Boolean)
                    .join(', ')}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <TextField
          id="taak"
          name="taak"
          label="Wat doet deze persoon?"
          hint="In een paar gewone woorden, voor de cliënt: helpt met geld"
          maxLength={120}
          optional
        />
        <div className="form-actions">
          <Button>Voeg toe als partner</Button>
        </div>
      </Handelingsformulier>
    </Disclosure>
  )
}

type Props = { overlegId: string; beheer: Beheer; kandidaten: Kandidaten }

export function Overlegbeheer({ overlegId, beheer, kandidaten }: Props) {
  return (
    <Card title="Dit overleg wijzigen">
      <div className="stack stack--tight">
        <DeelnemerErbij kandidaten={kandidaten} />
        <Verplaatsen beheer={beheer} />
        <Links beheer={beheer} />
        <Afbreken />
        <Disclosure summary="Download het dossier">
          <p>Alles wat over deze casus is vastgelegd, in één bestand. Voor wie om inzage vraagt.</p>
          <div className="form-actions">
            <Dossierlink overlegId={overlegId} />
          </div>
        </Disclosure>
        <Disclosure summary="Zet het overleg in uw agenda">
          <p>
            Er staat alleen in wanneer het is. Als u het overleg verplaatst, haal het bestand dan
            opnieuw op.
          </p>
          <div className="form-actions">
            <Agendalink overlegId={overlegId} />
          </div>
        </Disclosure>
      </div>
    </Card>
  )
}

function Verplaatsen({ beheer: { datum, tijd, clientZit } }: { beheer: Beheer }) {
  const isFout = useIsGeweigerd('verplaatsen')
  return (
    <Disclosure summary="Verplaats het overleg" open={isFout}>
      <Handelingsformulier intent="verplaatsen">
        <div className="cluster cluster--top">
          <TextField
            id="datum"
            name="datum"
            type="date"
            label="Datum"
            size="short"
            defaultValue={datum}
            required
          />
          <TextField
            id="tijd"
            name="tijd"
            type="time"
            label="Tijd"
            size="short"
            defaultValue={tijd}
            required
          />
        </div>
        <p className="subtle">
          Wie in de wachtkamer zit ziet meteen de nieuwe tijd. De deelnemers krijgen een mail voor
          hun agenda.
        </p>
        <div className="form-actions">
          <Button why={clientZit ? refusalTekst({ code: 'client-zit-aan-tafel' }) : null}>
            Verplaats naar deze tijd
          </Button>
        </div>
      </Handelingsformulier>
    </Disclosure>
  )
}

function Links({ beheer: { linkVooroverleg, linkTafel } }: { beheer: Beheer }) {
  const isFout = useIsGeweigerd('links')
  return (
    <Disclosure summary="Wijzig de videolinks" open={isFout}>
      <Handelingsformulier intent="links">
        <TextField
          id="linkVooroverleg"
          name="linkVooroverleg"
          type="url"
          label="Link van het vooroverleg"
          hint="Alleen voor de professionals. Begint met https://"
          defaultValue={linkVooroverleg}
          optional
        />
        <TextField
          id="linkTafel"
          name="linkTafel"
          type="url"
          label="Link van de tafel met de cliënt"
          hint="Een andere ruimte dan het vooroverleg."
          defaultValue={linkTafel}
          optional
        />
        <div className="form-actions">
          <Button>Links opslaan</Button>
        </div>
      </Handelingsformulier>
    </Disclosure>
  )
}

function Afbreken() {
  const isFout = useIsGeweigerd('afbreken')
  return (
    <Disclosure summary="Breek het overleg af" open={isFout}>
      <Handelingsformulier intent="afbreken">
        <TextareaField
          id="reden"
          name="reden"
          label="Waarom breekt u het overleg af?"
          hint="De cliënt leest dit niet. Het overleg kan daarna niet meer verder; partners zien het niet meer."
          maxLength={4000}
        />
        <div className="form-actions">
          <Button variant="danger">Breek het overleg af</Button>
        </div>
      </Handelingsformulier>
    </Disclosure>
  )
}
