import { CLIENTSOORT_TEKST } from '#app/tekst.ts'
import type { Verslagrij } from '#db/verslag.ts'
import { formatMoment } from '#domain/moment.ts'

/**
 * The record in plain words, for who supervises it. What ends in `-refused` was tried and not let through.
 *
 * None of these says what was read or written: that is not in the record.
 */
export const VERSLAG_TEKST: Readonly<Record<string, string>> = {
  'aanvulling-submitted': 'stuurde een aanvulling in',
  'account-disabled': 'zette een account uit',
  'account-enabled': 'zette een account aan',
  'account-invited': 'nodigde iemand uit voor een account',
  'actie-answered': 'gaf antwoord over een actie',
  'actie-updated': 'werkte een actie bij',
  'acties-read': 'bekeek de lijst met acties',
  'afspraak-answered': 'liet weten of hij komt',
  'afweging-confirmed': 'bevestigde de afweging over de cliënt',
  'afweging-declined': 'wees de afweging over de cliënt af',
  'afweging-proposed': 'stelde een afweging over de cliënt voor',
  'afweging-withdrawn': 'trok de afweging over de cliënt in',
  'agenda-read': 'haalde de afspraak voor de agenda op',
  'backup-begun': 'begon een back-up',
  'backup-restored': 'zette een back-up terug',
  'besloten-ended': 'beëindigde de besloten tijd',
  'besloten-started': 'gaf besloten tijd',
  'brief-mailed': 'mailde de link van een brief',
  'brief-pdf-read': 'opende een brief als PDF',
  'brief-read': 'bekeek een brief',
  'brief-sent': 'verstuurde een brief',
  'briefgegevens-changed': 'veranderde wat in de brieven staat',
  'casus-destroyed': 'vernietigde een casus',
  'casushouder-nominated': 'droeg een casushouder voor',
  'casushouderschap-accepted': 'aanvaardde het casushouderschap',
  'client-entered': 'kwam binnen met de code',
  'client-left': 'sloot Mijn plan af',
  'client-persoon-added': 'voegde iemand aan de kant van de cliënt toe',
  'client-persoon-changed': 'veranderde iemand aan de kant van de cliënt',
  'client-persoon-removed': 'haalde iemand aan de kant van de cliënt weg',
  'client-refused': 'probeerde binnen te komen met een code of pincode die niet klopte',
  'client-seated': 'liet de cliënt aan tafel',
  'client-unseated': 'liet de cliënt teruggaan naar de wachtkamer',
  'command-refused': 'wilde iets doen dat niet mocht of niet kon',
  'convenant-changed': 'veranderde het convenant van een organisatie',
  'deelnemer-added': 'voegde een deelnemer toe',
  'deelnemer-changed': 'veranderde de taak van een deelnemer',
  'deelnemer-removed': 'haalde een deelnemer weg',
  'deelnemer-replaced': 'liet een collega in zijn plaats komen',
  'deelnemers-read': 'bekeek de deelnemers',
  'demo-seeded': 'vulde de demo',
  'document-changed': 'schreef in een tekst',
  'document-read': 'las een tekst',
  'dossier-exported': 'haalde het dossier op',
  'edit-refused': 'schreef iets dat niet werd aangenomen',
  'evaluatie-finished': 'was klaar met de evaluatie',
  'factor-refused': 'gaf een verkeerde code voor de tweede stap',
  'factor-reset': 'haalde de tweede stap van iemand weg',
  'fase-advanced': 'rondde een fase af',
  'fase-reopened': 'heropende een fase',
  'hand-lowered': 'deed zijn hand neer',
  'hand-raised': 'stak zijn hand op',
  'herstelcodes-renewed': 'maakte nieuwe herstelcodes',
  'huisfunctie-changed': 'veranderde de functie van iemand in het huis',
  'inbreng-accepted': 'zei ja tegen een inbreng',
  'inbreng-asked': 'vroeg de cliënt of een inbreng op tafel mag',
  'inbreng-declined': 'zei nee tegen een inbreng',
  'inbreng-parked': 'zette een inbreng klaar',
  'inbreng-removed': 'haalde een inbreng weg',
  'inbreng-space-freed': 'maakte vrij waar vernietigde inbreng stond',
  'inbreng-withdrawn': 'nam de vraag over een inbreng terug',
  'keek-read': 'bekeek wie in het plan keek',
  'keuze-set': 'koos wie blijft of vertrekt',
  'links-changed': 'veranderde de links naar de vergadering',
  'meekijken-read': 'keek mee met wat de cliënt ziet',
  'oidc-bound': 'werd herkend door de eigen organisatie',
  'oidc-configured': 'stelde inloggen bij een organisatie in',
  'oidc-refused': 'kwam niet binnen via de eigen organisatie',
  'oidc-removed': 'haalde inloggen bij een organisatie weg',
  'organisatie-created': 'maakte een organisatie',
  'overleg-cancelled': 'brak een overleg af',
  'overleg-closed': 'deed een overleg dicht',
  'overleg-created': 'maakte een overleg',
  'overleg-moved': 'verplaatste een overleg',
  'overleg-reopened': 'opende een overleg weer',
  'overleg-started': 'begon een overleg',
  'overleggen-read': 'bekeek de lijst met overleggen',
  'passkey-added': 'voegde een passkey toe',
  'passkey-removed': 'haalde een passkey weg',
  'pin-chosen': 'koos een pincode',
  'plan-completed': 'stelde het plan vast',
  'plan-read': 'las het plan',
  'reading-refused': 'wilde iets zien dat niet mocht',
  'sentence-answered': 'gaf antwoord over een zin',
  'sessie-admitted': 'liet een browser toe aan tafel',
  'sessie-confirmed': 'bevestigde wie hij is',
  'sessie-ended': 'logde uit',
  'sessie-refused': 'probeerde in te loggen en kwam er niet in',
  'sessie-revoked': 'beëindigde een sessie',
  'sessie-started': 'logde in',
  'sessies-ended': 'beëindigde de sessies van iemand',
  'sessies-revoked': 'beëindigde sessies',
  'signaal-given': 'gaf een teken aan de procesregisseur',
  'space-freed': 'maakte vrij waar vernietigde teksten stonden',
  'steunpersoon-called': 'riep de steunpersoon terug',
  'steunpersoon-sent': 'ging verder zonder steunpersoon',
  'tafel-read': 'zag de tafel',
  'tijd-set': 'veranderde de tijd van een fase',
  'totp-added': 'stelde een app met codes in',
  'totp-removed': 'haalde een app met codes weg',
  'uitnodiging-created': 'maakte een brief',
  'uitnodiging-renewed': 'nodigde iemand opnieuw uit voor een account',
  'verklaring-read': 'las de geheimhoudingsverklaring',
  'verklaring-signed': 'tekende de geheimhoudingsverklaring',
  'verslag-read': 'bekeek dit overzicht',
  'verzoek-answered': 'gaf antwoord op een verzoek',
  'verzoek-submitted': 'deed een verzoek over het plan',
  'wachtkamer-read': 'zag de wachtkamer',
  'wachtwoord-changed': 'veranderde een wachtwoord',
  'wachtwoord-refused': 'gaf een verkeerd wachtwoord',
  'wachtwoordlink-requested': 'vroeg een nieuw wachtwoord aan',
  'words-written': 'schreef eigen woorden',
}

