import { Hand } from 'lucide-react'
import { Avatar } from '#app/components/ui/avatar.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Person } from '#app/components/ui/person.tsx'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import { CLIENTSOORT_TEKST, ROL_TEKST } from '#app/tekst.ts'
import { isBevoegd } from '#domain/rol.ts'
import { CasushouderAanvaarden, CasushouderVoordragen } from './casushouder.tsx'
import { Keuze } from './keuze.tsx'
import type { Clientgast, Meeting, Tafelgast } from './meeting.ts'

type Props = Pick<Meeting, 'stand' | 'ik'> & { tafel: NonNullable<Meeting['tafel']> }

/** The people at the table: raised hands on top, in the order in which they went up. */
export function Mensen({ stand, ik, tafel }: Props) {
  const { overleg } = stand
  const metClient = overleg.status === 'lopend' && overleg.tafel === 'met-client'
  const aanwezig = tafel.gasten.filter((gast) => gast.aanwezig && zitAan(gast, metClient))
  // A raised hand stays up when a connection drops.
  const handen = tafel.gasten
    .filter((gast) => gast.handOp && zitAan(gast, metClient))
    .sort((een, ander) => Number(een.handOp) - Number(ander.handOp))
  const afwezig = tafel.gasten.filter((gast) => !aanwezig.includes(gast))
  const rij = { stand, ik, metClient }
  return (
    <>
      {handen.length > 0 && <Handen gasten={handen} />}
      <Card title={`Aan tafel (${aanwezig.length + tafel.clienten.length})`} className="mensen">
        <ul className="mensen__lijst">
          {tafel.clienten.map((gast) => (
            <ClientRij key={gast.id} gast={gast} />
          ))}
          {aanwezig.map((gast) => (
            <GastRij key={gast.id} gast={gast} {...rij} />
          ))}
        </ul>
        {afwezig.length > 0 && (
          <details className="mensen__afwezig">
            <summary>
              {metClient ? 'Niet aan tafel' : 'Nog niet hier'} ({afwezig.length})
            </summary>
            <ul className="mensen__lijst">
              {afwezig.map((gast) => (
                <GastRij key={gast.id} gast={gast} {...rij} />
              ))}
            </ul>
          </details>
        )}
      </Card>
    </>
  )
}

// Who vertrekt may still have the page open, but is not at the table. T2
function zitAan({ rol, keuze }: Tafelgast, metClient: boolean) {
  return !metClient || rol !== 'partner' || keuze === 'blijft'
}

function Handen({ gasten }: { gasten: Tafelgast[] }) {
  return (
    <section className="handen" aria-labelledby="handen">
      <h2 id="handen" className="handen__titel">
        <Hand className="icon" aria-hidden="true" />
        {gasten.length === 1 ? '1 hand omhoog' : `${gasten.length} handen omhoog`}
      </h2>
      <ol className="handen__lijst">
        {gasten.map((gast) => (
          <li key={gast.id}>
            <Avatar name={gast.naam} colour={gast.kleur} small /> {gast.naam}
          </li>
        ))}
      </ol>
    </section>
  )
}

function ClientRij({ gast }: { gast: Clientgast }) {
  return (
    <li className="gast">
      <Person name={gast.naam} detail={CLIENTSOORT_TEKST[gast.soort]} colour="client" />
    </li>
  )
}

type RijProps = Pick<Props, 'stand' | 'ik'> & { gast: Tafelgast; metClient: boolean }

function GastRij({ gast, stand, ik, metClient }: RijProps) {
  const { overleg, metClient: wordtMetClient } = stand
  const lopend = overleg.status === 'lopend'
  const kiest = lopend && wordtMetClient && gast.rol === 'partner'
  // T1: together, until the cliënt sits there.
  const magKiezen =
    isBevoegd(ik.rol, 'keuze-zetten') && (!metClient || ik.rol === 'procesregisseur')
  return (
    <li className="gast">
      <Person name={gast.naam} colour={gast.kleur} detail={detailOf(gast, ik.deelnemerId)}>
        {gast.handOp && (
          <StatusTag tone="warn" icon={Hand}>
            Hand omhoog
          </StatusTag>
        )}
      </Person>
      {kiest && <Keuze gast={gast} magKiezen={magKiezen} metClient={metClient} />}
      {lopend && gast.rol === 'partner' && isBevoegd(ik.rol, 'casushouder-voordragen') && (
        <CasushouderVoordragen gast={gast} />
      )}
      {gast.rol === 'casushouder' && (
        <CasushouderAanvaarden gast={gast} ben={gast.id === ik.deelnemerId} />
      )}
    </li>
  )
}

function detailOf({ id, rol, organisatie }: Tafelgast, ik: string) {
  const wie = rol === 'partner' ? organisatie : `${ROL_TEKST[rol]}, ${organisatie}`
  return id === ik ? `${wie} (u)` : wie
}
