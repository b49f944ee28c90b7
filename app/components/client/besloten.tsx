import { Form, href } from 'react-router'
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
      {magEinden && (
        <Form method="post" action={href('/mijn-plan')} preventScrollReset>
          <input type="hidden" name="intent" value="besloten-klaar" />
          <button type="submit" className="button">
            {w.klaar}
          </button>
        </Form>
      )}
    </section>
  )
}
