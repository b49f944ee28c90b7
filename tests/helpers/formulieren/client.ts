import { actieWoorden } from '#domain/stem.ts'
import { zinVan } from '#domain/verzoek.ts'
import { sleutelOf } from '#domain/zin.ts'
import { conceptactie } from '../seed-tafel.ts'
import type { Formulier } from './formulier.ts'

// The actie of the cliënt himself, in every seeded overleg.
const { sleutel: EIGEN_ACTIE } = actieWoorden({
  ...conceptactie({ wat: 'Iedere week bellen' }),
  wie: { soort: 'ik' },
})
const AAN_TAFEL = { route: '/mijn-plan', moment: 'met cliënt', wie: 'tafel', los: true } as const

/** What the client side posts: at the table, and with Mijn plan. */
export const CLIENTFORMULIEREN: readonly Formulier[] = [
  {
    ...AAN_TAFEL,
    velden: () => ({ intent: 'signaal', signaal: 'pauze' }),
    vrij: ['signaal'],
  },
  { ...AAN_TAFEL, velden: () => ({ intent: 'steunpersoon', steunpersoon: 'weg' }) },
  {
    ...AAN_TAFEL,
    moment: 'besloten tijd',
    velden: () => ({ intent: 'besloten-klaar' }),
  },
  { ...AAN_TAFEL, velden: () => ({ intent: 'kies-pin', pin: '48213' }) },
  {
    ...AAN_TAFEL,
    velden: () => ({
      intent: 'zin',
      sleutel: sleutelOf('We spraken over uw woning.'),
      antwoord: 'klopt',
    }),
  },
  {
    ...AAN_TAFEL,
    velden: () => ({ intent: 'actie-antwoord', sleutel: EIGEN_ACTIE, antwoord: 'praten' }),
  },
  {
    ...AAN_TAFEL,
    vrij: ['woorden'],
    velden: () => ({
      intent: 'woorden',
      veld: 'wil',
      woorden: 'Ik wil rust.',
      versie: '0',
      wijze: 'zo',
    }),
  },
  {
    route: '/mijn-plan',
    moment: 'vastgesteld',
    wie: 'plan',
    los: true,
    vrij: ['woord'],
    velden: () => ({ intent: 'actie', nummer: '3', status: 'gedaan', woord: 'Ging goed.' }),
  },
  {
    route: '/mijn-plan',
    moment: 'vastgesteld',
    wie: 'plan',
    los: true,
    velden: () => ({
      intent: 'verzoek',
      zin: zinVan('We spraken over uw woning.').sleutel,
      tekst: 'Ik heb al een woning.',
    }),
  },
  {
    route: '/mijn-plan/evaluatie',
    moment: 'vastgesteld',
    wie: 'plan',
    vrij: ['client-prettig', 'client-zinvol'],
    velden: () => ({ intent: 'klaar', 'client-prettig': 'ja', 'client-zinvol': 'nee' }),
  },
]
