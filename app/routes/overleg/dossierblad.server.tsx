import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Dossier } from '#app/commands/export-dossier.server.ts'
import { Blokken } from '#app/components/blokken.tsx'
import {
  BRIEFWIJZE_TEKST,
  CLIENTSOORT_TEKST,
  DOCUMENT_TEKST,
  datumTekst,
  KEUZE_TEKST,
  opsomming,
  ROL_TEKST,
} from '#app/tekst.ts'
import type { ActieRij } from '#db/acties.ts'
import type { BriefRij } from '#db/brieven.ts'
import type { AfwegingRij } from '#db/client-afwegingen.ts'
import type { DeelnemerRij } from '#db/deelnemers.ts'
import { ACTIESTATUS_GEWOON, ACTIESTATUS_TEKST } from '#domain/actie.ts'
import { AFSPRAAKANTWOORDEN } from '#domain/afspraak.ts'
import { AFWEGINGSUITKOMSTEN } from '#domain/afweging.ts'
import { ANTWOORD_TEKST } from '#domain/antwoord.ts'
import { datumInNederland } from '#domain/datum.ts'
import { zonderLegeKoppen } from '#domain/projectie.ts'
import { ZONDER_CLIENT_REDENEN } from '#domain/tafel.ts'

const STIJL = `body{font:1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse}td,th{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top}
.niet{border:3px solid #b00020;padding:0 1rem;margin-top:3rem;break-before:page}.visually-hidden{display:none}`

