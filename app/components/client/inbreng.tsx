import { Form, href } from 'react-router'
import { useWoorden, vul } from './woorden.tsx'

/** What the cliënt is asked; the text itself is not in it. `sleutel` names this asking, and nothing else. K5 */
export type Inbrengbeeld = { naam: string; organisatie: string; onderwerp: string; sleutel: string }

type Props = { beeld: Inbrengbeeld; fout: string | null }

export function Inbrengvraag({ beeld, fout }: Props) {
  const { inbreng: w } = useWoorden()
  const { naam, organisatie, onderwerp, sleutel } = beeld
  return (
    <section className="kalm kalm--vraag" aria-labelledby="inbreng">
      <h2 id="inbreng">{w.titel}</h2>
      <p>{vul(w.vraagt, { naam, organisatie })}</p>
      <p>
        {w.over} <strong lang="nl">{onderwerp}</strong>
      </p>
      <p>{w.ja1}</p>
      <p>{w.nee1}</p>
      {fout && <p role="alert">{fout}</p>}
      <fieldset className="kalm__keuze">
        <legend>{w.mag}</legend>
        <Antwoord sleutel={sleutel} antwoord="ja" tekst={w.ja} />
        <Antwoord sleutel={sleutel} antwoord="nee" tekst={w.nee} />
      </fieldset>
    </section>
  )
}

type AntwoordProps = { sleutel: string; antwoord: 'ja' | 'nee'; tekst: string }

function Antwoord({ sleutel, antwoord, tekst }: AntwoordProps) {
  return (
    <Form method="post" action={href('/mijn-plan')} preventScrollReset className="knopvorm">
      <input type="hidden" name="intent" value="inbreng" />
      <input type="hidden" name="vraag" value={sleutel} />
      <input type="hidden" name="antwoord" value={antwoord} />
      <button type="submit" className="button">
        {tekst}
      </button>
    </Form>
  )
}
