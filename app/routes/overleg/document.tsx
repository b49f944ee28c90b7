import '#app/styles/meeting.css'
import { data } from 'react-router'
import { GeredeTekstPaneel } from '#app/components/meeting/geredde-tekst.tsx'
import { NietAanTafel } from '#app/components/meeting/niet-aan-tafel.tsx'
import { Vergadering } from '#app/components/meeting/vergadering.tsx'
import { Verlaten } from '#app/components/meeting/verlaten.tsx'
import { deelnameContext, sqlContext } from '#app/context.ts'
import { useMeeting } from '#app/realtime/use-meeting.ts'
import { throwRefusal } from '#app/refusal-response.ts'
import { DOCUMENT_TEKST } from '#app/tekst.ts'
import { type Document, parseDocument } from '#domain/document.ts'
import type { Route } from './+types/document'
import { loadMeeting } from './document-data.server.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const document = parseDocument(params.document)
  if (!document) throwRefusal({ code: 'niet-gevonden' })

  const meeting = await loadMeeting({
    sql: context.get(sqlContext),
    deelnemerschap: context.get(deelnameContext),
    document,
    now: new Date(),
  })
  // Not thrown: the page stays, so that what this person wrote and was not saved stays with him. T2, D3
  return data(meeting, { status: meeting.toegang === 'geen' ? 404 : 200 })
}

export default function DocumentRoute({ loaderData: meeting }: Route.ComponentProps) {
  const live = useMeeting({
    overlegId: meeting.overlegId,
    document: meeting.document,
    magLezen: meeting.toegang !== 'geen',
    aanTafel: meeting.tafel !== null,
    nu: meeting.nu,
  })
  const { gered, wis, naarInloggen } = live
  const verlaten = <Verlaten onopgeslagen={live.stand.onopgeslagen} gered={gered.length > 0} />
  const isWeg = live.dicht || (live.weg && isVanDeTafel(meeting.document))

  if (meeting.toegang === 'geen' || isWeg) {
    return (
      <>
        {gered.length > 0 && (
          <div className="page page--narrow">
            {gered.map((tekst) => (
              <GeredeTekstPaneel
                key={tekst.id}
                gered={tekst}
                wis={wis}
                naarInloggen={naarInloggen}
              />
            ))}
          </div>
        )}
        {meeting.toegang === 'geen' ? (
          <NietAanTafel {...meeting} />
        ) : (
          <Dicht kiest={live.afgesloten} />
        )}
        {verlaten}
      </>
    )
  }
  return (
    <>
      <Vergadering
        meeting={live.weg ? { ...meeting, tafel: null, deelnemers: null } : meeting}
        live={live}
      />
      {verlaten}
    </>
  )
}

// T2: what is gone at once when the server says that one is no longer at the table.
function isVanDeTafel(document: Document) {
  return document === 'samenvatting' || document === 'besluitvorming'
}

function Dicht({ kiest }: { kiest: boolean }) {
  return (
    <div className="page page--narrow">
      <div className="card stack" role="status">
        <h1 tabIndex={-1}>{kiest ? 'U kunt niet meer bij deze tekst' : 'Er is iets veranderd'}</h1>
        <p>
          {kiest
            ? 'Kopieer hierboven uw eigen woorden, of gooi ze weg. Daarna ziet u wat u nog kunt zien.'
            : 'Wij kijken wat u nu kunt zien.'}
        </p>
      </div>
    </div>
  )
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: loaderData
      ? `${DOCUMENT_TEKST[loaderData.document]}, overleg ${loaderData.casus} – Focustafel`
      : 'Focustafel',
  },
]
