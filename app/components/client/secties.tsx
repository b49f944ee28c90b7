import { type ReactNode, useId } from 'react'
import { Blokken } from '#app/components/blokken.tsx'
import type { WieVoorClient } from '#domain/projectie.ts'
import type { Clientsoort } from '#domain/rol.ts'
import type { ActieBeeld, Inhoud } from './clientbeeld.ts'
import { RondjeIcon, VinkIcon } from './icons.tsx'

const SECTIES = ['samenvatting', 'plan', 'ik', 'anderen'] as const
export type Sectie = (typeof SECTIES)[number]

/** The cliënt reads about himself; whom he brings reads about him. */
export const TITELS = {
  client: {
    samenvatting: 'Samenvatting',
    plan: 'Het plan',
    ik: 'Dit doe ik',
    anderen: 'Dit doen anderen',
  },
  steunpersoon: {
    samenvatting: 'Samenvatting',
    plan: 'Het plan',
    ik: 'Dit doet degene die u steunt',
    anderen: 'Dit doen anderen',
  },
  vertegenwoordiger: {
    samenvatting: 'Samenvatting',
    plan: 'Het plan',
    ik: 'Dit doen wij zelf',
    anderen: 'Dit doen anderen',
  },
} as const satisfies Record<Clientsoort, Record<Sectie, string>>

type Props<Actie extends ActieBeeld> = {
  soort: Clientsoort
  inhoud: Inhoud<Actie>
  nieuw?: ReadonlySet<Sectie>
  /** What a part says that has nothing in it yet; without it, such a part is left out. */
  nogLeeg?: string
  /** What stands under one actie. */
  onderActie?: (actie: Actie) => ReactNode
}

/** Samenvatting first, then the plan, then who does what. */
export function Secties<Actie extends ActieBeeld>({
  soort,
  inhoud: { samenvatting, plan, acties },
  nieuw,
  nogLeeg,
  onderActie,
}: Props<Actie>) {
  const ik = acties.filter((actie) => actie.wie.soort === 'ik')
  const anderen = acties.filter((actie) => actie.wie.soort !== 'ik')
  const delen: Record<Sectie, ReactNode> = {
    samenvatting: samenvatting.length > 0 && <Blokken blokken={samenvatting} />,
    plan: plan.length > 0 && <Blokken blokken={plan} />,
    ik: ik.length > 0 && <Actielijst acties={ik} onderActie={onderActie} />,
    anderen: anderen.length > 0 && <Actielijst acties={anderen} onderActie={onderActie} />,
  }

  return SECTIES.filter((sectie) => delen[sectie] || nogLeeg).map((sectie) => (
    <Deel key={sectie} titel={TITELS[soort][sectie]} nieuw={nieuw?.has(sectie)}>
      {delen[sectie] || <p className="leeg">{nogLeeg}</p>}
    </Deel>
  ))
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
  return (
    <section className="deel" aria-labelledby={id}>
      <h2 id={id}>
        {titel} {nieuw && <span className="nieuw">Nieuw</span>}
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
  return (
    <ul className="acties">
      {acties.map((actie, index) => (
        // The list has no ids: its order is all that tells two acties apart. S1
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index} className="actie">
          <Afgevinkt klaar={'klaar' in actie && actie.klaar === true} />
          <div className="actie__tekst">
            <p className="actie__wat">{actie.wat || 'We schrijven dit nu op.'}</p>
            {actie.wie.soort !== 'ik' && <p className="actie__wie">{wieTekst(actie.wie)}</p>}
            {actie.waarom && <p>Waarom? {actie.waarom}</p>}
            {actie.klaarVoor && <p className="actie__wanneer">Klaar voor {actie.klaarVoor}</p>}
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
function wieTekst(wie: WieVoorClient): string {
  switch (wie.soort) {
    case 'ik':
      return 'Dit doe ik.'
    case 'persoon':
      return `Dit doet ${wie.naam} van ${wie.organisatie}.`
    case 'organisatie':
      return `Dit doet iemand van ${wie.organisatie}.`
    case 'nog-niet-bekend':
      return 'We weten nog niet wie dit doet.'
  }
}
