import { brief as BRIEFWOORDEN } from '#app/woorden/client/brief.ts'
import { vul } from '#app/woorden/vul.ts'
import type { Briefinhoud } from '#domain/brief.ts'
import type { Clientsoort } from '#domain/rol.ts'
import type { Taal } from '#domain/taal.ts'

/** How somebody comes in: two groups of eight to type, or the square that holds the address. */
export type Toegang = {
  adres: string
  nummer: string
  code: string
  qr: { pad: string; maat: number }
}

export type Deel = {
  kop: string
  /** Large: what somebody looks for when he takes the letter up again. */
  groot: string[]
  zinnen: string[]
  punten: string[]
  stappen: string[]
  /** The language of what stands under the heading: what people wrote stays Dutch. */
  taal: Taal
  heeftToegang: boolean
}

/** One letter, sentence by sentence; page and PDF show the same. K1 */
export type Briefvorm = {
  titel: string
  taal: Taal
  pagina: [string, string]
  aanhef: string
  opening: string[]
  delen: Deel[]
  toegangWoorden: Record<'adres' | 'nummer' | 'code' | 'qr', string>
  slot: string[]
}

type Woorden = (typeof BRIEFWOORDEN)[Taal]

export function briefvormOf(brief: Briefinhoud): Briefvorm {
  const w = BRIEFWOORDEN[brief.taal]
  const isGesprek = brief.type === 'gesprek'
  const delen = isGesprek ? gesprek(brief, w) : [binnen(w, 'plan'), rechten(w, 'plan')]
  return {
    titel: isGesprek ? w.titelGesprek : w.titelPlan,
    taal: brief.taal,
    pagina: [w.pagina, w.van],
    aanhef: vul(w.aanhef, { naam: brief.naam }),
    opening: [isGesprek ? w[brief.soort] : w.plan],
    delen: [...delen, vragen(brief, w)].map((deel) => ({ ...LEEG, taal: brief.taal, ...deel })),
    toegangWoorden: { adres: w.adres, nummer: w.nummer, code: w.code, qr: w.qr },
    slot: [...(brief.vervangt ? [w.vervangt] : []), w.bewaar],
  }
}

const LEEG = { groot: [], zinnen: [], punten: [], stappen: [], heeftToegang: false }
type Gevuld = Partial<Deel> & Pick<Deel, 'kop'>

const DOEL = {
  client: 'doelClient',
  steunpersoon: 'doelSteunpersoon',
  vertegenwoordiger: 'doelVertegenwoordiger',
} as const satisfies Record<Clientsoort, keyof Woorden>

function gesprek(brief: Briefinhoud, w: Woorden): Gevuld[] {
  const { doel, soort, genoemden } = brief
  const mee = { kop: w.kopIemand, zinnen: [w.iemand, w.eigenBrief] }
  return [
    doel
      ? { kop: w.kopDoel, zinnen: [doel], taal: 'nl' }
      : { kop: w.kopDoel, zinnen: [w[DOEL[soort]]] },
    wanneer(brief, w),
    { kop: w.kopWie, punten: genoemden.map(wieTekst), taal: 'nl' },
    ...(soort === 'steunpersoon' ? [] : [mee]),
    binnen(w, 'gesprek'),
    rechten(w, soort),
  ]
}

function wanneer({ moment, plaats, isOnline, taal }: Briefinhoud, w: Woorden): Gevuld {
  const groot = [momentIn(taal, new Date(moment)), ...(plaats ? [plaats] : [])]
  if (!plaats) return { kop: w.kopWanneer, groot, zinnen: [w.online] }
  return { kop: w.kopWanneer, groot, zinnen: isOnline ? [w.meenemen, w.ookOnline] : [w.meenemen] }
}

function binnen(w: Woorden, type: Briefinhoud['type']): Gevuld {
  const kop = type === 'gesprek' ? w.kopBinnen : w.kopBinnenPlan
  const laatste = type === 'gesprek' ? w.stapWachtkamer : w.stapPin
  return { kop, stappen: [w.stapAdres, w.stapCode, laatste], heeftToegang: true }
}

/** Three sentences. */
function rechten(w: Woorden, voor: Clientsoort | 'plan'): Gevuld {
  const zinnen = {
    client: [w.rechtNee, w.rechtPauze, w.rechtLezen],
    vertegenwoordiger: [w.rechtNee, w.rechtPauze, w.rechtLezen],
    steunpersoon: [w.rechtPauze, w.rechtVragen, w.rechtClient],
    plan: [w.rechtLezen, w.rechtNeePlan, w.rechtHulp],
  }
  return { kop: w.kopRechten, punten: zinnen[voor] }
}

function vragen({ contact: { naam, telefoon }, type }: Briefinhoud, w: Woorden): Gevuld {
  const bel = telefoon ? vul(w.bel, { naam, telefoon }) : vul(w.belZonder, { naam })
  const nietKomen = type === 'gesprek' ? [w.nietKomen] : []
  return { kop: w.kopVragen, groot: [bel], zinnen: [...nietKomen, w.moeilijk] }
}

function wieTekst({ naam, organisatie, taak }: Briefinhoud['genoemden'][number]): string {
  return taak ? `${naam}, ${organisatie}: ${taak}` : `${naam}, ${organisatie}`
}

const DAG = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const TIJD = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const AMSTERDAM = { timeZone: 'Europe/Amsterdam' } as const

/** With the year: a letter lies on a table for weeks. */
function momentIn(taal: Taal, moment: Date): string {
  const locale = taal === 'en' ? 'en-GB' : 'nl-NL'
  const dag = new Intl.DateTimeFormat(locale, { ...AMSTERDAM, ...DAG }).format(moment)
  const tijd = new Intl.DateTimeFormat(locale, { ...AMSTERDAM, ...TIJD }).format(moment)
  return taal === 'en' ? `${dag}, ${tijd}` : `${dag}, ${tijd.replace(':', '.')} uur`
}
