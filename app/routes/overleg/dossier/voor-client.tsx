import type { Dossier } from '#app/commands/export-dossier.server.ts'
import { Blokken } from '#app/components/blokken.tsx'
import { BRIEFWIJZE_TEKST, CLIENTSOORT_TEKST, datumTekst } from '#app/tekst.ts'
import type { ActieRij } from '#db/acties.ts'
import type { BriefRij } from '#db/brieven.ts'
import { ACTIESTATUS_GEWOON } from '#domain/actie.ts'
import { ANTWOORD_TEKST } from '#domain/antwoord.ts'
import { zonderLegeKoppen } from '#domain/projectie.ts'
import { dag, Lijst } from './lijst.tsx'

type Deel = { dossier: Dossier }

export function VoorClient({ dossier }: Deel) {
  const { plan, metClient } = dossier
  return (
    <>
      <h2>Deel 1. Voor de cliënt</h2>
      {plan && metClient ? (
        <PlanVoorClient dossier={dossier} plan={plan} />
      ) : (
        <p>Er is nog geen plan dat met de cliënt is vastgesteld.</p>
      )}
      <Gezegd dossier={dossier} />
      <Brieven dossier={dossier} />
    </>
  )
}

/** Word for word, also when it came to no plan. Of an actie not who does it: somebody may have left since. K3, T6 */
function Gezegd({ dossier: { gezegd } }: Deel) {
  if (!gezegd) return null
  const { wil, anders, zinnen, acties } = gezegd
  const regels = [...zinnen, ...acties].map(
    ({ tekst, antwoord }) => `${tekst.split('\n', 1)}: ${ANTWOORD_TEKST[antwoord]}`,
  )
  if (!wil && !anders && regels.length === 0) return null
  return (
    <>
      <h3>Wat u aan tafel zei</h3>
      {wil && <p>Wat ik wil: {wil}</p>}
      {anders && <p>Wat ik anders zie: {anders}</p>}
      <Lijst regels={regels} />
    </>
  )
}

function PlanVoorClient({ dossier, plan }: Deel & { plan: NonNullable<Dossier['plan']> }) {
  const { deelnemers } = dossier
  const wie = ({ drager }: ActieRij) => {
    if (drager.soort === 'client') return 'U zelf'
    const deelnemer = deelnemers.find(({ id }) => id === drager.deelnemerId)
    // P6
    const vertrok = deelnemer?.rol === 'partner' && deelnemer.keuze !== 'blijft'
    return vertrok || !deelnemer ? drager.organisatie : `${drager.naam}, ${drager.organisatie}`
  }
  return (
    <>
      <h3>{`Plan, versie ${plan.versie}, van ${dag(plan.vastgesteldOp)}`}</h3>
      <p>
        Casushouder: {plan.casushouder.naam}, {plan.casushouder.organisatie}
      </p>
      <Blokken blokken={zonderLegeKoppen(plan.samenvatting)} />
      <Blokken blokken={zonderLegeKoppen(plan.besluitvorming)} />
      <h3>Acties</h3>
      <Lijst
        regels={plan.acties.map((actie) => (
          <>
            <strong>{actie.wat}</strong> {actie.waarom} {wie(actie)}, voor{' '}
            {datumTekst(actie.wanneer)}.
            <Lijst
              regels={actie.historie.map(
                ({ status, uitleg, op }) => `${dag(op)}: ${ACTIESTATUS_GEWOON[status]} ${uitleg}`,
              )}
            />
          </>
        ))}
      />
      <Verzoeken dossier={dossier} />
      <h3>Wanneer we kijken of het plan werkt</h3>
      <Lijst
        regels={plan.monitoring.map(({ termijn, datum }) => `Na ${termijn}: ${datumTekst(datum)}`)}
      />
    </>
  )
}

/** K7 */
function Verzoeken({ dossier: { verzoeken } }: Deel) {
  return (
    <>
      <h3>Klopt er iets niet?</h3>
      <Lijst
        regels={verzoeken.map(({ zin, tekst, ingediendOp, antwoord, beantwoordOp }) => (
          <>
            {dag(ingediendOp)}, over “{zin}”: {tekst}
            <br />
            {antwoord && beantwoordOp
              ? `${dag(beantwoordOp)}, ${antwoord.besluit === 'toegewezen' ? 'zo is het nu' : 'niet aangepast'}: ${antwoord.tekst}`
              : 'Nog geen antwoord.'}
          </>
        ))}
      />
    </>
  )
}

// Not whom a letter named: somebody may have left since. T6
function Brieven({ dossier: { personen, brieven } }: Deel) {
  const regels = personen.flatMap(({ id, naam, soort }) => {
    const wie = `${naam} (${CLIENTSOORT_TEKST[soort].toLowerCase()})`
    const van = brieven.filter(({ clientPersoonId }) => clientPersoonId === id)
    return van.length > 0
      ? van.map((brief) => `${wie}: ${briefTekst(brief)}`)
      : [`${wie}: nog geen brief`]
  })
  return (
    <>
      <h3>Brieven</h3>
      <Lijst regels={regels} />
    </>
  )
}

function briefTekst({ gemaaktOp, gemaildOp, verzondenOp, wijze, inhoud }: BriefRij): string {
  const { type, moment, plaats, doel } = inhoud
  return [
    `gemaakt op ${dag(gemaaktOp)}`,
    type === 'gesprek' ? `voor een gesprek op ${dag(new Date(moment))}` : 'om het plan te lezen',
    plaats,
    doel && `met als doel: ${doel}`,
    gemaildOp && `link gemaild op ${dag(gemaildOp)}`,
    verzondenOp &&
      wijze &&
      `${BRIEFWIJZE_TEKST[wijze].toLowerCase()} op ${datumTekst(verzondenOp)}`,
  ]
    .filter(Boolean)
    .join(', ')
}
