import { Plus } from 'lucide-react'
import { href, Link, redirect } from 'react-router'
import { z } from 'zod'
import { answerAfspraakCommand } from '#app/commands/answer-afspraak.server.ts'
import {
  type Uitkomst,
  Uitkomstfouten,
  UitkomstProvider,
  useLaatste,
} from '#app/components/formulier/uitkomst.tsx'
import { Overlegstatus } from '#app/components/overleg/overlegstatus.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { gebruikerContext, sqlContext } from '#app/context.ts'
import { isZonderJavaScript, parseForm } from '#app/invoer.server.ts'
import { uitkomstResponse } from '#app/refusal-response.ts'
import { momentTekst } from '#app/tekst.ts'
import { recordLijst } from '#app/verslag.server.ts'
import { listActiesVoorGebruiker } from '#db/acties.ts'
import { type Deelnemerschap, listOverleggen } from '#db/overleggen.ts'
import { datumInNederland } from '#domain/datum.ts'
import type { OverlegStatus } from '#domain/fase.ts'
import type { Rol } from '#domain/rol.ts'
import type { Stand } from '#domain/toegang.ts'
import { Afspraakvelden } from '../overleg/afspraak-invoer.ts'
import type { Route } from './+types/overleggen'
import { WachtOpU } from './wacht-op-u.tsx'
import { werklijstOf } from './werklijst.ts'
import { toWerklijst } from './werklijst-data.server.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const sql = context.get(sqlContext)
  const { id, huisfunctie } = context.get(gebruikerContext)
  const overleggen = await listOverleggen(sql, id)
  const acties = await listActiesVoorGebruiker(sql, id)
  const gezien = [...overleggen.map(({ overleg }) => overleg.id), ...acties.map(idOf)]
  await recordLijst(context, 'overleggen', gezien)

  const taken = werklijstOf({
    overleggen: await Promise.all(overleggen.map((rij) => toWerklijst(sql, rij))),
    acties: acties.map(({ overlegId, casus, magBijwerken, actie }) => ({
      overlegId,
      casus,
      magBijwerken,
      status: actie.status,
      wanneer: actie.wanneer,
    })),
    vandaag: datumInNederland(new Date()),
  })
  return {
    taken,
    overleggen: overleggen.map(toRegel),
    magMaken: huisfunctie === 'procesregisseur',
  }
}

/** Whether I come, from the work list. F8 */
export async function action({ request, url, context }: Route.ActionArgs) {
  const invoer = await parseForm(request, AfspraakInvoer)
  if (!invoer) return uitkomstResponse({ intent: 'afspraak' }, { code: 'ongeldige-invoer' })
  const { doel, moment, antwoord: komt } = invoer
  const result = await answerAfspraakCommand(context.get(sqlContext), {
    overlegId: doel,
    gebruikerId: context.get(gebruikerContext).id,
    geplandOp: moment,
    antwoord: komt,
  })
  if (result.ok && isZonderJavaScript(request)) throw redirect(url.pathname)
  return uitkomstResponse({ intent: 'afspraak', doel }, result.ok ? null : result.refusal)
}

const AfspraakInvoer = z.strictObject({
  intent: z.literal('afspraak'),
  doel: z.uuid(),
  ...Afspraakvelden,
})

function idOf({ overlegId }: { overlegId: string }): string {
  return overlegId
}

export default function OverleggenPage({ loaderData, actionData }: Route.ComponentProps) {
  const { taken, overleggen, magMaken } = loaderData
  const uitkomst = useLaatste<Uitkomst>(actionData)
  const bezig = overleggen.filter(({ status }) => status === 'lopend')
  const komend = overleggen.filter(({ status }) => status === 'gepland').toReversed()
  const geweest = overleggen.filter((regel) => !bezig.includes(regel) && !komend.includes(regel))

  return (
    <div className="page">
      <PageHeader title="Overleggen">
        {magMaken && (
          <ButtonLink to={href('/overleggen/nieuw')} variant="primary" icon={Plus}>
            Nieuw overleg
          </ButtonLink>
        )}
      </PageHeader>
      <UitkomstProvider value={uitkomst}>
        <Uitkomstfouten />
        <WachtOpU taken={taken} />
      </UitkomstProvider>
      {bezig.length > 0 && <Overleglijst titel="Nu bezig" regels={bezig} />}
      <Overleglijst titel="Komende overleggen" regels={komend}>
        <Empty title="Er staat geen overleg gepland">
          <p>
            {magMaken
              ? 'Maak een overleg met de knop Nieuw overleg.'
              : 'De procesregisseur nodigt u uit. Het overleg staat dan hier.'}
          </p>
        </Empty>
      </Overleglijst>
      {geweest.length > 0 && <Overleglijst titel="Geweest" regels={geweest} />}
    </div>
  )
}

type Regel = {
  id: string
  nummer: string
  initialen: string
  geplandOp: Date
  status: OverlegStatus
  /** Null for who still has to sign: he is not told how far they are. T9 */
  stand: Stand | null
  rol: Rol
}

type LijstProps = { titel: string; regels: Regel[]; children?: React.ReactNode }

function Overleglijst({ titel, regels, children }: LijstProps) {
  return (
    <Card title={titel}>
      {regels.length === 0 ? (
        children
      ) : (
        <ul className="rows">
          {regels.map((regel) => (
            <Overlegregel key={regel.id} regel={regel} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Overlegregel({ regel }: { regel: Regel }) {
  const { id, nummer, initialen, geplandOp, stand, rol } = regel
  return (
    <li className="row row--link">
      <p className="row__text">
        <Link className="row__link" to={href('/overleggen/:overlegId', { overlegId: id })}>
          <span className="number">{nummer}</span> <span className="subtle">{initialen}</span>
        </Link>
        <span className="row__detail">
          {momentTekst(geplandOp)} · u bent {rol}
        </span>
      </p>
      <div className="cluster">{stand && <Overlegstatus stand={stand} />}</div>
    </li>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Overleggen – Focustafel' }]

// Case number and initials, and nothing else: people share a screen.
function toRegel({ overleg, deelname }: Deelnemerschap): Regel {
  const { id, casus, geplandOp, stand } = overleg
  return {
    id,
    nummer: casus.nummer,
    initialen: casus.initialen,
    geplandOp,
    status: stand.overleg.status,
    stand: deelname.toegelaten ? stand : null,
    rol: deelname.rol,
  }
}
