import { Blokken } from '#app/components/blokken.tsx'
import type { Planmerk } from '#app/components/client/planblokken.ts'
import { Card } from '#app/components/ui/card.tsx'
import { ANTWOORD_TEKST } from '#domain/antwoord.ts'
import type { Planpagina } from './plan-data.server.ts'

type Plan = NonNullable<Planpagina['plan']>

/** Above what the professionals wrote. K3 */
export function EigenWoorden({ plan: { stem } }: { plan: Plan }) {
  const { wil, anders } = stem.eigenWoorden
  if (!wil && !anders) return null
  return (
    <Card title="In de woorden van de cliënt">
      <div className="stack">
        {wil && <Woorden kop="Wat ik wil" tekst={wil} />}
        {anders && <Woorden kop="Wat ik anders zie" tekst={anders} />}
      </div>
    </Card>
  )
}

function Woorden({ kop, tekst }: { kop: string; tekst: string }) {
  return (
    <div>
      <h3>{kop}</h3>
      <p className="verzoek__tekst">{tekst}</p>
    </div>
  )
}

/** Sentence by sentence, with what the cliënt said of each, at the table and after it. K3, K7 */
export function Samenvatting({ plan: { stem, merken } }: { plan: Plan }) {
  if (stem.samenvatting.length === 0) return null
  return (
    <Card title="Samenvatting">
      <div className="prose">
        {stem.samenvatting.map((regel) =>
          regel.soort === 'kop' ? (
            <h3 key={`kop-${regel.tekst}`}>{regel.tekst}</h3>
          ) : (
            <div key={regel.sleutel}>
              <Blokken blokken={[{ soort: 'alinea', tekst: regel.tekst }]} />
              {regel.antwoord && (
                <p className="small">
                  <strong>Cliënt: {ANTWOORD_TEKST[regel.antwoord]}</strong>
                </p>
              )}
              <Merken
                merken={merken.filter(
                  ({ plek }) => plek.deel === 'samenvatting' && plek.sleutel === regel.sleutel,
                )}
              />
            </div>
          ),
        )}
      </div>
    </Card>
  )
}

export function Doelen({ plan: { besluitvorming, merken } }: { plan: Plan }) {
  if (besluitvorming.length === 0) return null
  return (
    <Card title="Wat we willen bereiken">
      <div className="prose">
        {besluitvorming.map((blok, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place of a block is all that tells it from another
          <div key={index}>
            <Blokken blokken={[blok]} />
            <Merken
              merken={merken.filter(({ plek }) => plek.deel === 'plan' && plek.blok === index)}
            />
          </div>
        ))}
      </div>
    </Card>
  )
}

/** Beside the sentence, for everybody who reads the plan; the cliënt reads the same. */
export function Merken({ merken }: { merken: readonly Planmerk[] }) {
  return merken.map(({ soort, zin, tekst }) => (
    <div key={`${soort}-${zin}-${tekst}`} className="voor-client">
      <p>
        <strong>{soort === 'zo-is-het-nu' ? 'Zo is het nu' : 'De cliënt zegt'}</strong> over{' '}
        <q>{zin}</q>: <span className="verzoek__tekst">{tekst}</span>
      </p>
    </div>
  ))
}
