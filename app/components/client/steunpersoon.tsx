import { Form, href } from 'react-router'
import type { Contact } from './clientbeeld.ts'
import { useWoorden, vul } from './woorden.tsx'

/** For the cliënt and his vertegenwoordiger: who sits beside him, and who was sent away. K6 */
export type Steunpersoonbeeld = { aanTafel: boolean; weg: boolean }

export function Steunpersoon({ beeld: { aanTafel, weg } }: { beeld: Steunpersoonbeeld }) {
  const { steunpersoon: w } = useWoorden()
  return (
    <>
      {weg && <p role="status">{w.isWeg}</p>}
      {aanTafel && <Knop naar="weg" tekst={w.weg} />}
      {aanTafel && <p>{w.uitleg}</p>}
      {weg && <Knop naar="terug" tekst={w.terug} />}
      {weg && <p>{w.terugUitleg}</p>}
    </>
  )
}

function Knop({ naar, tekst }: { naar: 'weg' | 'terug'; tekst: string }) {
  return (
    <Form method="post" action={href('/mijn-plan')} preventScrollReset className="knopvorm">
      <input type="hidden" name="intent" value="steunpersoon" />
      <input type="hidden" name="steunpersoon" value={naar} />
      <button type="submit" className="button">
        {tekst}
      </button>
    </Form>
  )
}

/** The wachtkamer of a steunpersoon whom the cliënt asked to leave: nothing about who is there, or why. T3 */
export function Weggestuurd({ contact }: { contact: Contact }) {
  const { steunpersoon: w } = useWoorden()
  return (
    <div className="smal" data-voorlezen>
      <h1 tabIndex={-1}>{w.wachtTitel}</h1>
      <p className="inleiding">{w.wachtGevraagd}</p>
      <p>{w.wachtHier}</p>
      <p>{vul(w.wachtVragen, { naam: contact.naam })}</p>
    </div>
  )
}
