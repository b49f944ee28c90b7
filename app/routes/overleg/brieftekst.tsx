import { Handelingsformulier, useIsGeweigerd } from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { TextareaField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { opsomming } from '#app/tekst.ts'
import type { Briefkaart } from './briefkaart.server.ts'

/** What the next letter will say, before it is made: where, why, and who is named in it. K1 */
export function Brieftekst({ kaart }: { kaart: Briefkaart }) {
  const isFout = useIsGeweigerd('briefgegevens')
  const { plaats, doel, vastDoel, isOnline, genoemden, nietGenoemd } = kaart
  return (
    <Disclosure summary="Wat staat er in de brief?" open={isFout}>
      <p>
        In de brief staan, met organisatie en wat zij doen: {opsomming(genoemden)}. Dat zijn de
        procesregisseur, de casushouder en wie blijft.
      </p>
      {nietGenoemd.length > 0 && (
        <Notice tone="warn" title="Nog niet besloten, dus niet in de brief">
          <p>
            {opsomming(nietGenoemd)}. Besluit eerst wie blijft. Anders ziet de cliënt aan tafel
            iemand die niet in de brief stond.
          </p>
        </Notice>
      )}
      <p>
        {isOnline && !plaats
          ? 'Er is geen plaats ingevuld: in de brief staat dat het gesprek online is.'
          : isOnline &&
            'Er is een link van de tafel: in de brief staat dat online meedoen ook kan.'}
      </p>
      <Handelingsformulier intent="briefgegevens">
        <TextareaField
          id="plaats"
          name="plaats"
          label="Waar komt de cliënt naartoe?"
          hint="Gebouw, kamer, straat en plaats, zoals op een kaart. Leeg: het gesprek is online."
          rows={2}
          maxLength={300}
          defaultValue={plaats}
          optional
        />
        <TextareaField
          id="doelzin"
          name="doelzin"
          label="Waarom dit gesprek?"
          hint={`In gewone woorden, voor de cliënt. Niets uit het overleg. Leeg: “${vastDoel}”`}
          rows={2}
          maxLength={500}
          defaultValue={doel}
          optional
        />
        <div className="form-actions">
          <Button>Bewaar voor de brieven</Button>
        </div>
      </Handelingsformulier>
    </Disclosure>
  )
}
