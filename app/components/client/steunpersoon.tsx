import type { Contact } from './clientbeeld.ts'
import { Doeknop } from './doeknop.tsx'
import { useWoorden, vul } from './woorden.tsx'

/** For the cliënt and his vertegenwoordiger: who sits beside him, and who was sent away. K6 */
export type Steunpersoonbeeld = { aanTafel: boolean; weg: boolean }

const STEUN = { intent: 'steunpersoon' }

export function Steunpersoon({ beeld: { aanTafel, weg } }: { beeld: Steunpersoonbeeld }) {
  const { steunpersoon: w } = useWoorden()
  return (
    <>
      {weg && <p role="status">{w.isWeg}</p>}
      {aanTafel && <Doeknop velden={{ ...STEUN, steunpersoon: 'weg' }} tekst={w.weg} />}
      {aanTafel && <p>{w.uitleg}</p>}
      {weg && <Doeknop velden={{ ...STEUN, steunpersoon: 'terug' }} tekst={w.terug} />}
      {weg && <p>{w.terugUitleg}</p>}
    </>
  )
}

/** Afterwards: whether his steunpersoon reads his plan. K6 */
export type Meelezerbeeld = { leest: boolean; weg: boolean }

export function Meelezer({ beeld: { leest, weg } }: { beeld: Meelezerbeeld }) {
  const { steunpersoon: w } = useWoorden()
  return (
    <>
      {leest && <p>{w.leest}</p>}
      {weg && <p role="status">{w.leestNiet}</p>}
      {leest && <Doeknop velden={{ ...STEUN, steunpersoon: 'weg' }} tekst={w.leesWeg} />}
      {weg && <Doeknop velden={{ ...STEUN, steunpersoon: 'terug' }} tekst={w.leesTerug} />}
    </>
  )
}

type Weg = { contact: Contact; van: 'tafel' | 'plan' }

/** The wachtkamer of a steunpersoon whom the cliënt asked to leave: nothing about who is there, or why. T3 */
export function Weggestuurd({ contact, van }: Weg) {
  const { steunpersoon: w } = useWoorden()
  const vanPlan = van === 'plan'
  return (
    <div className="smal" data-voorlezen>
      <h1 tabIndex={-1}>{vanPlan ? w.planTitel : w.wachtTitel}</h1>
      <p className="inleiding">{vanPlan ? w.planGevraagd : w.wachtGevraagd}</p>
      <p>{vanPlan ? w.planHier : w.wachtHier}</p>
      <p>{vul(w.wachtVragen, { naam: contact.naam })}</p>
    </div>
  )
}