/** A file of its own: no script, nothing from elsewhere, everything that people wrote is text. */
export function dossierHtml(dossier: Dossier): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Dossierblad dossier={dossier} />)}\n`
}

function Dossierblad({ dossier }: { dossier: Dossier }) {
  const { casus, geplandOp, now, bewaardTot, plan, metClient } = dossier
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <title>{`Dossier ${casus.nummer}`}</title>
        <style>{STIJL}</style>
      </head>
      <body>
        <h1>{`Dossier van casus ${casus.nummer}`}</h1>
        <p>
          {casus.initialen}, {casus.gemeente}. Overleg van {dag(geplandOp)}. Gemaakt op {dag(now)}.
        </p>
        {bewaardTot && (
          <p>We bewaren dit tot en met {datumTekst(bewaardTot)}. Daarna wordt alles vernietigd.</p>
        )}
        <p>
          Dit bestand staat niet meer onder de bescherming van Focustafel. Geef aan de cliënt alleen
          het eerste deel. Verwijder het bestand zodra het niet meer nodig is.
        </p>
        <h2>Deel 1. Voor de cliënt</h2>
        {plan && metClient ? (
          <PlanVoorClient dossier={dossier} plan={plan} />
        ) : (
          <p>Er is nog geen plan dat met de cliënt is vastgesteld.</p>
        )}
        <Gezegd dossier={dossier} />
        <Brieven dossier={dossier} />
        <NietVoorClient dossier={dossier} />
      </body>
    </html>
  )
}

type Deel = { dossier: Dossier }
type Plan = NonNullable<Dossier['plan']>

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

function PlanVoorClient({ dossier, plan }: Deel & { plan: Plan }) {
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

function NietVoorClient({ dossier }: Deel) {
  const { vraag, zonderClient, afgebrokenReden, documenten, plan, heropeningen, incidenten } =
    dossier
  return (
    <section className="niet">
      <h2>Deel 2. Niet voor de cliënt</h2>
      <p>
        Wat de professionals samen bespraken. Beoordeel voor u iets hieruit deelt of dat mag, en
        haal weg wat over anderen gaat.
      </p>
      <h3>Vraag</h3>
      <p>{vraag}</p>
      {zonderClient && (
        <p>{`Overleg zonder cliënt (${zonderClient.reden}). ${zonderClient.toelichting}`}</p>
      )}
      {afgebrokenReden && <p>{`Afgebroken: ${afgebrokenReden}`}</p>}
      {documenten.map(({ document, blokken, aanvullingen }) => (
        <div key={document}>
          <h3>{DOCUMENT_TEKST[document]}</h3>
          <Blokken blokken={blokken} />
          <Lijst
            regels={aanvullingen.map(
              ({ op, naam, organisatie, tekst }) =>
                `Aanvulling van ${dag(op)}, ${naam}, ${organisatie}: ${tekst}`,
            )}
          />
        </div>
      ))}
      {plan && <Voortgang plan={plan} />}
      <h3>Heropend</h3>
      <Lijst
        regels={heropeningen.map(
          ({ op, fase, naam, reden }) =>
            `${dag(op)}, ${DOCUMENT_TEKST[fase]}, door ${naam}: ${reden}`,
        )}
      />
      <h3>Dichtgezet</h3>
      <Lijst
        regels={incidenten.map(
          ({ begonnenOp, naam, toelichting }) => `${dag(begonnenOp)}, door ${naam}: ${toelichting}`,
        )}
      />
      <h3>Met of zonder de cliënt</h3>
      <Lijst regels={dossier.afwegingen.map(afwegingTekst)} />
      <Wie dossier={dossier} />
    </section>
  )
}

function Voortgang({ plan }: { plan: Plan }) {
  return (
    <>
      <h3>Voortgang van de acties, met notities</h3>
      <Lijst
        regels={plan.acties.flatMap(({ nummer, historie }) =>
          historie.map(
            ({ op, door, status, notitie }) =>
              `Actie ${nummer}, ${dag(op)}, ${door}: ${ACTIESTATUS_TEKST[status]}. ${notitie}`,
          ),
        )}
      />
    </>
  )
}

function Wie({ dossier: { deelnemers, inzages } }: Deel) {
  return (
    <>
      <h3>Deelnemers</h3>
      <Lijst
        regels={deelnemers.map((deelnemer) => {
          const { naam, organisatie, rol, keuze } = deelnemer
          const wie = [`${naam}, ${organisatie}`, ROL_TEKST[rol], KEUZE_TEKST[keuze].toLowerCase()]
          return `${opsomming(wie)}${antwoordTekst(deelnemer)}`
        })}
      />
      <h3>Welke organisaties in dit dossier keken of werkten</h3>
      <Lijst
        regels={inzages.map(
          ({ organisatie, keren, eerste, laatste }) =>
            `${organisatie}: ${keren} keer, van ${dag(eerste)} tot en met ${dag(laatste)}`,
        )}
      />
    </>
  )
}

function antwoordTekst({ antwoord, geantwoordOp, inPlaatsVan }: DeelnemerRij) {
  const komt =
    antwoord && geantwoordOp
      ? `. ${AFSPRAAKANTWOORDEN[antwoord]}, gemeld op ${dag(geantwoordOp)}`
      : ''
  return `${komt}${inPlaatsVan ? `. In plaats van ${inPlaatsVan}` : ''}`
}

// F7
function afwegingTekst(afweging: AfwegingRij) {
  const { voorstel, reden, toelichting, voorgesteldDoor, voorgesteldOp } = afweging
  const { uitkomst, uitkomstReden, beslotenDoor, beslotenOp } = afweging
  const waarom = reden ? ` (${ZONDER_CLIENT_REDENEN[reden].toLowerCase()})` : ''
  const voorgesteld = `${dag(voorgesteldOp)}, ${voorgesteldDoor} stelt voor: ${voorstel} de cliënt${waarom}. ${toelichting}`
  if (!uitkomst || !beslotenOp) return `${voorgesteld} Nog niet beantwoord.`
  const besloten = `${AFWEGINGSUITKOMSTEN[uitkomst]} door ${beslotenDoor ?? ''}, ${dag(beslotenOp)}.`
  return `${voorgesteld} ${besloten} ${uitkomstReden}`
}

function Lijst({ regels }: { regels: readonly ReactNode[] }) {
  if (regels.length === 0) return <p>Geen.</p>
  return (
    <ul>
      {regels.map((regel, index) => (
        <li key={`plaats-${String(index)}`}>{regel}</li>
      ))}
    </ul>
  )
}

function dag(moment: Date): string {
  return datumTekst(datumInNederland(moment))
}
