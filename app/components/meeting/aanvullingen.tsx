import { momentTekst } from '#app/tekst.ts'
import type { Aanvulling } from './meeting.ts'

/** What came after the fase was over: below its text, with name and time. D3 */
export function Aanvullingen({ aanvullingen }: { aanvullingen: Aanvulling[] }) {
  if (aanvullingen.length === 0) return null
  return (
    <section className="aanvullingen card" aria-labelledby="aanvullingen">
      <h2 id="aanvullingen">Aanvullingen</h2>
      <p className="subtle">Ingediend nadat de fase was afgerond.</p>
      <ul className="rows">
        {aanvullingen.map(({ id, naam, organisatie, tekst, op }) => (
          <li key={id} className="aanvulling">
            <p className="aanvulling__van">
              <strong>{naam}</strong>, {organisatie}
              <span className="subtle small"> {momentTekst(op)}</span>
            </p>
            <p className="aanvulling__tekst">{tekst}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