// Before anybody knows who it is.
const VAN_ONBEKENDEN = /-refused$|^wachtwoordlink-/

/** Who, what and about which casus, on one line: what people are called cannot make it two. */
export function verslagregel(rij: Verslagrij): string {
  const { datum, tijd } = formatMoment(rij.op)
  const delen = [`${datum} ${tijd}`, wieOf(rij), watOf(rij), waarOf(rij)]
  return delen.map((deel) => deel.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}|]/gu, ' ')).join(' | ')
}

function wieOf({ event, naam, organisatie, clientsoort, isClientzijde }: Verslagrij): string {
  if (isClientzijde) return clientsoort ? CLIENTSOORT_TEKST[clientsoort] : 'Kant van de cliënt'
  if (!naam) return organisatie ?? (VAN_ONBEKENDEN.test(event) ? 'Onbekend' : 'Vanaf de server')
  return organisatie ? `${naam} (${organisatie})` : naam
}

function watOf({ event, wat, nogmaals }: Verslagrij): string {
  const deed = VERSLAG_TEKST[event] ?? `deed iets zonder omschrijving (${event})`
  const waaraan =
    wat && !deed.includes(wat) ? `: ${wat.replace(/^[a-z]+:/, '').replaceAll('-', ' ')}` : ''
  return `${deed}${waaraan}${nogmaals > 0 ? `, en nog ${nogmaals} keer` : ''}`
}

function waarOf({ casussen }: Verslagrij): string {
  return casussen.length > 0 ? `casus ${casussen.join(', ')}` : 'geen casus'
}
