import { Doeknop } from './doeknop.tsx'
import { useWoorden, vul } from './woorden.tsx'

/** `tot`: as a clock shows it. `magEinden`: not for the steunpersoon. K4 */
export type Beslotenbeeld = { tot: string; magEinden: boolean }

/** That the cliënt is alone with whom he brought, until when, and how he ends it. */
export function Besloten({ beeld: { tot, magEinden } }: { beeld: Beslotenbeeld }) {
  const { besloten: w } = useWoorden()
  return (
    <section className="kalm" aria-labelledby="besloten">
      <h2 id="besloten">{w.titel}</h2>
      <p>{w.weg}</p>
      <p>{w.lees}</p>
      <p>
        <strong>{vul(w.tot, { tot })}</strong> {w.daarna}
      </p>
      {magEinden && <Doeknop velden={{ intent: 'besloten-klaar' }} tekst={w.klaar} />}
    </section>
  )
}
