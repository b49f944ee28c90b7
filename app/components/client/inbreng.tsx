import { Doeknop } from './doeknop.tsx'
import { useWoorden, vul } from './woorden.tsx'

/** What the cliënt is asked; the text itself is not in it. `sleutel` names this asking, and nothing else. K5 */
export type Inbrengbeeld = { naam: string; organisatie: string; onderwerp: string; sleutel: string }

type Props = { beeld: Inbrengbeeld; fout: string | null }

export function Inbrengvraag({ beeld, fout }: Props) {
  const { inbreng: w } = useWoorden()
  const { onderwerp, sleutel } = beeld
  const vraag = { intent: 'inbreng', vraag: sleutel }
  return (
    <section className="kalm kalm--vraag" aria-labelledby="inbreng">
      <h2 id="inbreng">{w.titel}</h2>
      <p>{vul(w.vraagt, beeld)}</p>
      <p>
        {w.over} <strong lang="nl">{onderwerp}</strong>
      </p>
      <p>{w.ja1}</p>
      <p>{w.nee1}</p>
      {fout && <p role="alert">{fout}</p>}
      <fieldset className="kalm__keuze">
        <legend>{w.mag}</legend>
        <Doeknop velden={{ ...vraag, antwoord: 'ja' }} tekst={w.ja} />
        <Doeknop velden={{ ...vraag, antwoord: 'nee' }} tekst={w.nee} />
      </fieldset>
    </section>
  )
}
