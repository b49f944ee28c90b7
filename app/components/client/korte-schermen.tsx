import type { Clientbeeld, Contact } from './clientbeeld.ts'
import { GeefPin } from './pin-form.tsx'
import { Sluiten } from './plan.tsx'

type PinNodigProps = {
  beeld: Extract<Clientbeeld, { weergave: 'pin-nodig' }>
  fout: string | null
}

export function PinNodig({ beeld, fout }: PinNodigProps) {
  return (
    <div className="smal">
      <h1 tabIndex={-1}>{beeld.heeftPin ? 'Vul uw pincode in' : 'U heeft nog geen pincode'}</h1>
      {beeld.heeftPin ? (
        <>
          <p className="inleiding">Daarna ziet u uw plan.</p>
          <GeefPin fout={fout} />
          <p>Weet u uw pincode niet meer? {belTekst(beeld.contact)}</p>
        </>
      ) : (
        <p className="inleiding">
          Uw plan is klaar. Om het te lezen is een pincode nodig. {belTekst(beeld.contact)} Dan
          helpen we u verder.
        </p>
      )}
      <Sluiten />
    </div>
  )
}

/** T7 */
export function Afgebroken({ contact }: { contact: Contact }) {
  return (
    <div className="smal">
      <h1 tabIndex={-1}>De afspraak gaat niet door</h1>
      <p className="inleiding">U hoeft niet meer te wachten. Heeft u vragen? {belTekst(contact)}</p>
    </div>
  )
}

export function Uitgelogd() {
  return (
    <div className="smal">
      <h1 tabIndex={-1}>U bent niet ingelogd</h1>
      <p className="inleiding">
        Open de link in uw brief opnieuw. Vul daarna uw code in. Lukt het niet? Bel het nummer in uw
        brief.
      </p>
    </div>
  )
}

function belTekst({ naam, telefoon }: Contact): string {
  return telefoon ? `Bel ${naam}: ${telefoon}.` : `Bel ${naam}.`
}
