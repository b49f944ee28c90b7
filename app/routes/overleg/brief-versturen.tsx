import { MailCheck, Send } from 'lucide-react'
import { Handelingsformulier, useIsGeweigerd } from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { Check, FieldGroup, TextField } from '#app/components/ui/field.tsx'
import { BRIEFWIJZE_TEKST } from '#app/tekst.ts'
import { WIJZEN } from '#domain/brief.ts'
import type { Briefpagina } from './brief-data.server.ts'

/** A letter that can still be shown: after this it cannot. K1 */
export function Versturen({ brief: { vanaf, vandaag } }: { brief: Briefpagina }) {
  const isMailFout = useIsGeweigerd('mailen')
  return (
    <Card title="Versturen">
      <div className="stack">
        <p>
          Print de brief, en zeg daarna hier hoe hij is verstuurd. Dan wordt de code hier gewist.
          Doet u niets, dan gebeurt dat na zeven dagen.
        </p>
        <Handelingsformulier intent="verzonden">
          <FieldGroup id="wijze" label="Hoe kreeg deze persoon de brief?">
            {WIJZEN.map((wijze, index) => (
              <Check
                key={wijze}
                type="radio"
                name="wijze"
                value={wijze}
                defaultChecked={index === 0}
                label={BRIEFWIJZE_TEKST[wijze]}
              />
            ))}
          </FieldGroup>
          <TextField
            id="op"
            name="op"
            type="date"
            label="Op welke dag?"
            size="short"
            min={vanaf}
            max={vandaag}
            defaultValue={vandaag}
            required
          />
          <div className="form-actions">
            <Button variant="primary" icon={MailCheck}>
              Vastleggen en code wissen
            </Button>
          </div>
        </Handelingsformulier>
        <Disclosure summary="Verstuur de link per e-mail" open={isMailFout}>
          <Handelingsformulier intent="mailen">
            <TextField
              id="email"
              name="email"
              type="email"
              label="E-mailadres"
              hint="In de mail staat alleen de link: geen naam en geen code. Geef de code op een andere manier. We bewaren het adres niet."
              maxLength={254}
              autoComplete="off"
              size="middle"
            />
            <div className="form-actions">
              <Button icon={Send}>Verstuur de link</Button>
            </div>
          </Handelingsformulier>
        </Disclosure>
      </div>
    </Card>
  )
}
