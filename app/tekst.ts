import type { Veroudering, Wijze } from '#domain/brief.ts'
import type { Datum } from '#domain/datum.ts'
import type { Document } from '#domain/document.ts'
import type { Fase } from '#domain/fase.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Clientsoort, Huisfunctie, Keuze, Rol } from '#domain/rol.ts'
import type { Resetreden } from '#domain/tweede-factor.ts'
import { KORTSTE_WACHTWOORD, LANGSTE_WACHTWOORD, type Wachtwoordfout } from '#domain/wachtwoord.ts'

export { momentTekst, tijdTekst } from '#domain/moment.ts'

export const FASE_TEKST = {
  vraagstelling: 'Vraagstelling',
  beeldvorming: 'Beeldvorming',
  oordeelsvorming: 'Oordeelsvorming',
  besluitvorming: 'Besluitvorming',
} as const satisfies Record<Fase, string>

export const DOCUMENT_TEKST = {
  ...FASE_TEKST,
  samenvatting: 'Samenvatting',
} as const satisfies Record<Document, string>

export const ROL_TEKST = {
  procesregisseur: 'Procesregisseur',
  casushouder: 'Casushouder',
  partner: 'Partner',
} as const satisfies Record<Rol, string>

export const KEUZE_TEKST = {
  onbeslist: 'Nog niet besloten',
  blijft: 'Blijft',
  vertrekt: 'Vertrekt',
} as const satisfies Record<Keuze, string>

export const CLIENTSOORT_TEKST = {
  client: 'Cliënt',
  steunpersoon: 'Steunpersoon',
  vertegenwoordiger: 'Vertegenwoordiger',
} as const satisfies Record<Clientsoort, string>

const WACHTWOORDFOUT_TEKST = {
  'te-kort': `Kies een wachtwoord van ten minste ${KORTSTE_WACHTWOORD} tekens. Een zin van een paar woorden is goed.`,
  'te-lang': `Kies een wachtwoord van ten hoogste ${LANGSTE_WACHTWOORD} tekens.`,
  veelgebruikt: 'Dit wachtwoord gebruiken veel mensen. Het is zo geraden. Kies een ander.',
  voorspelbaar: 'Dit wachtwoord is een rij of een herhaling. Het is zo geraden. Kies een ander.',
  'eigen-woord':
    'Gebruik niet uw naam, uw e-mailadres, uw organisatie of het woord Veiligheidshuis. Dat raadt een ander het eerst.',
  hetzelfde: 'Dit is uw huidige wachtwoord. Kies een ander.',
} as const satisfies Record<Wachtwoordfout, string>

export const HUISFUNCTIE_TEKST = {
  professional: 'Professional',
  procesregisseur: 'Procesregisseur',
  informatiecoordinator: 'Informatiecoördinator',
  ketenmanager: 'Ketenmanager',
  beheerder: 'Beheerder',
} as const satisfies Record<Huisfunctie, string>

export const RESETREDEN_TEKST = {
  'toestel-kwijt': 'Toestel kwijt',
  'toestel-vervangen': 'Toestel vervangen',
  'vermoeden-misbruik': 'Vermoeden van misbruik',
} as const satisfies Record<Resetreden, string>

export const BRIEFWIJZE_TEKST = {
  post: 'Verstuurd per post',
  meegegeven: 'Meegegeven',
  telefoon: 'Code doorgegeven aan de telefoon',
} as const satisfies Record<Wijze, string>

export const VEROUDERING_TEKST = {
  tijd: 'het gesprek is verplaatst',
  plaats: 'de plaats is veranderd',
  mensen: 'wie erbij zijn is veranderd',
  contact: 'wie men kan bellen is veranderd',
  taal: 'er is een andere taal gekozen',
} as const satisfies Record<Veroudering, string>

const KETEN_TEKST = new Map([
  ['straf', 'Strafketen'],
  ['zorg', 'Zorgketen'],
  ['bestuur', 'Bestuur'],
])

export function ketenTekst(keten: string): string {
  return KETEN_TEKST.get(keten) ?? keten
}

// A day has no zone: as UTC it stays the day that it is.
const DATUM = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** "8 december 2026" */
export function datumTekst(datum: Datum): string {
  return DATUM.format(new Date(`${datum}T00:00:00Z`))
}

/** "Bakker, De Vries en Özdemir" */
export function opsomming(delen: readonly string[]): string {
  return new Intl.ListFormat('nl-NL', { type: 'conjunction' }).format(delen)
}

