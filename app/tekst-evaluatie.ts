import type { Antwoord, Evaluatievraag } from '#domain/evaluatie.ts'

export const ANTWOORD_TEKST = {
  ja: 'Ja',
  'een-beetje': 'Een beetje',
  nee: 'Nee',
} as const satisfies Record<Antwoord, string>

export const EVALUATIEVRAAG_TEKST = {
  'client-prettig': 'Vond u het prettig om zelf mee te praten?',
  'client-zinvol': 'Vond u het zinvol om erbij te zijn?',
  'casushouder-waardevol': 'Was het waardevol dat de cliënt aan tafel zat?',
  'casushouder-gemotiveerd': 'Is de cliënt nu meer gemotiveerd voor de afspraken?',
} as const satisfies Record<Evaluatievraag, string>

/** What most people said, as a sentence. */
export const CONCLUSIE_TEKST = {
  'client-prettig': {
    ja: 'De meeste cliënten vonden het prettig om zelf mee te praten.',
    'een-beetje': 'De meeste cliënten vonden het een beetje prettig om zelf mee te praten.',
    nee: 'De meeste cliënten vonden het niet prettig om zelf mee te praten.',
  },
  'client-zinvol': {
    ja: 'De meeste cliënten vonden het zinvol om erbij te zijn.',
    'een-beetje': 'De meeste cliënten vonden het een beetje zinvol om erbij te zijn.',
    nee: 'De meeste cliënten vonden het niet zinvol om erbij te zijn.',
  },
  'casushouder-waardevol': {
    ja: 'De meeste casushouders vonden het waardevol dat de cliënt aan tafel zat.',
    'een-beetje': 'De meeste casushouders vonden het een beetje waardevol.',
    nee: 'De meeste casushouders vonden het niet waardevol dat de cliënt aan tafel zat.',
  },
  'casushouder-gemotiveerd': {
    ja: 'De meeste casushouders zien een cliënt die meer gemotiveerd is.',
    'een-beetje': 'De meeste casushouders zien een cliënt die iets meer gemotiveerd is.',
    nee: 'De meeste casushouders zien geen cliënt die meer gemotiveerd is.',
  },
} as const satisfies Record<Evaluatievraag, Record<Antwoord, string>>
