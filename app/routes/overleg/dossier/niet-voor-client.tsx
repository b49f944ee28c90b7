import type { Dossier } from '#app/commands/export-dossier.server.ts'
import { Blokken } from '#app/components/blokken.tsx'
import { DOCUMENT_TEKST, KEUZE_TEKST, opsomming, ROL_TEKST } from '#app/tekst.ts'
import type { AfwegingRij } from '#db/client-afwegingen.ts'
import type { DeelnemerRij } from '#db/deelnemers.ts'
import { ACTIESTATUS_TEKST } from '#domain/actie.ts'
import { AFSPRAAKANTWOORDEN } from '#domain/afspraak.ts'
import { AFWEGINGSUITKOMSTEN } from '#domain/afweging.ts'
import { ZONDER_CLIENT_REDENEN } from '#domain/tafel.ts'
import { dag, Lijst } from './lijst.tsx'

type Deel = { dossier: Dossier }

export function NietVoorClient({ dossier }: Deel) {
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

function Voortgang({ plan }: { plan: NonNullable<Dossier['plan']> }) {
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
