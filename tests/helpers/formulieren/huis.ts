import type { Tafel } from '../seed-tafel.ts'
import type { Formulier, Velden } from './formulier.ts'

/** Coming in, one's own account, and what the beheerder does. */
export const HUISFORMULIEREN: readonly Formulier[] = [
  {
    route: '/inloggen',
    moment: 'gepland',
    wie: 'niemand',
    los: true,
    velden: ({ emails }) => ({ email: emails.blijft, wachtwoord: 'proefwachtwoord-tafel' }),
  },
  {
    route: '/wachtwoord-nieuw',
    moment: 'gepland',
    wie: 'niemand',
    los: true,
    velden: ({ linkcode }) => ({ code: linkcode, wachtwoord: 'vier paarden op het dak' }),
  },
  {
    route: '/beheer/uitnodigen',
    moment: 'gepland',
    wie: 'beheerder',
    vrij: ['functie', 'telefoon'],
    velden: ({ organisatieId }) => ({
      naam: 'Nora de Wit',
      email: 'nora@voorbeeld.nl',
      functie: 'Adviseur',
      telefoon: '06 12345678',
      organisatieId,
      huisfunctie: 'professional',
    }),
  },
  beheer('', () => ({ intent: 'sessies-weg' })),
  beheer('', () => ({ intent: 'uitschakelen' })),
  beheer('', () => ({ intent: 'inschakelen' })),
  beheer('/toegang', () => ({ intent: 'huisfunctie', huisfunctie: 'ketenmanager' })),
  beheer('/toegang', () => ({ intent: 'tweede-stap', reden: 'toestel-kwijt' })),
  {
    route: '/beheer/organisaties',
    moment: 'gepland',
    wie: 'beheerder',
    vrij: ['convenant'],
    velden: () => ({ intent: 'nieuw', naam: 'GGD Oost', keten: 'zorg', convenant: '2025-03-01' }),
  },
  {
    route: '/beheer/organisaties',
    moment: 'gepland',
    wie: 'beheerder',
    vrij: ['convenant'],
    velden: ({ organisatieId }) => ({
      intent: 'convenant',
      doel: organisatieId,
      convenant: '2025-03-01',
    }),
  },
  {
    route: '/taal',
    moment: 'gepland',
    wie: 'niemand',
    velden: () => ({ taal: 'en', naar: '/mijn-plan' }),
  },
  {
    route: '/wachtwoord-vergeten',
    moment: 'gepland',
    wie: 'niemand',
    los: true,
    velden: () => ({ email: 'niemand@voorbeeld.nl' }),
  },
  {
    route: '/account',
    moment: 'gepland',
    wie: 'blijft',
    velden: () => ({ intent: 'andere-sessies-weg' }),
  },
  {
    route: '/account/wachtwoord',
    moment: 'gepland',
    wie: 'blijft',
    velden: () => ({ oud: 'proefwachtwoord-tafel', nieuw: 'vier paarden op het dak' }),
  },
  {
    route: '/bevestigen',
    moment: 'gepland',
    wie: 'blijft',
    velden: () => ({ intent: 'wachtwoord', wachtwoord: 'proefwachtwoord-tafel' }),
  },
  {
    route: '/passkey',
    moment: 'gepland',
    wie: 'niemand',
    velden: () => ({ doel: 'inloggen' }),
  },
]

function beheer(pad: string, velden: (tafel: Tafel) => Velden): Formulier {
  const route = `/beheer/mensen/:gebruikerId${pad}`
  return { route, moment: 'gepland', wie: 'beheerder', velden }
}