/** What went wrong and what to do, in one sentence or two. No default: a code without a sentence does not compile. */
export function refusalTekst(refusal: Refusal): string {
  switch (refusal.code) {
    case 'niet-gevonden':
      return 'Dit is er niet, of niet meer voor u. Ververs de pagina.'
    case 'niet-bevoegd':
      return 'Dit hoort niet bij uw rol. Vraag het de procesregisseur.'
    case 'ongeldige-invoer':
      return invoerTekst(refusal.velden ?? {})
    case 'verklaring-ontbreekt':
      return 'Onderteken eerst de geheimhoudingsverklaring van dit overleg.'
    case 'overleg-niet-gepland':
      return 'Dit overleg is al begonnen of voorbij. Ververs de pagina.'
    case 'overleg-niet-lopend':
      return 'Dit kan niet op dit moment van het overleg. Ververs de pagina om te zien hoe het ervoor staat.'
    case 'overleg-niet-vastgesteld':
      return 'Het plan is nog niet vastgesteld. Stel eerst het plan vast.'
    case 'overleg-dicht':
      return 'Dit overleg is dicht. De procesregisseur kan het weer openen.'
    case 'overleg-niet-dicht':
      return 'Dit overleg is al weer open. Ververs de pagina.'
    case 'overleg-verplaatst':
      return 'Dit overleg is verplaatst. Kijk naar de nieuwe tijd en antwoord dan opnieuw.'
    case 'fase-al-afgerond':
      return 'Deze fase is al voorbij. Ververs de pagina om verder te gaan.'
    case 'laatste-fase':
      return 'Dit is de laatste fase. Stel nu het plan vast.'
    case 'eerste-fase':
      return 'Dit is de eerste fase. Er is geen fase om naar terug te gaan.'
    case 'vraag-ontbreekt':
      return 'Schrijf eerst de vraag op in Vraagstelling.'
    case 'client-zit-aan-tafel':
      return 'De cliënt zit aan tafel. Breng de cliënt eerst terug naar de wachtkamer.'
    case 'client-zit-niet-aan-tafel':
      return 'De cliënt zit niet aan tafel. Laat eerst de cliënt aanschuiven.'
    case 'overleg-zonder-client':
      return 'Dit overleg is zonder cliënt. Daarom hoeft dit niet.'
    case 'besloten-tijd-loopt':
      return 'De cliënt heeft nu tijd zonder u. Wacht tot die tijd voorbij is.'
    case 'besloten-tijd-voorbij':
      return 'De besloten tijd is al voorbij. Ververs de pagina.'
    case 'steunpersoon-weggestuurd':
      return 'De cliënt wil nu zonder deze steunpersoon verder. Alleen de cliënt kan dat op zijn eigen scherm terugnemen.'
    case 'inbreng-wordt-gevraagd':
      return 'Deze vraag staat al bij de cliënt. Wacht op het antwoord, of neem de vraag terug.'
    case 'inbreng-vaak-genoeg':
      return 'U heeft dit twee keer gevraagd. Vaker vragen kan niet.'
    case 'inbreng-vertrekt':
      return 'U vertrekt als de cliënt aanschuift. Daarom kunt u het hem niet vragen.'
    case 'overleg-met-client':
      return 'Dit overleg is al met de cliënt. Ververs de pagina.'
    case 'voorstel-open':
      return 'Het voorstel om met of zonder de cliënt te overleggen wacht nog op de casushouder. Vraag om een antwoord, of trek het voorstel in.'
    case 'voorstel-beantwoord':
      return 'Dit voorstel is al beantwoord of ingetrokken. Ververs de pagina.'
    case 'client-al-uitgenodigd':
      return 'De cliënt heeft al een brief. De procesregisseur belt eerst, en haalt de cliënt dan uit dit overleg.'
    case 'al-deelnemer':
      return 'Deze persoon doet al mee aan dit overleg. Kies een ander.'
    case 'niemand-wacht':
      return 'Er wacht nu niemand. Kies wie aanschuift zodra iemand in de wachtkamer is.'
    case 'keuze-ontbreekt':
      return `Kies eerst wie blijft en wie vertrekt. Nog niet besloten: ${opsomming(refusal.namen)}.`
    case 'samenvatting-ontbreekt':
      return 'Schrijf eerst de samenvatting voor de cliënt.'
    case 'nog-geen-besluitvorming':
      return 'Ga eerst verder naar Besluitvorming.'
    case 'casushouder-ontbreekt':
      return 'Draag eerst een casushouder voor.'
    case 'casushouder-niet-aanvaard':
      return 'Vraag de casushouder om eerst te aanvaarden.'
    case 'casushouder-blijft':
      return 'De procesregisseur en de casushouder blijven altijd. Kies dit alleen voor partners.'
    case 'actie-ontbreekt':
      return 'Schrijf eerst een actie op in Besluitvorming.'
    case 'actie-onvolledig':
      return `Vul eerst wat, wie en wanneer in bij ${actieTekst(refusal.nummers)}.`
    case 'reden-ontbreekt':
      return 'Vul een reden in.'
    case 'zin-niet-in-plan':
      return 'Kies eerst de zin die niet klopt.'
    case 'verzoek-leeg':
      return 'Schrijf op wat er niet klopt.'
    case 'verzoek-te-lang':
      return 'Dit is te lang. Schrijf het korter op.'
    case 'verzoek-loopt-al':
      return 'U heeft dit al gevraagd. U krijgt nog antwoord.'
    case 'te-veel-verzoeken':
      return 'U heeft nu veel vragen gesteld. Wacht op antwoord, of bel ons.'
    case 'verzoek-al-beantwoord':
      return 'Dit verzoek is al beantwoord. Ververs de pagina om het antwoord te lezen.'
    case 'alleen-lezen':
      return 'U kunt deze tekst lezen, maar niet meer wijzigen. Dien uw tekst in als aanvulling.'
    case 'editor-verouderd':
      return 'Deze pagina is verouderd. Ververs de pagina om weer te kunnen schrijven.'
    case 'te-groot':
      return 'Deze tekst is te lang. Maak de tekst korter en probeer het opnieuw.'
    case 'te-veel':
      return 'Dit gaat te snel. Wacht even en probeer het opnieuw.'
    case 'code-onjuist':
      return 'Deze code klopt niet. Kijk nog eens goed in uw brief.'
    case 'brief-vervallen':
      return 'Deze brief is al verstuurd, vervangen of te oud. Maak een nieuwe brief.'
    case 'uitnodiging-geblokkeerd':
      return 'De code is te vaak verkeerd ingevuld. Bel het nummer in uw brief.'
    case 'pin-onjuist':
      return 'Deze pincode klopt niet. Probeer het nog een keer.'
    case 'pin-ontbreekt':
      return 'Vul uw pincode in.'
    case 'plan-voorbij':
      return 'Dit plan is voorbij.'
    case 'pin-vorm':
      return 'Vul vijf cijfers in.'
    case 'pin-te-makkelijk':
      return 'Deze pincode is te makkelijk te raden. Kies vijf andere cijfers.'
    case 'inloggen-mislukt':
      return 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer beide.'
    case 'te-veel-pogingen':
      return 'Er is te vaak geprobeerd om in te loggen. Probeer het over een paar minuten opnieuw.'
    case 'te-druk':
      return 'Het is nu erg druk. Wacht een halve minuut en probeer het opnieuw.'
    case 'tweede-stap-mislukt':
      return 'Deze code klopt niet, of is al gebruikt. Wacht op de volgende code en vul die in.'
    case 'tweede-stap-wachten':
      return 'Er is te vaak een verkeerde code ingevuld. Wacht een kwartier en probeer het opnieuw.'
    case 'tweede-stap-nodig':
      return 'U kunt niet zonder tweede stap. Stel eerst een andere in.'
    case 'passkey-mislukt':
      return 'Dit is niet gelukt met deze passkey. Probeer het opnieuw, of kies een andere manier.'
    case 'wachtwoord-onjuist':
      return 'Dit is niet uw wachtwoord. Controleer het en probeer het opnieuw.'
    case 'wachtwoord-te-zwak':
      return WACHTWOORDFOUT_TEKST[refusal.reden]
    case 'organisatie-onbekend':
      return 'Met dit e-mailadres kunt u niet via uw organisatie inloggen. Log in met uw wachtwoord.'
    case 'organisatie-onbereikbaar':
      return 'Het inlogsysteem van uw organisatie geeft geen antwoord. Probeer het zo nog eens.'
    case 'organisatie-mislukt':
      return 'Het inloggen via uw organisatie is niet gelukt. Probeer het opnieuw, of vraag de beheerder om hulp.'
    case 'link-verlopen':
      return 'Deze link of code werkt niet, of niet meer. Vraag een nieuwe aan.'
    case 'tekst-gewijzigd':
      return 'De tekst is net veranderd. Lees hem nog een keer.'
    case 'woorden-gewijzigd':
      return 'Op een ander scherm is hier ook geschreven. Kies wat u wilt bewaren.'
    case 'eigen-account':
      return 'Dit kan niet bij uw eigen account. Vraag het een andere beheerder.'
  }
}

function invoerTekst(velden: Readonly<Record<string, string>>): string {
  const zinnen = Object.values(velden)
  return zinnen.length > 0 ? zinnen.join(' ') : 'Dit is niet goed ingevuld. Controleer de velden.'
}

function actieTekst(nummers: readonly number[]): string {
  return `${nummers.length === 1 ? 'actie' : 'acties'} ${opsomming(nummers.map(String))}`
}
