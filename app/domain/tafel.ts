import type { Overleg } from './fase.ts'
import type { Refusal } from './refusal.ts'
import { accept, type Result, refuse } from './result.ts'
import type { Keuze, Rol } from './rol.ts'
import type { Stand } from './toegang.ts'

/** The three reasons for which a partner leaves when the cliënt sits down. T1 (evaluatie 2016, 1177-1180) */
export const VERTREKREDENEN = {
  'niet-deelbaar': 'Informatie niet deelbaar met de cliënt',
  'niet-betrokken': 'Niet direct betrokken in het plan',
  groepsgrootte: 'Groepsgrootte of welbevinden van de cliënt',
} as const
export type Vertrekreden = keyof typeof VERTREKREDENEN

/** Why an overleg is held without the cliënt. F6 (evaluatie 2016, 1183-1187) */
export const ZONDER_CLIENT_REDENEN = {
  'rode-lap': 'Contact werkt als een rode lap',
  risicogesprek: 'Risicogesprek: verwachting van geweld',
  anders: 'Andere reden',
} as const
export type ZonderClientReden = keyof typeof ZONDER_CLIENT_REDENEN
export const ZONDER_CLIENT_REDENNAMEN = [
  'rode-lap',
  'risicogesprek',
  'anders',
] as const satisfies readonly ZonderClientReden[]

/** What the client side can say without words; only the procesregisseur sees it. */
export const SIGNALEN = ['iets-zeggen', 'pauze', 'stoppen'] as const
export type Signaal = (typeof SIGNALEN)[number]

export type TafelDeelnemer = { naam: string; rol: Rol; keuze: Keuze }

type Vraag = { deelnemers: TafelDeelnemer[]; heeftSamenvatting: boolean; wachtenden: number }

/** *Cliënt aan tafel*: in besluitvorming, after every partner is blijft or vertrekt (T1) and there is a samenvatting (F5). T2 */
export function seatClient(stand: Stand, vraag: Vraag): Result<Overleg, Refusal> {
  const { overleg } = stand
  if (overleg.status !== 'lopend') return refuse({ code: 'overleg-niet-lopend' })
  if (stand.dicht) return refuse({ code: 'overleg-dicht' })
  if (!stand.metClient) return refuse({ code: 'overleg-zonder-client' })
  if (overleg.fase !== 'besluitvorming') return refuse({ code: 'nog-geen-besluitvorming' })
  if (overleg.tafel === 'met-client') return refuse({ code: 'client-zit-aan-tafel' })

  const namen = zonderKeuze(vraag.deelnemers)
  if (namen.length > 0) return refuse({ code: 'keuze-ontbreekt', namen })
  if (!vraag.heeftSamenvatting) return refuse({ code: 'samenvatting-ontbreekt' })
  if (vraag.wachtenden === 0) return refuse({ code: 'niemand-wacht' })

  return accept({ ...overleg, tafel: 'met-client' })
}

/** *Terug naar de wachtkamer*. T5 */
export function unseatClient(overleg: Overleg): Result<Overleg, Refusal> {
  if (overleg.status !== 'lopend') return refuse({ code: 'overleg-niet-lopend' })
  if (overleg.tafel !== 'met-client') return refuse({ code: 'client-zit-niet-aan-tafel' })
  return accept({ ...overleg, tafel: 'vooroverleg' })
}

/** Names of the partners about whom nothing has been decided yet. T1 */
export function zonderKeuze(deelnemers: TafelDeelnemer[]): string[] {
  return deelnemers.filter((d) => d.rol === 'partner' && d.keuze === 'onbeslist').map((d) => d.naam)
}

/**
 * `toegelaten`: a human let this browser come to the table (T4, S5). `metPin`: it came in with code and PIN.
 * `weggestuurd`: the cliënt goes on without this steunpersoon, until he says otherwise (K6).
 */
export type Clientsessie = { toegelaten: boolean; metPin: boolean; weggestuurd: boolean }

const CLIENTWEERGAVEN = ['wachtkamer', 'tafel', 'plan', 'pin-nodig', 'afgebroken'] as const
export type Clientweergave = (typeof CLIENTWEERGAVEN)[number]

/** The one thing that a browser of the client side gets to see now. When in doubt: the wachtkamer, where there is nothing (T3). */
export function clientweergaveOf(sessie: Clientsessie, stand: Stand): Clientweergave {
  const { overleg } = stand
  if (overleg.status === 'afgebroken') return 'afgebroken'
  if (sessie.weggestuurd) return 'wachtkamer'
  if (stand.dicht || overleg.status === 'gepland') return 'wachtkamer'
  if (overleg.status === 'vastgesteld') {
    return sessie.toegelaten || sessie.metPin ? 'plan' : 'pin-nodig'
  }
  return overleg.tafel === 'met-client' && sessie.toegelaten ? 'tafel' : 'wachtkamer'
}

/** Five wrong tries of code or PIN need a human. S5 */
export const MAX_POGINGEN = 5
