import { href, Link } from 'react-router'
import type { Clientwoorden } from '#app/woorden/client.ts'
import type { Clientbeeld, Contact } from './clientbeeld.ts'
import { GeefPin } from './pin-form.tsx'
import { Sluiten } from './sluiten.tsx'
import { useWoorden, vul } from './woorden.tsx'

type PinNodigProps = {
  beeld: Extract<Clientbeeld, { weergave: 'pin-nodig' }>
  fout: string | null
}

export function PinNodig({ beeld, fout }: PinNodigProps) {
  const { deur, huis } = useWoorden()
  const bel = belTekst(huis, beeld.contact)
  return (
    <div className="smal">
      <h1 tabIndex={-1}>{beeld.heeftPin ? deur.vulPin : deur.geenPin}</h1>
      {beeld.heeftPin ? (
        <>
          <p className="inleiding">{deur.daarna}</p>
          <GeefPin fout={fout} />
          <p>
            {deur.pinKwijt} {bel}
          </p>
        </>
      ) : (
        <p className="inleiding">
          {deur.geenPinUitleg} {bel} {deur.geenPinDan}
        </p>
      )}
      <Sluiten />
    </div>
  )
}

/** T7 */
export function Afgebroken({ contact }: { contact: Contact }) {
  const { deur, huis } = useWoorden()
  return (
    <div className="smal">
      <h1 tabIndex={-1}>{deur.gaatNietDoor}</h1>
      <p className="inleiding">
        {deur.nietWachten} {belTekst(huis, contact)}
      </p>
    </div>
  )
}

/** Also what is left of the wachtkamer for who closed it himself. */
export function Uitgelogd() {
  const { deur, huis } = useWoorden()
  return (
    <div className="smal">
      <title>{deur.nietIngelogd}</title>
      <h1 tabIndex={-1}>{deur.nietIngelogd}</h1>
      <p className="inleiding">{deur.nietsBewaard}</p>
      <p>{deur.terugkomen}</p>
      <Link className="button" to={href('/u')}>
        {deur.naarNummer}
      </Link>
      <p>{huis.misBel}</p>
    </div>
  )
}

function belTekst(w: Clientwoorden['huis'], contact: Contact): string {
  return vul(contact.telefoon ? w.belNummer : w.belNaam, contact)
}
