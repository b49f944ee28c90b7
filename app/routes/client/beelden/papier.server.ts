import type { PlanActie, Planbeeld } from '#app/components/client/clientbeeld.ts'
import type { Planmerk } from '#app/components/client/planblokken.ts'
import { CLIENTWOORDEN, SERVERWOORDEN } from '#app/woorden/client.ts'
import { datumIn } from '#app/woorden/datum.ts'
import type { Taal } from '#app/woorden/taal.ts'
import { vul } from '#app/woorden/vul.ts'
import type { Datum } from '#domain/datum.ts'
import { type Blok, platteTekst } from '#domain/inhoud.ts'
import { regelsOf } from '#domain/zin.ts'

type Merk = { zin: string; kop: string; tekst: string }
type Alinea = { soort: 'alinea'; delen: { tekst: string; antwoord: string }[]; merken: Merk[] }
type Papierblok =
  | { soort: 'kop'; tekst: string }
  | Alinea
  | { soort: 'punten'; punten: string[]; merken: Merk[] }

type Nu = { taal: Taal; vandaag: Datum }

/**
 * The plan as server/pdf/plan.typ sets it.
 *
 * Made of what the page shows, and of nothing else: what is not there cannot come on paper. S1
 */
export function papierOf(beeld: Planbeeld, { taal, vandaag }: Nu) {
  const w = CLIENTWOORDEN.plan[taal]
  const p = SERVERWOORDEN.papier[taal]
  const { contact, stem, soort } = beeld
  const wanneer = beeld.afspraak ?? beeld.volgendeVraag
  return {
    titel: w.titel,
    taal,
    pagina: [p.blad, p.van],
    inleiding: [
      vul(w.inleiding, { datum: beeld.vastgesteldOp }),
      vul(p.gemaakt, { datum: datumIn(taal, vandaag) }),
    ].join(' '),
    eigenWoorden: (['wil', 'anders'] as const).flatMap((veld) =>
      stem.eigenWoorden[veld] ? [{ kop: w[veld], tekst: stem.eigenWoorden[veld] }] : [],
    ),
    teksten: [
      { kop: w.samenvatting, blokken: samenvattingOf(beeld, taal) },
      { kop: w.plan, blokken: planblokkenOf(beeld, taal) },
    ].filter(({ blokken }) => blokken.length > 0),
    actielijsten: [
      { kop: w[`ik_${soort}`], acties: actiesOf(beeld, taal, 'ik') },
      { kop: w.anderen, acties: actiesOf(beeld, taal, 'ander') },
    ].filter(({ acties }) => acties.length > 0),
    volgende: wanneer
      ? {
          kop: beeld.afspraak ? w.afspraak : w.vraag,
          wanneer,
          uitleg: beeld.afspraak ? '' : vul(w.vraagUitleg, { naam: contact.naam }),
        }
      : null,
    bel: vul(p.bel, contact),
  }
}

/** Sentences that belong together are one paragraph, each with its answer behind it. */
function samenvattingOf({ stem, merken }: Planbeeld, taal: Taal): Papierblok[] {
  const w = CLIENTWOORDEN.plan[taal]
  const blokken: Papierblok[] = []
  for (const regel of stem.samenvatting) {
    if (regel.soort === 'kop') {
      blokken.push({ soort: 'kop', tekst: regel.tekst })
      continue
    }
    const tekst = regel.tekst.map((stuk) => stuk.tekst).join('')
    const deel = {
      tekst: tekst.trim(),
      antwoord: regel.antwoord ? w[`antwoord_${regel.antwoord}`] : '',
    }
    const bij = merken.filter(
      ({ plek }) => plek.deel === 'samenvatting' && plek.sleutel === regel.sleutel,
    )
    const vorige = blokken.at(-1)
    if (vorige?.soort === 'alinea' && vorige.merken.length === 0) {
      vorige.delen.push(deel)
      vorige.merken.push(...toMerken(bij, taal))
    } else {
      blokken.push({ soort: 'alinea', delen: [deel], merken: toMerken(bij, taal) })
    }
  }
  return blokken
}

function planblokkenOf({ inhoud, merken }: Planbeeld, taal: Taal): Papierblok[] {
  return inhoud.plan.map((blok, index) => {
    const bij = merken.filter(({ plek }) => plek.deel === 'plan' && plek.blok === index)
    return toPapierblok(blok, toMerken(bij, taal))
  })
}

/** A heading of any size is one below that of its part: a paper that skips one is refused. */
function toPapierblok(blok: Blok, merken: Merk[]): Papierblok {
  switch (blok.soort) {
    case 'kop':
      return { soort: 'kop', tekst: platteTekst([blok]) }
    case 'alinea':
      return { soort: 'alinea', delen: [{ tekst: platteTekst([blok]), antwoord: '' }], merken }
    case 'lijst':
      return { soort: 'punten', punten: blok.items.map((i) => platteTekst(i.blokken)), merken }
    case 'tabel': {
      const punten = regelsOf([blok]).map(({ tekst }) => tekst)
      return { soort: 'punten', punten, merken }
    }
  }
}

function actiesOf({ inhoud, merken, contact, soort }: Planbeeld, taal: Taal, van: 'ik' | 'ander') {
  const w = CLIENTWOORDEN.plan[taal]
  const zelf = soort === 'client' ? 'ik' : 'zelf'
  return inhoud.acties
    .filter(({ wie }) => (wie.soort === 'ik') === (van === 'ik'))
    .map((actie) => ({
      klaar: actie.klaar,
      wat: actie.wat,
      wie: wieOf(actie, taal),
      waarom: actie.waarom,
      klaarVoor: actie.klaarVoor ? `${vul(w.klaarVoor, { datum: actie.klaarVoor })}.` : '',
      antwoord: actie.antwoord ? w[`antwoord_${actie.antwoord}`] : '',
      stand: [
        vul(w[`${van === 'ik' ? zelf : 'ander'}_${actie.stand}`], { naam: contact.naam }),
        actie.sinds ? vul(w.sinds, { datum: actie.sinds }) : '',
      ]
        .filter(Boolean)
        .join(' '),
      uitleg: actie.uitleg,
      merken: toMerken(
        merken.filter(({ plek }) => plek.deel === 'actie' && plek.nummer === actie.nummer),
        taal,
      ).map((merk) => ({ ...merk, zin: '' })),
    }))
}

function wieOf({ wie }: PlanActie, taal: Taal): string {
  const w = CLIENTWOORDEN.plan[taal]
  switch (wie.soort) {
    case 'ik':
      return ''
    case 'persoon':
      return vul(w.wie_persoon, wie)
    case 'organisatie':
      return vul(w.wie_organisatie, wie)
    case 'nog-niet-bekend':
      return w.wie_onbekend
  }
}

function toMerken(merken: readonly Planmerk[], taal: Taal): Merk[] {
  const w = CLIENTWOORDEN.verzoek[taal]
  return merken.map(({ soort, zin, tekst }) => ({
    zin: `${w.bij} “${zin}”`,
    kop: soort === 'zo-is-het-nu' ? w.nu : w.eigen,
    tekst,
  }))
}
