import { href } from 'react-router'
import type { Planbeeld } from './clientbeeld.ts'
import { type Formulierfout, foutVan } from './fout.ts'
import { KalenderIcon, PrintIcon } from './icons.tsx'
import { KiesPin } from './pin-form.tsx'
import { Planacties, Voortgang } from './plan-acties.tsx'
import { EigenWoorden, Plantekst, Samenvatting } from './plan-tekst.tsx'
import { Deel } from './secties.tsx'
import { Sluiten } from './sluiten.tsx'
import { Meelezer } from './steunpersoon.tsx'
import { Veranderd } from './veranderd.tsx'
import { NaarEvaluatie, NaarWieKeek } from './verder.tsx'
import { Verzoeken } from './verzoeken.tsx'
import { Voorlezen } from './voorlezen.tsx'
import { aaneen, useWoorden, vul } from './woorden.tsx'

type Props = { beeld: Planbeeld; fout: Formulierfout | null }

/** Mijn plan, afterwards: as it was vastgesteld, with what became of each actie. P3 */
export function Plan({ beeld, fout }: Props) {
  const { plan: w, steunpersoon } = useWoorden()
  return (
    <div className="smal">
      <div className="stapel" data-voorlezen>
        <h1 tabIndex={-1}>{w.titel}</h1>
        <p className="inleiding">{vul(w.inleiding, { datum: beeld.vastgesteldOp })}</p>
        <div className="knoppen">
          <Voorlezen />
          <a className="button geen-print" href={href('/mijn-plan/papier')}>
            <PrintIcon />
            {w.papier}
          </a>
        </div>
        <Volgende beeld={beeld} />
        {beeld.evaluatie && <NaarEvaluatie />}
        <Voortgang beeld={beeld} />
        {beeld.veranderd && <Veranderd veranderd={beeld.veranderd} />}
        <EigenWoorden beeld={beeld} />
        <Samenvatting beeld={beeld} />
        <Plantekst beeld={beeld} />
        <Planacties beeld={beeld} fout={fout} />
        <Verzoeken beeld={beeld} fout={fout} />
      </div>
      <div className="geen-print stapel">
        {beeld.soort !== 'steunpersoon' && <NaarWieKeek />}
        {beeld.meelezer && (
          <Deel titel={steunpersoon.leesTitel}>
            <Meelezer beeld={beeld.meelezer} />
          </Deel>
        )}
        <Deel titel={w.pincode}>
          <KiesPin heeftPin={beeld.heeftPin} fout={foutVan(fout, 'kies-pin')} />
        </Deel>
        <Sluiten />
      </div>
    </div>
  )
}

/** What comes first: when he is asked to come again, or else when he is asked how it goes. */
function Volgende({ beeld: { afspraak, volgendeVraag, contact } }: { beeld: Planbeeld }) {
  const { plan: w } = useWoorden()
  const wanneer = afspraak ?? volgendeVraag
  if (!wanneer) return null
  return (
    <section className="kader" aria-labelledby="volgende">
      <KalenderIcon />
      <div>
        <h2 id="volgende">{afspraak ? w.afspraak : w.vraag}</h2>
        <p className="kader__groot">{aaneen(wanneer)}</p>
        {!afspraak && <p>{vul(w.vraagUitleg, { naam: contact.naam })}</p>}
      </div>
    </section>
  )
}
