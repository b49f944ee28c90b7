import { ListOrdered, Users } from 'lucide-react'
import { HandKnop } from './hand-knop.tsx'
import { heeftHandOp } from './kop.tsx'
import type { Meeting } from './meeting.ts'

type Props = Pick<Meeting, 'ik' | 'tafel' | 'stand' | 'wachtkamer'>

/** On a phone: what is needed most, under the thumb. */
export function Onderbalk({ ik, tafel, stand, wachtkamer }: Props) {
  const { overleg } = stand
  const aantal = tafel
    ? tafel.gasten.filter(({ aanwezig }) => aanwezig).length + tafel.clienten.length
    : 0
  const wacht = wachtkamer?.aanwezigen.filter(({ toegelaten }) => !toegelaten).length ?? 0
  return (
    <div className="onderbalk">
      {tafel && overleg.status === 'lopend' && (
        <HandKnop op={heeftHandOp(tafel.gasten, ik.deelnemerId)} />
      )}
      {tafel && (
        <button type="button" className="button" popoverTarget="mensen-lade">
          <Users className="icon" aria-hidden="true" />
          Mensen {aantal}
          {wacht > 0 && <span className="onderbalk__wacht">{wacht} wacht</span>}
        </button>
      )}
      <button type="button" className="button" popoverTarget="fasen-lade">
        <ListOrdered className="icon" aria-hidden="true" />
        {ik.rol === 'procesregisseur' ? 'Verder' : 'Fasen'}
      </button>
    </div>
  )
}
