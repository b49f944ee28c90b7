import type { Contact } from './clientbeeld.ts'
import { TelefoonIcon } from './icons.tsx'

/** One person to call, in the same place on every screen of the client side. */
export function Belbalk({ contact }: { contact: Contact }) {
  const { naam, telefoon } = contact
  if (!telefoon) {
    return (
      <footer className="belbalk">
        <p className="belbalk__tekst">Vragen? Bel het nummer in uw brief.</p>
      </footer>
    )
  }

  const [voornaam = naam] = naam.split(' ')
  return (
    <footer className="belbalk">
      <a className="button button--primary belbalk__knop" href={`tel:${nummerOf(telefoon)}`}>
        <TelefoonIcon />
        Bel {voornaam}
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
