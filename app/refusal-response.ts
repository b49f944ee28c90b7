import { data } from 'react-router'
import type { Refusal, RefusalCode } from '#domain/refusal.ts'
import type { Uitkomst } from './components/formulier/uitkomst.tsx'

// Unseen: 404. Not allowed to do: 403. The world moved on: 409. Incomplete: 422. Bad: 400. Too many: 429.
const STATUS = {
  'niet-gevonden': 404,
  'niet-bevoegd': 403,
  'ongeldige-invoer': 400,
  'verklaring-ontbreekt': 403,
  'overleg-niet-gepland': 409,
  'overleg-niet-lopend': 409,
  'overleg-niet-vastgesteld': 409,
  'overleg-dicht': 409,
  'overleg-niet-dicht': 409,
  'overleg-verplaatst': 409,
  'fase-al-afgerond': 409,
  'laatste-fase': 409,
  'eerste-fase': 409,
  'vraag-ontbreekt': 422,
  'client-zit-aan-tafel': 409,
  'client-zit-niet-aan-tafel': 409,
  'overleg-zonder-client': 409,
  'besloten-tijd-loopt': 409,
  'besloten-tijd-voorbij': 409,
  'steunpersoon-weggestuurd': 409,
  'inbreng-wordt-gevraagd': 409,
  'inbreng-vaak-genoeg': 409,
  'inbreng-vertrekt': 409,
  'overleg-met-client': 409,
  'voorstel-open': 409,
  'voorstel-beantwoord': 409,
  'client-al-uitgenodigd': 409,
  'al-deelnemer': 409,
  'niemand-wacht': 409,
  'keuze-ontbreekt': 422,
  'samenvatting-ontbreekt': 422,
  'nog-geen-besluitvorming': 409,
  'casushouder-ontbreekt': 422,
  'casushouder-niet-aanvaard': 422,
  'casushouder-blijft': 409,
  'actie-ontbreekt': 422,
  'actie-onvolledig': 422,
  'reden-ontbreekt': 422,
  'zin-niet-in-plan': 409,
  'verzoek-leeg': 422,
  'verzoek-te-lang': 422,
  'verzoek-loopt-al': 409,
  'te-veel-verzoeken': 409,
  'verzoek-al-beantwoord': 409,
  'alleen-lezen': 403,
  'editor-verouderd': 409,
  'te-groot': 413,
  'te-veel': 429,
  'code-onjuist': 403,
  'uitnodiging-geblokkeerd': 403,
  'brief-vervallen': 409,
  'pin-onjuist': 403,
  'pin-ontbreekt': 422,
  'pin-vorm': 400,
  'plan-voorbij': 409,
  'pin-te-makkelijk': 400,
  'inloggen-mislukt': 403,
  'te-veel-pogingen': 429,
  'te-druk': 429,
  'tweede-stap-mislukt': 403,
  'tweede-stap-wachten': 429,
  'tweede-stap-nodig': 409,
  'passkey-mislukt': 403,
  'wachtwoord-onjuist': 403,
  'wachtwoord-te-zwak': 422,
  'organisatie-onbekend': 422,
  'organisatie-onbereikbaar': 409,
  'organisatie-mislukt': 403,
  'link-verlopen': 403,
  'tekst-gewijzigd': 409,
  'woorden-gewijzigd': 409,
  'eigen-account': 409,
} as const satisfies Record<RefusalCode, number>

export function statusOf({ code }: Refusal): number {
  return STATUS[code]
}

/** For actions: the page stays, and says what to do. */
export function refusalResponse(refusal: Refusal) {
  return data({ refusal }, { status: statusOf(refusal) })
}

type Gevraagd = { intent: string; doel?: string | null }

/** For actions of a page with many forms: which of them it was, and why it was refused if it was. */
export function uitkomstResponse({ intent, doel }: Gevraagd, refusal: Refusal | null) {
  const uitkomst: Uitkomst = { intent, doel: doel ?? null, refusal }
  return data(uitkomst, { status: refusal ? statusOf(refusal) : 200 })
}

/** For loaders and middleware: there is no page to stay on. */
export function throwRefusal(refusal: Refusal): never {
  throw refusalResponse(refusal)
}
