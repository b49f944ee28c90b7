import { CircleCheck, CircleX, Clock, Eye } from 'lucide-react'
import { Handelingsformulier, useIsGeweigerd } from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { TextareaField } from '#app/components/ui/field.tsx'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import { VERZOEK_IN_TEKENS } from '#domain/verzoek.ts'
import type { VerzoekVoorRegie } from './plan-verzoeken.server.ts'

type Props = { verzoeken: VerzoekVoorRegie[]; magBeantwoorden: boolean }

/** *Klopt er iets niet?*: what the cliënt says, and what he is answered. K7 */
export function Verzoeken({ verzoeken, magBeantwoorden }: Props) {
  if (verzoeken.length === 0) return null
  return (
    <Card title="Klopt er iets niet? De cliënt vraagt" id="verzoeken" className="no-print">
      <p className="small subtle">
        De cliënt krijgt binnen een maand antwoord (AVG, artikel 12). De tekst van het plan zelf
        verandert niet: het antwoord komt naast de zin te staan.
      </p>
      <ul className="rows">
        {verzoeken.map((verzoek) => (
          <li key={verzoek.id} className="verzoek">
            <Vraag verzoek={verzoek} />
            {verzoek.antwoord && <Antwoord antwoord={verzoek.antwoord} />}
            {!verzoek.antwoord && magBeantwoorden && <Beantwoorden verzoek={verzoek} />}
            {!verzoek.antwoord && !magBeantwoorden && (
              <p className="small subtle">De casushouder beantwoordt dit.</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Vraag({ verzoek }: { verzoek: VerzoekVoorRegie }) {
  const { zin, tekst, ingediend, uiterlijk, overTijd, antwoord } = verzoek
  return (
    <>
      <div className="cluster">
        <p className="small subtle">Gevraagd op {ingediend}</p>
        {!antwoord && (
          <StatusTag tone={overTijd ? 'danger' : 'info'} icon={Clock}>
            {overTijd ? 'Te laat: antwoord moest uiterlijk' : 'Antwoord uiterlijk'} {uiterlijk}
          </StatusTag>
        )}
      </div>
      <p>
        Over: <q>{zin}</q>
      </p>
      <blockquote className="eigen-woorden" dir="auto">
        {tekst}
      </blockquote>
    </>
  )
}

function Antwoord({ antwoord }: { antwoord: NonNullable<VerzoekVoorRegie['antwoord']> }) {
  const isJa = antwoord.besluit === 'toegewezen'
  return (
    <div className="voor-client">
      <Eye className="icon" aria-hidden="true" />
      <div>
        <p>
          <strong>{isJa ? 'Aangepast. Zo is het nu:' : 'Niet aangepast. Dit is waarom:'}</strong>{' '}
          <span className="verzoek__tekst">{antwoord.tekst}</span>
        </p>
        <p className="small subtle">Beantwoord op {antwoord.op}</p>
      </div>
    </div>
  )
}

function Beantwoorden({ verzoek: { id, zin } }: { verzoek: VerzoekVoorRegie }) {
  return (
    <div className="bijwerken">
      <Keuze
        intent="toewijzen"
        doel={id}
        zin={zin}
        knop="Pas het aan…"
        label="Zo is het nu"
        hint="Dit staat naast de zin, voor iedereen die het plan leest. Ook de cliënt leest het."
        doe="Zet dit naast de zin"
      />
      <Keuze
        intent="afwijzen"
        doel={id}
        zin={zin}
        knop="Pas het niet aan…"
        label="Waarom niet?"
        hint="De cliënt leest dit. Wat de cliënt zelf zegt, komt naast de zin te staan."
        doe="Geef dit antwoord"
      />
    </div>
  )
}

type KeuzeProps = {
  intent: 'toewijzen' | 'afwijzen'
  doel: string
  zin: string
  knop: string
  label: string
  hint: string
  doe: string
}

function Keuze({ intent, doel, zin, knop, label, hint, doe }: KeuzeProps) {
  const isFout = useIsGeweigerd(intent, doel)
  return (
    <details className="meer" open={isFout || undefined}>
      <summary>
        {knop}
        <span className="visually-hidden"> {zin}</span>
      </summary>
      <Handelingsformulier intent={intent} doel={doel}>
        <div className="voor-client voor-client--veld">
          <TextareaField
            id={`${intent}-tekst-${doel}`}
            name="tekst"
            label={label}
            hint={hint}
            rows={3}
            maxLength={VERZOEK_IN_TEKENS}
          />
        </div>
        <div className="form-actions">
          <Button type="submit" icon={intent === 'toewijzen' ? CircleCheck : CircleX}>
            {doe}
          </Button>
        </div>
      </Handelingsformulier>
    </details>
  )
}
