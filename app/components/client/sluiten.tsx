import { Form, href } from 'react-router'
import { useWoorden } from './woorden.tsx'

/** Somebody may be reading on a telephone that is not his own. */
export function Sluiten({ knop }: { knop?: string }) {
  const w = useWoorden().huis
  return (
    <Form method="post" action={href('/mijn-plan')} className="geen-print">
      <input type="hidden" name="intent" value="uitloggen" />
      <button type="submit" className={knop ? 'button' : 'button button--plain'}>
        {knop ?? w.sluiten}
      </button>
    </Form>
  )
}
