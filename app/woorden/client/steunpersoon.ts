import { woorden } from '../woorden.ts'

export const steunpersoon = woorden({
  nl: {
    titel: 'Wie bij u is',
    weg: 'Ik wil even zonder steun verder',
    uitleg: 'Wie u steunt, gaat dan naar de wachtkamer.',
    isWeg: 'U bent nu even zonder steun.',
    terug: 'Mijn steun mag er weer bij',
    terugUitleg: 'Wij halen uw steun dan weer op.',
    wachtTitel: 'U bent nu niet aan tafel',
    wachtGevraagd: 'Er is gevraagd om even zonder u te praten. Dat mag.',
    wachtHier: 'U mag hier blijven wachten. Kunt u er weer bij? Dan halen wij u op.',
    wachtVragen: 'Heeft u vragen? Bel {naam}.',
  },
  en: {
    titel: 'Who is with you',
    weg: 'I want to go on without support for a while',
    uitleg: 'Whoever supports you then goes to the waiting room.',
    isWeg: 'You are now without support for a while.',
    terug: 'My support may come back',
    terugUitleg: 'We will then get your support again.',
    wachtTitel: 'You are not at the table now',
    wachtGevraagd: 'Somebody asked to talk without you for a while. That is allowed.',
    wachtHier: 'You may wait here. Can you come back? Then we will come and get you.',
    wachtVragen: 'Do you have questions? Call {naam}.',
  },
})
