import { Blokken } from '#app/components/blokken.tsx'
import type { Planlezing } from './clientbeeld.ts'
import type { Planmerk } from './planblokken.ts'
import { Deel } from './secties.tsx'
import { useWoorden } from './woorden.tsx'

type Props = { beeld: Planlezing }

/** Kept word for word, above what others wrote. K3 */
export function EigenWoorden({ beeld: { stem } }: Props) {
  const { plan: w } = useWoorden()
  return (['wil', 'anders'] as const).map((veld) => {
    const tekst = stem.eigenWoorden[veld]
    return (
      tekst && (
        <Deel key={veld} titel={w[veld]}>
          <p className="regels eigen-woorden">{tekst}</p>
        </Deel>
      )
    )
  })
}

/** Sentence by sentence, with what was said of each at the table and after it. K3, K7 */
export function Samenvatting({ beeld: { stem, merken } }: Props) {
  const { plan: w } = useWoorden()
  if (stem.samenvatting.length === 0) return null
  return (
    <Deel titel={w.samenvatting}>
      {stem.samenvatting.map((regel) =>
        regel.soort === 'kop' ? (
          <h3 key={`kop-${regel.tekst}`} lang="nl" dir="ltr">
            {regel.tekst}
          </h3>
        ) : (
          <div key={regel.sleutel} className="plantekst">
            <div lang="nl" dir="ltr">
              <Blokken blokken={[{ soort: 'alinea', tekst: regel.tekst }]} />
            </div>
            {regel.antwoord && <p className="gezegd">{w[`antwoord_${regel.antwoord}`]}</p>}
            <Merken
              merken={merken.filter(
                ({ plek }) => plek.deel === 'samenvatting' && plek.sleutel === regel.sleutel,
              )}
            />
          </div>
        ),
      )}
    </Deel>
  )
}

/** The goals, with what was said about their words right below the block that has them. K7 */
export function Plantekst({ beeld: { inhoud, merken } }: Props) {
  const { plan: w } = useWoorden()
  if (inhoud.plan.length === 0) return null
  return (
    <Deel titel={w.plan}>
      {inhoud.plan.map((blok, index) => (
        // The place of a block is all that tells it from another. S1
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className="plantekst">
          <div lang="nl" dir="ltr">
            <Blokken blokken={[blok]} />
          </div>
          <Merken
            merken={merken.filter(({ plek }) => plek.deel === 'plan' && plek.blok === index)}
            metZin
          />
        </div>
      ))}
    </Deel>
  )
}

type MerkenProps = { merken: readonly Planmerk[]; metZin?: true }

export function Merken({ merken, metZin }: MerkenProps) {
  const { verzoek: w } = useWoorden()
  return merken.map(({ soort, zin, tekst }) => (
    <div key={`${soort}-${zin}-${tekst}`} className="merk">
      {metZin && (
        <p>
          {w.bij}{' '}
          <q lang="nl" dir="ltr">
            {zin}
          </q>
        </p>
      )}
      <p className="merk__kop">{soort === 'zo-is-het-nu' ? w.nu : w.eigen}</p>
      <p lang="nl" dir="ltr" className="regels">
        {tekst}
      </p>
    </div>
  ))
}
