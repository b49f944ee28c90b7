import type { Planmerk, Verzoekbeeld, Verzoekenbeeld } from '#app/components/client/planblokken.ts'
import { datumIn } from '#app/woorden/datum.ts'
import type { Taal } from '#app/woorden/taal.ts'
import type { Plan } from '#db/plannen.ts'
import type { VerzoekRij } from '#db/verzoeken.ts'
import { type Datum, datumInNederland } from '#domain/datum.ts'
import { zonderLegeKoppen } from '#domain/projectie.ts'
import type { Clientsoort } from '#domain/rol.ts'
import {
  isOverTijd,
  type Kanttekening,
  kanNogVragen,
  kanttekeningenOf,
  magVerzoeken,
  uiterlijkOf,
  zinnenVanPlan,
  zinVan,
} from '#domain/verzoek.ts'
import { zinnenOf } from '#domain/zin.ts'

type Tekst = Pick<Plan, 'samenvatting' | 'besluitvorming' | 'acties'>

/** What stands beside which words; words that stand twice have it twice. */
export function merkenOf(plan: Tekst, verzoeken: readonly VerzoekRij[]): Planmerk[] {
  const kanttekeningen = kanttekeningenOf(verzoeken)
  return [
    ...zinnenOf(plan.samenvatting).flatMap((zin) =>
      bij(kanttekeningen, [zin]).map(
        (merk): Planmerk => ({ ...merk, plek: { deel: 'samenvatting', sleutel: zin.sleutel } }),
      ),
    ),
    ...zonderLegeKoppen(plan.besluitvorming).flatMap((blok, index) =>
      bij(kanttekeningen, zinnenOf([blok])).map(
        (merk): Planmerk => ({ ...merk, plek: { deel: 'plan', blok: index } }),
      ),
    ),
    ...plan.acties.flatMap(({ nummer, wat }) =>
      bij(kanttekeningen, [zinVan(wat)]).map(
        (merk): Planmerk => ({ ...merk, plek: { deel: 'actie', nummer } }),
      ),
    ),
  ]
}

type Lezer = { soort: Clientsoort; taal: Taal; vandaag: Datum }

export function verzoekenOf(
  plan: Tekst,
  verzoeken: readonly VerzoekRij[],
  { soort, taal, vandaag }: Lezer,
): Verzoekenbeeld {
  const magVragen = magVerzoeken(soort) && kanNogVragen(verzoeken)
  const loopt = new Set(verzoeken.filter(({ antwoord }) => !antwoord).map(({ zin }) => zin))
  const kiesbaar = zinnenVanPlan(plan).map(({ deel, zinnen }) => ({
    deel,
    zinnen: zinnen.filter(({ tekst }) => !loopt.has(tekst)),
  }))
  return {
    gesteld: verzoeken.map((verzoek) => toBeeld(verzoek, { taal, vandaag })),
    kiesbaar: magVragen ? kiesbaar.filter(({ zinnen }) => zinnen.length > 0) : [],
  }
}

type Nu = { taal: Taal; vandaag: Datum }

function toBeeld(verzoek: VerzoekRij, { taal, vandaag }: Nu): Verzoekbeeld {
  const { zin, tekst, ingediend, antwoord, beantwoordOp } = verzoek
  return {
    zin,
    tekst,
    ingediend: datumIn(taal, ingediend),
    uiterlijk: datumIn(taal, uiterlijkOf(ingediend)),
    overTijd: isOverTijd(verzoek, vandaag),
    antwoord:
      antwoord && beantwoordOp
        ? { ...antwoord, op: datumIn(taal, datumInNederland(beantwoordOp)) }
        : null,
  }
}

function bij(
  kanttekeningen: readonly Kanttekening[],
  zinnen: readonly { tekst: string }[],
): Kanttekening[] {
  const teksten = new Set(zinnen.map(({ tekst }) => tekst))
  return kanttekeningen.filter(({ zin }) => teksten.has(zin))
}
