import { CONCLUSIE_TEKST, EVALUATIEVRAAG_TEKST } from '#app/tekst-evaluatie.ts'
import type { Query } from '#db/connection.ts'
import { listOverlegtellingen, listTellingen, type Telling } from '#db/evaluaties.ts'
import type { Datum } from '#domain/datum.ts'
import {
  type Antwoord,
  EVALUATIEVRAGEN,
  type Evaluatievraag,
  kwartaalOf,
  meesteAntwoord,
  toonbaar,
} from '#domain/evaluatie.ts'

/** A number that would say something about one person is not in it. */
type Getal = string
export type Kwartaalcijfers = {
  kwartaal: string
  overleggen: { uitgenodigd: Getal; verschenen: Getal; metSteun: Getal }
  vragen: { vraag: string; conclusie: string; aantallen: Record<Antwoord, Getal> }[]
}

/** The quarters that are over, newest first. K10 */
export async function readEvaluatiecijfers(sql: Query, vandaag: Datum): Promise<Kwartaalcijfers[]> {
  const nu = kwartaalOf(vandaag)
  const tellingen = await listTellingen(sql, nu)
  const overleggen = await listOverlegtellingen(sql, nu)
  const kwartalen = new Set([...tellingen, ...overleggen].map(({ kwartaal }) => kwartaal))
  return [...kwartalen]
    .toSorted()
    .toReversed()
    .map((kwartaal) => {
      const feiten = overleggen.find((rij) => rij.kwartaal === kwartaal)
      return {
        kwartaal: kwartaalTekst(kwartaal),
        overleggen: {
          uitgenodigd: getalTekst(feiten?.uitgenodigd ?? 0),
          verschenen: getalTekst(feiten?.verschenen ?? 0),
          metSteun: getalTekst(feiten?.metSteun ?? 0),
        },
        vragen: Object.values(EVALUATIEVRAGEN)
          .flat()
          .map((vraag) =>
            vraagOf(
              vraag,
              tellingen.filter((t) => t.kwartaal === kwartaal),
            ),
          ),
      }
    })
}

function vraagOf(vraag: Evaluatievraag, tellingen: readonly Telling[]) {
  const aantal = (antwoord: Antwoord) =>
    tellingen.find((t) => t.vraag === vraag && t.antwoord === antwoord)?.aantal ?? 0
  const aantallen = { ja: aantal('ja'), 'een-beetje': aantal('een-beetje'), nee: aantal('nee') }
  const meeste = meesteAntwoord(aantallen)
  return {
    vraag: EVALUATIEVRAAG_TEKST[vraag],
    conclusie: meeste ? CONCLUSIE_TEKST[vraag][meeste] : 'Te weinig antwoorden voor een conclusie.',
    aantallen: {
      ja: getalTekst(aantallen.ja),
      'een-beetje': getalTekst(aantallen['een-beetje']),
      nee: getalTekst(aantallen.nee),
    },
  }
}

function getalTekst(aantal: number): Getal {
  return toonbaar(aantal)?.toString() ?? '<5'
}

const MAANDEN = [
  'Januari t/m maart',
  'April t/m juni',
  'Juli t/m september',
  'Oktober t/m december',
]

function kwartaalTekst(kwartaal: string): string {
  const [jaar = '', nummer = ''] = kwartaal.split('-')
  return `${MAANDEN[Number(nummer) - 1]} ${jaar}`
}
