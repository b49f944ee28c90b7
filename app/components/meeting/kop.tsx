import type { ReactNode } from 'react'
import { Avatar } from '#app/components/ui/avatar.tsx'
import { DOCUMENT_TEKST } from '#app/tekst.ts'
import { DichtKnop } from './dicht.tsx'
import { HandKnop } from './hand-knop.tsx'
import type { Meeting, Tafelgast } from './meeting.ts'
import { TijdKort } from './tijd.tsx'

const AVATARS = 5

type Props = Pick<Meeting, 'casus' | 'document' | 'ik' | 'stand' | 'tafel' | 'tijd' | 'nu'> & {
  children: ReactNode
}

/** Title and save state, the time on a narrow screen, who is there, the hand, and the way to close all. */
export function Kop({ casus, document, ik, stand, tafel, tijd, nu, children }: Props) {
  const lopend = stand.overleg.status === 'lopend'
  return (
    <header className="vergadering__kop">
      <div className="vergadering__titel">
        <h1 tabIndex={-1}>
          <span className="visually-hidden">Overleg {casus}: </span>
          {DOCUMENT_TEKST[document]}
        </h1>
        {tijd && (
          <button type="button" className="vergadering__tijd" popoverTarget="fasen-lade">
            <span className="visually-hidden">Fasen en tijd: </span>
            <TijdKort tijd={tijd} nu={nu} />
          </button>
        )}
        {children}
      </div>
      <div className="vergadering__doen">
        {tafel && <Gezichten gasten={tafel.gasten.filter(({ aanwezig }) => aanwezig)} />}
        {tafel && lopend && <HandKnop op={heeftHandOp(tafel.gasten, ik.deelnemerId)} />}
        {ik.rol === 'procesregisseur' && !stand.dicht && <DichtKnop />}
      </div>
    </header>
  )
}

export function heeftHandOp(gasten: readonly Tafelgast[], deelnemerId: string) {
  return gasten.some(({ id, handOp }) => id === deelnemerId && handOp !== null)
}

// The names are in the list of people; here they are only faces.
function Gezichten({ gasten }: { gasten: readonly Tafelgast[] }) {
  const meer = gasten.length - AVATARS
  return (
    <span className="gezichten" aria-hidden="true">
      {gasten.slice(0, AVATARS).map(({ id, naam, kleur }) => (
        <Avatar key={id} name={naam} colour={kleur} small />
      ))}
      {meer > 0 && <span className="gezichten__meer">+{meer}</span>}
    </span>
  )
}
