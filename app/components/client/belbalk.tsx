import type { Contact } from './clientbeeld.ts'
import { TelefoonIcon } from './icons.tsx'
import { useWoorden, vul } from './woorden.tsx'

/** One person to call, in the same place on every screen of the client side. */
export function Belbalk({ contact }: { contact: Contact }) {
  const w = useWoorden().huis
  const { naam, telefoon } = contact
  if (!telefoon) {
    return (
      <footer className="belbalk">
        <p className="belbalk__tekst">{w.belBrief}</p>
      </footer>
    )
  }

  const [voornaam = naam] = naam.split(' ')
  return (
    <footer className="belbalk">
      <a className="button button--primary belbalk__knop" href={`tel:${nummerOf(telefoon)}`}>
        <TelefoonIcon />
        {vul(w.bel, { naam: voornaam })}
      </a>
      <p className="belbalk__tekst">
        {naam} <span className="belbalk__nummer">{telefoon}</span>
      </p>
    </footer>
  )
}

function nummerOf(telefoon: string): string {
  return telefoon.replace(/[^\d+]/g, '')
}
