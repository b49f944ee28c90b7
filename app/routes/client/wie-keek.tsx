import { href, Link } from 'react-router'
import { Belbalk } from '#app/components/client/belbalk.tsx'
import { Voorlezen } from '#app/components/client/voorlezen.tsx'
import { useWoorden, vul } from '#app/components/client/woorden.tsx'
import { eisClient, omgevingContext, sqlContext } from '#app/context.ts'
import { throwRefusal } from '#app/refusal-response.ts'
import { recordClientPage } from '#app/verslag.server.ts'
import { datumInNederland } from '#domain/datum.ts'
import { magInzagenZien } from '#domain/inzage.ts'
import type { Route } from './+types/wie-keek'
import { eisPlan, setClient } from './browser.server.ts'
import { ClientFout } from './client-fout.tsx'
import { readInzageregels } from './inzagen.server.ts'
import { taalOf } from './taal.server.ts'

export const middleware: Route.MiddlewareFunction[] = [setClient]

export async function loader({ request, context }: Route.LoaderArgs) {
  const browser = eisClient(context)
  const { contact } = await eisPlan({ request, context })
  if (!magInzagenZien(browser.soort)) throwRefusal({ code: 'niet-gevonden' })

  const taal = taalOf(request, context.get(omgevingContext), browser)
  const vandaag = datumInNederland(new Date())
  const regels = await readInzageregels(context.get(sqlContext), { browser, taal, vandaag })
  await recordClientPage(context, 'keek')
  return { contact, regels }
}

/** Who looked, by organisatie and by day. The same sentences stand around it, whoever looked. K9 */
export default function WieKeek({ loaderData: { contact, regels } }: Route.ComponentProps) {
  const w = useWoorden().keek
  return (
    <>
      <title>{w.titel}</title>
      <div className="smal" data-voorlezen>
        <h1 tabIndex={-1}>{w.titel}</h1>
        <p className="inleiding">{w.inleiding}</p>
        <Voorlezen />
        <div className="deel">
          {regels.length === 0 ? (
            <p className="leeg">{w.leeg}</p>
          ) : (
            <ul className="genoten">
              {regels.map(({ wie, tekst }) => (
                <li key={wie}>
                  <strong>{wie}</strong>
                  <span>{tekst}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className="stapel stapel--dicht">
          <p>{w.ookEerder}</p>
          <p>{w.morgen}</p>
          <p>
            {w.wieStaatHier} {vul(w.meerWeten, { naam: contact.naam })}
          </p>
        </div>
        <Link className="button geen-print" to={href('/mijn-plan')}>
          {w.terug}
        </Link>
      </div>
      <Belbalk contact={contact} />
    </>
  )
}

export const meta: Route.MetaFunction = () => []

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ClientFout error={error} />
}
