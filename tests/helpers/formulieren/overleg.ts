import { datumInNederland } from '#domain/datum.ts'
import type { Wie } from '../huis.ts'
import type { Moment, Tafel } from '../seed-tafel.ts'
import type { Formulier, Velden } from './formulier.ts'

const OVERLEG = '/overleggen/:overlegId'

/** What is done in and around an overleg, by professionals. */
export const OVERLEGFORMULIEREN: readonly Formulier[] = [
  {
    route: '/overleggen/nieuw',
    moment: 'gepland',
    wie: 'procesregisseur',
    vrij: ['linkVooroverleg', 'linkTafel'],
    meervoud: 'deelnemer',
    velden: ({ ids }) => ({
      nummer: '2031-0412',
      initialen: 'B. de V.',
      gemeente: 'Zwaluwe',
      datum: '2031-03-03',
      tijd: '10:00',
      vraag: 'Hoe nu verder?',
      linkVooroverleg: 'https://video.voorbeeld.nl/een',
      linkTafel: 'https://video.voorbeeld.nl/twee',
      metClient: 'met',
      client: 'De heer B. de V.',
      deelnemer: ids.blijft,
    }),
  },
  handeling('gepland', () => ({ intent: 'start' })),
  handeling('vraagstelling', () => ({ intent: 'afronden', from: 'vraagstelling' })),
  handeling('vooroverleg', () => ({
    intent: 'heropenen',
    from: 'besluitvorming',
    reden: 'Er is nieuws.',
  })),
  handeling('vooroverleg', () => ({ intent: 'tijd', minuten: '20' })),
  handeling('vooroverleg', () => ({ intent: 'tijd-erbij', erbij: '5' })),
  handeling('vooroverleg', ({ deelnemerIds }) => ({
    intent: 'keuze',
    deelnemerId: deelnemerIds.blijft,
    keuze: 'vertrekt',
    vertrekreden: 'groepsgrootte',
  })),
  {
    ...handeling('vooroverleg', ({ wachtend }) => ({ intent: 'aan-tafel', sessieId: wachtend })),
    meervoud: 'sessieId',
  },
  handeling('met cliënt', ({ tweede }) => ({ intent: 'toelaten', sessieId: tweede })),
  handeling('met cliënt', ({ wachtend }) => ({ intent: 'signaal-gezien', sessieId: wachtend })),
  handeling('met cliënt', () => ({ intent: 'terug' })),
  handeling('met cliënt', () => ({ intent: 'besloten' })),
  handeling('besloten tijd', () => ({ intent: 'besloten-einde', beslotenreden: 'dringend' })),
  {
    ...handeling(
      'gepland',
      ({ inbrengId }) => ({
        intent: 'inbreng-klaarzetten',
        inbrengId,
        onderwerp: 'Over de buren',
        tekst: 'De buren helpen graag.',
      }),
      'blijft',
    ),
    vrij: ['inbrengId'],
  },
  handeling('met cliënt', ({ inbrengId }) => ({ intent: 'inbreng-vragen', inbrengId }), 'blijft'),
  handeling('gepland', ({ inbrengId }) => ({ intent: 'inbreng-weg', inbrengId }), 'blijft'),
  handeling('vooroverleg', () => ({ intent: 'dicht' })),
  handeling('dicht', () => ({ intent: 'openen', toelichting: 'Het is weer rustig.' })),
  handeling('vooroverleg', ({ deelnemerIds }) => ({
    intent: 'voordragen',
    deelnemerId: deelnemerIds.blijft,
  })),
  handeling('vooroverleg', () => ({ intent: 'aanvaarden' }), 'casushouder'),
  handeling('vooroverleg', () => ({ intent: 'vaststellen' })),
  handeling('vooroverleg', () => ({ intent: 'hand', hand: 'op' }), 'blijft'),
  handeling('vooroverleg', () => ({
    intent: 'aanvulling',
    document: 'vraagstelling',
    tekst: 'Er was nog iets.',
  })),
  deelnemers(({ deelnemerIds }) => ({
    intent: 'keuze',
    doel: deelnemerIds.blijft,
    keuze: 'blijft',
  })),
  deelnemers(
    ({ deelnemerIds }) => ({ intent: 'taak', doel: deelnemerIds.blijft, taak: 'Belt' }),
    ['taak'],
  ),
  deelnemers(({ deelnemerIds }) => ({ intent: 'voordragen', doel: deelnemerIds.blijft })),
  deelnemers(
    ({ nieuw }) => ({ intent: 'deelnemer-erbij', gebruikerId: nieuw, taak: 'Belt' }),
    ['taak'],
  ),
  deelnemers(({ deelnemerIds }) => ({ intent: 'deelnemer-eruit', doel: deelnemerIds.blijft })),
  deelnemers(
    () => ({ intent: 'clientpersoon-erbij', soort: 'steunpersoon', naam: 'J. Jansen', taal: 'en' }),
    ['taal'],
  ),
  deelnemers(({ clientPersoonId }) => ({
    intent: 'clientpersoon-taal',
    doel: clientPersoonId,
    taal: 'en',
  })),
  deelnemers(({ clientPersoonId }) => ({ intent: 'clientpersoon-eruit', doel: clientPersoonId })),
  deelnemers(({ clientPersoonId }) => ({ intent: 'brief', doel: clientPersoonId })),
  deelnemers(
    () => ({ intent: 'briefgegevens', plaats: 'Stadhuis', doelzin: 'Wij maken een plan.' }),
    ['plaats', 'doelzin'],
  ),
  brief(() => ({ intent: 'verzonden', wijze: 'post', op: datumInNederland(new Date()) })),
  brief(() => ({ intent: 'mailen', email: 'iemand@voorbeeld.nl' })),
  deelnemers(() => ({ intent: 'verplaatsen', datum: '2027-03-01', tijd: '10:00' })),
  deelnemers(
    () => ({
      intent: 'links',
      linkVooroverleg: 'https://video.voorbeeld.nl/voor',
      linkTafel: 'https://video.voorbeeld.nl/tafel',
    }),
    ['linkVooroverleg', 'linkTafel'],
  ),
  deelnemers(() => ({ intent: 'afbreken', reden: 'Het gaat niet door.' })),
  deelnemers(
    ({ afspraak }) => ({ intent: 'afspraak', moment: afspraak.toISOString(), antwoord: 'komt' }),
    [],
    'blijft',
  ),
  deelnemers(
    ({ afspraak, nieuw }) => ({
      intent: 'collega',
      moment: afspraak.toISOString(),
      collega: nieuw,
    }),
    [],
    'blijft',
  ),
  deelnemers(() => ({
    intent: 'voorstel-zonder',
    waarom: 'anders',
    toelichting: 'In detentie.',
  })),
  {
    route: '/overleggen',
    moment: 'gepland',
    wie: 'blijft',
    velden: ({ afspraak, overlegId }) => ({
      intent: 'afspraak',
      doel: overlegId,
      moment: afspraak.toISOString(),
      antwoord: 'komt-niet',
    }),
  },
  {
    route: '/acties',
    moment: 'vastgesteld',
    wie: 'casushouder',
    vrij: ['notitie', 'uitleg'],
    velden: ({ overlegId, actieIds }) => ({
      intent: 'stand',
      doel: actieIds[0] ?? '',
      overlegId,
      status: 'loopt',
      notitie: 'Gebeld.',
      uitleg: 'We hebben uw vraag doorgegeven.',
    }),
  },
  {
    route: `${OVERLEG}/verklaring`,
    moment: 'vooroverleg',
    wie: 'zonder-convenant',
    velden: () => ({ akkoord: 'ja' }),
  },
  {
    route: `${OVERLEG}/evaluatie`,
    moment: 'vastgesteld',
    wie: 'casushouder',
    vrij: ['casushouder-waardevol', 'casushouder-gemotiveerd'],
    velden: () => ({
      intent: 'klaar',
      'casushouder-waardevol': 'ja',
      'casushouder-gemotiveerd': 'een-beetje',
    }),
  },
]

function handeling(
  moment: Moment,
  velden: (tafel: Tafel) => Velden,
  wie: Wie = 'procesregisseur',
): Formulier {
  return { route: `${OVERLEG}/handeling`, moment, wie, velden }
}

function deelnemers(
  velden: (tafel: Tafel) => Velden,
  vrij: string[] = [],
  wie: Wie = 'procesregisseur',
): Formulier {
  const route = `${OVERLEG}/deelnemers`
  return { route, moment: 'gepland', wie, velden, vrij }
}

function brief(velden: () => Velden): Formulier {
  const route = `${OVERLEG}/brieven/:briefId`
  return { route, moment: 'gepland', wie: 'procesregisseur', velden }
}
