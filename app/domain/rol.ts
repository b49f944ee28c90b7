import type { Refusal } from './refusal.ts'
import { accept, type Result, refuse } from './result.ts'

export const ROLLEN = ['procesregisseur', 'casushouder', 'partner'] as const
export type Rol = (typeof ROLLEN)[number]

export const CLIENTSOORTEN = ['client', 'steunpersoon', 'vertegenwoordiger'] as const
export type Clientsoort = (typeof CLIENTSOORTEN)[number]

/** What is decided about a partner before the cliënt sits down. T1 */
export const KEUZES = ['onbeslist', 'blijft', 'vertrekt'] as const
export type Keuze = (typeof KEUZES)[number]

/** A professional in one overleg. `toegelaten`: organisation signed the convenant, or he the verklaring (T9). */
export type Deelname = { rol: Rol; keuze: Keuze; toegelaten: boolean }

/** Functions in the house. None gives a right to the content of any overleg; a procesregisseur may make one. */
export const HUISFUNCTIES = [
  'procesregisseur',
  'informatiecoordinator',
  'ketenmanager',
  'beheerder',
  'professional',
] as const
export type Huisfunctie = (typeof HUISFUNCTIES)[number]

/** Who sees what people thought of it, counted over the whole house. K10 */
export function magCijfersZien(huisfunctie: string): boolean {
  return huisfunctie === 'procesregisseur' || huisfunctie === 'ketenmanager'
}

/** What a professional does to an overleg, apart from writing in it, and who may. */
export const BEVOEGDHEDEN = {
  'overleg-starten': ['procesregisseur'],
  'overleg-verplaatsen': ['procesregisseur'],
  'overleg-afbreken': ['procesregisseur'],
  'deelnemers-beheren': ['procesregisseur'],
  'client-uitnodigen': ['procesregisseur'],
  'afweging-voorstellen': ['procesregisseur'],
  'fase-afronden': ['procesregisseur'],
  'fase-heropenen': ['procesregisseur'],
  'tijd-zetten': ['procesregisseur'],
  'wachtkamer-zien': ['procesregisseur'],
  'client-aan-tafel': ['procesregisseur'],
  'terug-naar-wachtkamer': ['procesregisseur'],
  'besloten-tijd-geven': ['procesregisseur'],
  'besloten-tijd-beeindigen': ['procesregisseur'],
  meekijken: ['procesregisseur'],
  'dicht-nu': ['procesregisseur'],
  'weer-openen': ['procesregisseur'],
  vaststellen: ['procesregisseur'],
  'bewaartermijn-zien': ['procesregisseur'],
  'dossier-downloaden': ['procesregisseur'],
  // K7
  'verzoeken-zien': ['procesregisseur', 'casushouder'],
  'verzoek-beantwoorden': ['casushouder'],
  // T1: the partners decide this together on screen.
  'keuze-zetten': ['procesregisseur', 'casushouder', 'partner'],
  'casushouder-voordragen': ['procesregisseur', 'casushouder'],
  'casushouderschap-aanvaarden': ['casushouder'],
  // K5: the procesregisseur guards the process, and brings nothing in.
  'inbreng-klaarzetten': ['casushouder', 'partner'],
  // F7: also who was voorgedragen and has not accepted yet.
  'afweging-beantwoorden': ['casushouder'],
  // F8: the procesregisseur calls the overleg together; casushouderschap is not handed over by an answer.
  'afspraak-beantwoorden': ['casushouder', 'partner'],
  'collega-sturen': ['partner'],
  'hand-opsteken': ['procesregisseur', 'casushouder', 'partner'],
} as const satisfies Record<string, readonly Rol[]>
export type Handeling = keyof typeof BEVOEGDHEDEN

export function isBevoegd(rol: Rol, handeling: Handeling): boolean {
  const rollen: readonly Rol[] = BEVOEGDHEDEN[handeling]
  return rollen.includes(rol)
}

/** A deelnemer who is not admitted (T9) or not authorised gets the refusal that a command answers with. */
export function checkBevoegd(
  deelname: Deelname | null,
  handeling: Handeling,
): Result<Deelname, Refusal> {
  if (!deelname) return refuse({ code: 'niet-gevonden' })
  if (!deelname.toegelaten) return refuse({ code: 'verklaring-ontbreekt' })
  if (!isBevoegd(deelname.rol, handeling)) return refuse({ code: 'niet-bevoegd' })
  return accept(deelname)
}
