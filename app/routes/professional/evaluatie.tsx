import { Card } from '#app/components/ui/card.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { gebruikerContext, sqlContext } from '#app/context.ts'
import { throwRefusal } from '#app/refusal-response.ts'
import { ANTWOORD_TEKST } from '#app/tekst-evaluatie.ts'
import { datumInNederland } from '#domain/datum.ts'
import { ANTWOORDEN } from '#domain/evaluatie.ts'
import { magCijfersZien } from '#domain/rol.ts'
import type { Route } from './+types/evaluatie'
import { type Kwartaalcijfers, readEvaluatiecijfers } from './evaluatiecijfers.server.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { huisfunctie } = context.get(gebruikerContext)
  if (!magCijfersZien(huisfunctie)) throwRefusal({ code: 'niet-gevonden' })
  const vandaag = datumInNederland(new Date())
  return { kwartalen: await readEvaluatiecijfers(context.get(sqlContext), vandaag) }
}

/** Numbers of the house as a whole, with nobody in them. K10 */
export default function EvaluatieCijfers({ loaderData: { kwartalen } }: Route.ComponentProps) {
  return (
    <div className="page">
      <PageHeader
        title="Praten met de cliënt aan tafel"
        lead="Wat cliënten en casushouders er na afloop van vinden, per kwartaal."
      />
      <p className="subtle">
        Een kwartaal staat hier als het voorbij is. Een aantal onder de 5 staat er als &lt;5: dan is
        niemand te herkennen.
      </p>
      {kwartalen.length === 0 && (
        <Empty title="Er zijn nog geen cijfers">
          <p>De eerste cijfers staan hier na afloop van dit kwartaal.</p>
        </Empty>
      )}
      {kwartalen.map((cijfers) => (
        <Kwartaal key={cijfers.kwartaal} cijfers={cijfers} />
      ))}
    </div>
  )
}

function Kwartaal({ cijfers: { kwartaal, overleggen, vragen } }: { cijfers: Kwartaalcijfers }) {
  return (
    <Card title={kwartaal}>
      <div className="stack">
        <dl className="facts">
          <div>
            <dt>Cliënt uitgenodigd</dt>
            <dd>{overleggen.uitgenodigd}</dd>
          </div>
          <div>
            <dt>Cliënt verschenen</dt>
            <dd>{overleggen.verschenen}</dd>
          </div>
          <div>
            <dt>Steun meegenomen</dt>
            <dd>{overleggen.metSteun}</dd>
          </div>
        </dl>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself must be reachable by keyboard */}
        <section className="tabel" tabIndex={0} aria-label={`Antwoorden, ${kwartaal}`}>
          <table>
            <thead>
              <tr>
                <th scope="col">Vraag</th>
                {ANTWOORDEN.map((antwoord) => (
                  <th key={antwoord} scope="col">
                    {ANTWOORD_TEKST[antwoord]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {vragen.map(({ vraag, conclusie, aantallen }) => (
                <tr key={vraag}>
                  <th scope="row">
                    {vraag}
                    <span className="row__detail">{conclusie}</span>
                  </th>
                  {ANTWOORDEN.map((antwoord) => (
                    <td key={antwoord} className="number">
                      {aantallen[antwoord]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </Card>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Evaluatie – Focustafel' }]
