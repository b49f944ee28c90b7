import { type ReactNode, useId } from 'react'
import { Blokken } from '#app/components/blokken.tsx'
import type { WieVoorClient } from '#domain/projectie.ts'
import type { Clientsoort } from '#domain/rol.ts'
import type { ActieBeeld, Inhoud } from './clientbeeld.ts'
import { RondjeIcon, VinkIcon } from './icons.tsx'
import { useWoorden, vul } from './woorden.tsx'

const SECTIES = ['samenvatting', 'plan', 'ik', 'anderen'] as const
type Sectie = (typeof SECTIES)[number]

/** The cliënt reads about himself; whom he brings reads about him. */
export function useTitels(soort: Clientsoort): Record<Sectie, string> {
  const w = useWoorden().tafel
  const ik = {
    client: w.ikClient,
    steunpersoon: w.ikSteunpersoon,
    vertegenwoordiger: w.ikVertegenwoordiger,
  }
  return { samenvatting: w.samenvatting, plan: w.plan, ik: ik[soort], anderen: w.anderen }
}

type Props<Actie extends ActieBeeld> = {
  soort: Clientsoort
  inhoud: Inhoud<Actie>
  nieuw?: ReadonlySet<Sectie>
  /** What a part says that has nothing in it yet; without it, such a part is left out. */
  nogLeeg?: string
  /** The samenvatting, when it is more than text. */
  samenvatting?: ReactNode
  /** What stands under one actie. */
  onderActie?: (actie: Actie) => ReactNode
}

/** Samenvatting first, then the plan, then who does what. */
export function Secties<Actie extends ActieBeeld>({
  soort,
  inhoud,
  nieuw,
  nogLeeg,
  samenvatting,
  onderActie,
}: Props<Actie>) {
  const titels = useTitels(soort)
  const { plan, acties } = inhoud
  const ik = acties.filter((actie) => actie.wie.soort === 'ik')
  const anderen = acties.filter((actie) => actie.wie.soort !== 'ik')
  const delen: Record<Sectie, ReactNode> = {
    samenvatting:
      inhoud.samenvatting.length > 0 && (samenvatting ?? <Tekst blokken={inhoud.samenvatting} />),
    plan: plan.length > 0 && <Tekst blokken={plan} />,
    ik: ik.length > 0 && <Actielijst acties={ik} onderActie={onderActie} />,
    anderen: anderen.length > 0 && <Actielijst acties={anderen} onderActie={onderActie} />,
  }

  return SECTIES.filter((sectie) => delen[sectie] || nogLeeg).map((sectie) => (
    <Deel key={sectie} titel={titels[sectie]} nieuw={nieuw?.has(sectie)}>
      {delen[sectie] || <p className="leeg">{nogLeeg}</p>}
    </Deel>
  ))
}

function Tekst({ blokken }: { blokken: Inhoud['plan'] }) {
  return (
    <div className="nederlands" lang="nl" dir="ltr">
      <Blokken blokken={blokken} />
    </div>
  )
}

/** One part of the plan under its own heading. */
export function Deel({
  titel,
  nieuw = false,
  children,
}: {
  titel: string
  nieuw?: boolean
  children: ReactNode
}) {
  const id = useId()
  const w = useWoorden().tafel
  return (
    <section className="deel" aria-labelledby={id}>
      <h2 id={id}>
        {titel} {nieuw && <span className="nieuw">{w.nieuw}</span>}
      </h2>
      {children}
    </section>
  )
}

function Actielijst<Actie extends ActieBeeld>({
  acties,
  onderActie,
}: {
  acties: Actie[]
  onderActie?: (actie: Actie) => ReactNode
}) {
  const w = useWoorden().tafel
  return (
    <ul className="acties">
      {acties.map((actie, index) => (
        // The list has no ids: its order is all that tells two acties apart. S1
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index} className="actie">
          <Afgevinkt klaar={'klaar' in actie && actie.klaar === true} />
          <div className="actie__tekst">
            <p className="actie__wat">
              {actie.wat ? <Nederlands>{actie.wat}</Nederlands> : w.schrijven}
            </p>
            {actie.wie.soort !== 'ik' && (
              <p className="actie__wie">
                <Wie wie={actie.wie} />
              </p>
            )}
            {actie.waarom && (
              <p>
                {w.waarom} <Nederlands>{actie.waarom}</Nederlands>
              </p>
            )}
            {actie.klaarVoor && (
              <p className="actie__wanneer">{vul(w.klaarVoor, { datum: actie.klaarVoor })}</p>
            )}
            {onderActie?.(actie)}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Afgevinkt({ klaar }: { klaar: boolean }) {
  return (
    <span className={klaar ? 'actie__teken actie__teken--klaar' : 'actie__teken'}>
      {klaar ? <VinkIcon /> : <RondjeIcon />}
    </span>
  )
}

/** P6: who left the table is an organisation. */
function Wie({ wie }: { wie: Exclude<WieVoorClient, { soort: 'ik' }> }) {
  const w = useWoorden().tafel
  switch (wie.soort) {
    case 'persoon':
      return vul(w.doetPersoon, wie)
    case 'organisatie':
      return vul(w.doetOrganisatie, wie)
    case 'nog-niet-bekend':
      return w.doetNogNiemand
  }
}

/** What the table wrote stays as it was written. K2 */
function Nederlands({ children }: { children: string }) {
  return (
    <span lang="nl" dir="ltr">
      {children}
    </span>
  )
}
