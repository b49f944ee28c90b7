import { href } from 'react-router'
import { useNagelaten } from '#app/realtime/nagelaten.tsx'
import { GeredeTekstPaneel } from './geredde-tekst.tsx'
import { Verlaten } from './verlaten.tsx'

/** His own words, when the page that they were on is not his any more. D3, T8 */
export function NagelatenPaneel() {
  const { teksten, laatNa } = useNagelaten()
  if (teksten.length === 0) return null
  return (
    <div className="page page--narrow">
      {teksten.map((gered) => (
        <GeredeTekstPaneel
          key={gered.id}
          gered={gered}
          wis={(weg) => laatNa(teksten.filter(({ id }) => id !== weg))}
          naarInloggen={href('/inloggen')}
        />
      ))}
      <Verlaten onopgeslagen={false} gered />
    </div>
  )
}
