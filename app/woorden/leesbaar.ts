import type { Taal } from './taal.ts'

/** What somebody who reads at A2 still has in his head at the end of a sentence. */
const MEESTE_WOORDEN = 15

const NL = [
  'aangaande|betreffende|betreft|omtrent|inzake|ten aanzien van|met betrekking tot|omwille van',
  'middels|door middel van|conform|krachtens|ingevolge|teneinde|indien|mits|tenzij|alvorens',
  'echter|derhalve|desgewenst|desalniettemin|voorts|tevens|hierbij|waarbij|alsmede|evenals',
  'reeds|thans|aldus|namelijk|respectievelijk|eventueel|gelieve|dient te|dienen te|dienstverlening',
  'participe\\w+|interventie\\w*|traject\\w*|casus\\w*|casuïstiek|problematiek|indicatie\\w*',
  'overleg\\w*|focusoverleg|ketenpartner\\w*|partners|stakeholder\\w*|betrokkenen|professional\\w*',
  'samenvatting van de fase|vraagstelling|beeldvorming|oordeelsvorming|besluitvorming|vastgesteld\\w*',
  'procesregisseur|casushouder|regiehouder|vertegenwoordiger|cliënt|client|deelnemer\\w*',
  'monitoring|evaluatie|implement\\w+|realis\\w+|optimal\\w+|facilit\\w+|communic\\w+|inzet van',
  'realiteit|aspect\\w*|factor\\w*|context|proces\\w*|procedure|beleid|kader|domein|leefgebied\\w*',
  'formulier\\w*|document\\w*|dossier|bijlage|akkoord|instemm\\w+|verklaring|authentic\\w+|inlogg?en',
  'gegevens|informatie|registr\\w+|verstrekk\\w+|ontvangst|retour|schriftelijk|telefonisch|digitaal',
  'verzoek\\w*|gewenst|wenselijk|noodzakelijk|voorwaarde\\w*|termijn|periode|datum van|i\\.v\\.m\\.|d\\.m\\.v\\.',
]
const EN = [
  'regarding|concerning|pursuant|hereby|herewith|thereof|whereas|therefore|furthermore|moreover',
  'in accordance with|with respect to|in order to|prior to|subsequent\\w*|commence\\w*|terminate\\w*',
  'participat\\w+|intervention\\w*|trajectory|case file|casework\\w*|stakeholder\\w*|professional\\w*',
  'utili[sz]e\\w*|facilitat\\w+|implement\\w+|communicat\\w+|assess\\w+|evaluat\\w+|monitor\\w*',
  'procedure|process\\w*|policy|framework|domain|document\\w*|attachment|consent|authenticat\\w+',
  'information|request\\w*|require\\w*|provide\\w*|obtain\\w*|additional|sufficient|necessary|appropriate',
  'client|participant\\w*|representative|chair|case manager|meeting participant\\w*|e\\.g\\.|i\\.e\\.',
]

/** Words of an office: who is not of that office reads past them. */
const KANTOORWOORDEN = { nl: NL, en: EN } as const satisfies Record<Taal, readonly string[]>

/** What is wrong with a fixed text for somebody who reads at A2 or B1. */
export function leesklachten(tekst: string, taal: Taal): string[] {
  const gevonden = KANTOORWOORDEN[taal].flatMap((woorden) => {
    const patroon = new RegExp(`(?<![\\p{L}])(?:${woorden})(?![\\p{L}])`, 'giu')
    return [...tekst.matchAll(patroon)].map(([woord]) => `kantoorwoord "${woord}"`)
  })
  const lang = zinnenIn(tekst)
    .filter((zin) => woordenIn(zin).length > MEESTE_WOORDEN)
    .map((zin) => `${woordenIn(zin).length} woorden: ${zin}`)
  return [...gevonden, ...lang]
}

function zinnenIn(tekst: string): string[] {
  return tekst.split(/(?<=[.!?:])\s+/)
}

// What is filled in is a name or a number: one word.
function woordenIn(zin: string): string[] {
  return zin.replace(/\{\w+\}/g, 'x').match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
}
