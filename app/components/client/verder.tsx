import { href, Link } from 'react-router'
import { SpreekIcon } from './icons.tsx'
import { useWoorden } from './woorden.tsx'

/** K10 */
export function NaarEvaluatie() {
  const w = useWoorden().evaluatie
  return (
    <section className="kader geen-print" aria-labelledby="evaluatie">
      <SpreekIcon />
      <div className="melding__tekst">
        <h2 id="evaluatie">{w.vraagOm}</h2>
        <p>{w.kort}</p>
        <Link className="button" to={href('/mijn-plan/evaluatie')}>
          {w.naarVragen}
        </Link>
      </div>
    </section>
  )
}

/** K9 */
export function NaarWieKeek() {
  return (
    <Link className="button geen-print" to={href('/mijn-plan/wie-keek')}>
      {useWoorden().keek.titel}
    </Link>
  )
}
