import { useEffect, useState } from 'react'
import { Form, href } from 'react-router'
import type { PlanActie, Planbeeld } from './clientbeeld.ts'
import { type Formulierfout, foutVan } from './fout.ts'
import { KalenderIcon, PrintIcon } from './icons.tsx'
import { KiesPin } from './pin-form.tsx'
import { Deel, Secties } from './secties.tsx'
import { Sluiten } from './sluiten.tsx'
import { NaarEvaluatie, NaarWieKeek } from './verder.tsx'
import { Voorlezen } from './voorlezen.tsx'

type Props = { beeld: Planbeeld; fout: Formulierfout | null }

/** Mijn plan, afterwards: as it was vastgesteld, with what became of each actie. P3 */
export function Plan({ beeld, fout }: Props) {
  return (
    <div className="smal">
      <div className="stapel" data-voorlezen>
        <h1 tabIndex={-1}>Mijn plan</h1>
        <p className="inleiding">Dit hebben we samen afgesproken op {beeld.vastgesteldOp}.</p>
        <div className="knoppen">
          <Voorlezen />
          <Printen />
        </div>
        {beeld.volgendeVraag && (
          <section className="kader" aria-labelledby="volgende">
            <KalenderIcon />
            <div>
              <h2 id="volgende">Hoe gaat het?</h2>
              <p className="kader__groot">{beeld.volgendeVraag}</p>
              <p>Dan vraagt {beeld.contact.naam} hoe het gaat.</p>
            </div>
          </section>
        )}
        {beeld.evaluatie && <NaarEvaluatie />}
        <Secties soort={beeld.soort} inhoud={beeld.inhoud} onderActie={onderActie} />
        <Deel titel="Klopt er iets niet?">
          <p>
            Zeg het ons. Bel {beeld.contact.naam}
            {beeld.contact.telefoon && <>: {beeld.contact.telefoon}</>}.
          </p>
        </Deel>
      </div>
      <div className="geen-print stapel">
        {beeld.soort !== 'steunpersoon' && <NaarWieKeek />}
        <Deel titel="Uw pincode">
          <KiesPin heeftPin={beeld.heeftPin} fout={foutVan(fout, 'kies-pin')} />
        </Deel>
        <Sluiten />
      </div>
    </div>
  )
}

function onderActie(actie: PlanActie) {
  return (
    <>
      <p className="actie__stand">{actie.stand}</p>
      {actie.melden && <Meldknop nummer={actie.nummer} melden={actie.melden} wat={actie.wat} />}
    </>
  )
}

type MeldknopProps = { nummer: number; melden: 'gedaan' | 'open'; wat: string }

function Meldknop({ nummer, melden, wat }: MeldknopProps) {
  return (
    <Form method="post" action={href('/mijn-plan')} preventScrollReset className="geen-print">
      <input type="hidden" name="intent" value="actie" />
      <input type="hidden" name="nummer" value={nummer} />
      <input type="hidden" name="status" value={melden} />
      <button type="submit" className={melden === 'gedaan' ? 'button' : 'button button--plain'}>
        {melden === 'gedaan' ? 'Dit heb ik gedaan' : 'Toch nog niet klaar'}
        <span className="visually-hidden">: {wat}</span>
      </button>
    </Form>
  )
}

/** Without JavaScript the browser's own menu prints. */
function Printen() {
  const [kan, setKan] = useState(false)
  useEffect(() => setKan(true), [])
  if (!kan) return null
  return (
    <button type="button" className="button geen-print" onClick={() => window.print()}>
      <PrintIcon />
      Printen
    </button>
  )
}
