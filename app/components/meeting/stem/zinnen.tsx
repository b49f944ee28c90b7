import type * as Y from 'yjs'
import { Card } from '#app/components/ui/card.tsx'
import { useZinnen } from '#app/realtime/use-zinnen.ts'
import type { Gegeven, Zinantwoord } from '#domain/antwoord.ts'
import { koppelAntwoorden } from '#domain/stem.ts'
import { AntwoordTag, Eerder } from './antwoord-tag.tsx'

type Props = { doc: Y.Doc | null; gegeven: readonly Gegeven<Zinantwoord>[] }

/** The samenvatting as it reads now, each sentence with what the cliënt says of it. K3 */
export function Zinnen({ doc, gegeven }: Props) {
  const zinnen = useZinnen(doc)
  const { stemmen, weg } = koppelAntwoorden(zinnen, gegeven)
  const rijen = zinnen.map(({ sleutel, tekst }) => ({ sleutel, tekst, ...stemmen.get(sleutel) }))
  const beantwoord = rijen.filter(({ antwoord }) => antwoord)
  const anders = beantwoord.filter(({ antwoord }) => antwoord === 'klopt-niet').length
  return (
    <Card title="Wat de cliënt van de samenvatting vindt" className="stem">
      <p>
        {beantwoord.length} van {zinnen.length} zinnen beantwoord, {anders} keer ‘klopt niet’.
      </p>
      <ol className="stemlijst">
        {rijen.map(({ sleutel, tekst, antwoord = null, eerder = null }) => (
          <li key={sleutel}>
            <span>{tekst}</span>
            <AntwoordTag antwoord={antwoord} eerder={eerder} />
          </li>
        ))}
      </ol>
      {weg.length > 0 && (
        <>
          <h3>Staat er niet meer</h3>
          <ul className="stemlijst">
            {weg.map(({ sleutel, tekst, antwoord }) => (
              <li key={sleutel}>
                <span className="subtle">{tekst}</span>
                <Eerder antwoord={antwoord} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
