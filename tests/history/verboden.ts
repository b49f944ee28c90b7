import type { Rechten } from '#db/rechten.ts'
import { CLIENTDOCUMENTEN, DOCUMENTEN, type Document } from '#domain/document.ts'
import { toegangTotDocument } from '#domain/toegang.ts'
import type { Verbod } from './records.ts'
import type { Afwezig, Gast, Periode } from './regie.ts'

type Bron = {
  perioden: readonly Periode[]
  afwezig: readonly Afwezig[]
  gasten: readonly Gast[]
  client: string
}

/** What was forbidden to whom, and when, by the rules of the domain; nothing while a move was on its way. */
export function verbodenVan({ perioden, afwezig, gasten, client }: Bron): Verbod[] {
  const vanGasten = gasten.flatMap(({ wie, gebruikerId }) =>
    DOCUMENTEN.flatMap((document) => {
      const toegang = ({ deelnames, stand }: Rechten) =>
        toegangTotDocument(deelnames.get(gebruikerId) ?? null, document, stand)
      return [
        ...verbied({ wie, document, wat: 'lezen' }, perioden, (r) => toegang(r) === 'geen'),
        ...verbied(
          { wie, document, wat: 'schrijven' },
          perioden,
          (r) => toegang(r) !== 'schrijven',
        ),
      ]
    }),
  )
  const vanClient = CLIENTDOCUMENTEN.flatMap((document) =>
    verbied({ wie: client, document, wat: 'lezen' }, perioden, isInWachtkamer),
  )
  const vanAfwezigen = afwezig.flatMap(({ wie, van, tot }) =>
    DOCUMENTEN.map((document): Verbod => ({ wie, document, wat: 'lezen', van, tot })),
  )
  return [...vanGasten, ...vanClient, ...vanAfwezigen]
}

type Waarvan = { wie: string; document: Document; wat: Verbod['wat'] }

/** Forbidden before a move and after it is forbidden during it. */
function verbied(
  waarvan: Waarvan,
  perioden: readonly Periode[],
  isVerboden: (rechten: Rechten) => boolean,
): Verbod[] {
  const verboden: Verbod[] = []
  let huidig: Verbod | null = null
  for (const { van, tot, rechten } of perioden) {
    if (!isVerboden(rechten)) {
      huidig = null
      continue
    }
    if (huidig) huidig.tot = tot
    else {
      huidig = { ...waarvan, van, tot }
      verboden.push(huidig)
    }
  }
  return verboden
}

function isInWachtkamer({ stand: { overleg, dicht } }: Rechten): boolean {
  return dicht || overleg.status !== 'lopend' || overleg.tafel !== 'met-client'
}
