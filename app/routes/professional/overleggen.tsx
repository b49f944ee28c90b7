import { Plus } from 'lucide-react'
import { href, Link } from 'react-router'
import { Overlegstatus } from '#app/components/overleg/overlegstatus.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { gebruikerContext, sqlContext } from '#app/context.ts'
import { momentTekst } from '#app/tekst.ts'
import { recordLijst } from '#app/verslag.server.ts'
import { listActiesVoorGebruiker } from '#db/acties.ts'
import { listClientPersonen } from '#db/client-personen.ts'
import type { Sql } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { type Deelnemerschap, listOverleggen } from '#db/overleggen.ts'
import { datumInNederland } from '#domain/datum.ts'
import type { OverlegStatus } from '#domain/fase.ts'
import type { Rol } from '#domain/rol.ts'
import type { Stand } from '#domain/toegang.ts'
import { isEvaluatieOpenVoor } from '../evaluatie-open.server.ts'
import type { Route } from './+types/overleggen'
import { WachtOpU } from './wacht-op-u.tsx'
import { type OverlegVoorWerklijst, werklijstOf } from './werklijst.ts'

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

function idOf({ overlegId }: { overlegId: string }): string {
  return overlegId
}

export default function OverleggenPage({ loaderData }: Route.ComponentProps) {
  const { taken, overleggen, magMaken } = loaderData
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
      <WachtOpU taken={taken} />
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

async function toWerklijst(sql: Sql, rij: Deelnemerschap): Promise<OverlegVoorWerklijst> {
  const { overleg, deelname, deelnemerId } = rij
  const { id, casus, stand } = overleg
  const isVoorbij = stand.overleg.status !== 'gepland' && stand.overleg.status !== 'lopend'
  const niets = {
    overleg: { id, casus, stand },
    deelname,
    moetAanvaarden: false,
    brievenTeMaken: 0,
    evaluatieOpen: await isEvaluatieOpenVoor(sql, rij),
  }
  if (isVoorbij || deelname.rol === 'partner') return niets

  if (deelname.rol === 'casushouder') {
    const deelnemers = await listDeelnemers(sql, id)
    const ik = deelnemers.find((deelnemer) => deelnemer.id === deelnemerId)
    return { ...niets, moetAanvaarden: ik?.casushouderAanvaardOp === null }
  }
  const personen = stand.metClient ? await listClientPersonen(sql, id) : []
  return { ...niets, brievenTeMaken: personen.filter((p) => p.uitgenodigdOp === null).length }
}
