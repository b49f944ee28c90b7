import { randomUUID } from 'node:crypto'
import { datumInNederland } from '#domain/datum.ts'
import { actieWoorden } from '#domain/stem.ts'
import { zinVan } from '#domain/verzoek.ts'
import { sleutelOf } from '#domain/zin.ts'
import type { Wie } from './huis.ts'
import { conceptactie, type Moment, type Tafel } from './seed-tafel.ts'

type Velden = Record<string, string>
type Formulier = {
  route: string
  moment: Moment
  wie: Wie
  velden: (tafel: Tafel) => Velden
  /** May be left out, or be empty. */
  vrij?: string[]
  /** Fields that the form does not know are ignored. */
  los?: true
  /** May be there more than once. */
  meervoud?: string
}

const OVERLEG = '/overleggen/:overlegId'

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

function beheer(pad: string, velden: (tafel: Tafel) => Velden): Formulier {
  const route = `/beheer/mensen/:gebruikerId${pad}`
  return { route, moment: 'gepland', wie: 'beheerder', velden }
}

// The actie of the cliënt himself, in every seeded overleg.
const { sleutel: EIGEN_ACTIE } = actieWoorden({
  ...conceptactie({ wat: 'Iedere week bellen' }),
  wie: { soort: 'ik' },
})
const AAN_TAFEL = { route: '/mijn-plan', moment: 'met cliënt', wie: 'tafel', los: true } as const

/** Every form that can be posted, filled in as it should be by who may, when he may. */
export const FORMULIEREN: readonly Formulier[] = [
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

const LANG = 'Een lang verhaal. '.repeat(2000)
const GEEN_KEUZE = ['', ' ', 'iets-anders', 'constructor', '\0', LANG]
const GEEN_GETAL = ['', '-1', '0', '1.5', '1e9', 'veel', 'NaN', '٣', LANG]
const GEEN_TEKST = ['', ' \n', '\0', LANG]
const GEEN_ID = ['', 'x', '\0', '[object Object]', "'; drop table overleg; --", LANG]
const GEEN_DATUM = ['', 'morgen', '2026-02-30', '0000-01-01', '10000-01-01', '2026-01-01\0', LANG]
const GEEN_TIJD = ['', '25:00', '10.00', '-1:00', '10:00:00', LANG]
const GEEN_LINK = ['javascript:alert(1)', 'http://video.nl/x', 'https://', '//evil.nl', LANG]

const EXTRA = ['rol', 'gebruiker', '__proto__', 'status[]', 'dicht_op']

const FOUT: Record<string, readonly string[]> = {
  minuten: GEEN_GETAL,
  nummer: GEEN_GETAL,
  versie: ['', '-1', '1.5', '1e9', 'NaN', '٣', LANG],
  sleutel: ['', 'x', '\0', 'aaaaaaaaaaaaaa', LANG],
  woorden: [LANG],
  plaats: [LANG],
  doelzin: [LANG],
  op: GEEN_DATUM,
  reden: GEEN_TEKST,
  toelichting: GEEN_TEKST,
  onderwerp: GEEN_TEKST,
  tekst: GEEN_TEKST,
  naam: GEEN_TEKST,
  initialen: GEEN_TEKST,
  gemeente: GEEN_TEKST,
  client: GEEN_TEKST,
  vraag: ['', ' \n', LANG],
  taak: [LANG],
  functie: [LANG],
  zin: ['', 'x', '0'.repeat(14), LANG],
  notitie: [LANG],
  uitleg: [LANG],
  woord: [LANG],
  deelnemerId: GEEN_ID,
  sessieId: GEEN_ID,
  inbrengId: GEEN_ID,
  doel: GEEN_ID,
  gebruikerId: GEEN_ID,
  organisatieId: GEEN_ID,
  collega: GEEN_ID,
  overlegId: GEEN_ID,
  deelnemer: GEEN_ID,
  datum: GEEN_DATUM,
  tijd: GEEN_TIJD,
  moment: ['', 'morgen', '2026-02-30T10:00:00.000Z', '2026-01-01T10:00:00.000Z', LANG],
  linkVooroverleg: GEEN_LINK,
  linkTafel: GEEN_LINK,
  email: ['', ' ', 'geen-adres', LANG],
  wachtwoord: ['', LANG],
  oud: ['', LANG],
  nieuw: ['', 'te kort', 'focustafel-voor-altijd', '123456789012', LANG],
  code: ['', 'x', 'a'.repeat(26), LANG],
  pin: ['', '1234', '12345', '11111', 'abcde', '٤٨٢١٣', LANG],
}

/** Stands for a file where text belongs. */
export const BESTAND = 'een bestand'

type Paren = [string, string][]
type Fout = { wat: string; velden: Paren }

/** Every way to fill this form in wrong: left out, wrong, of another overleg, twice, a file, and more than was asked. */
export function foutenIn(formulier: Formulier, eigen: Tafel, elders: Tafel): Fout[] {
  const goed = Object.entries(formulier.velden(eigen))
  const vanElders = formulier.velden(elders)
  const extra = formulier.los ? [] : EXTRA
  return [
    { wat: 'nothing at all', velden: [] },
    ...extra.map((naam): Fout => ({ wat: `with ${naam}`, velden: [...goed, [naam, 'x']] })),
    ...goed.flatMap(([naam, waarde]) => {
      const met = (anders: string): Paren =>
        goed.map(([veld, oud]) => [veld, veld === naam ? anders : oud])
      const ids = FOUT[naam] === GEEN_ID ? [randomUUID(), eigen.overlegId, vanElders[naam]] : []
      const fout = [...(FOUT[naam] ?? GEEN_KEUZE), ...ids.filter((id) => id !== undefined)]
      return [
        ...fout
          .filter((anders) => isFout(formulier, naam, anders, { waarde, vanElders }))
          .map((anders) => ({ wat: `${naam}=${anders.slice(0, 36)}`, velden: met(anders) })),
        { wat: `${naam} as a file`, velden: met(BESTAND) },
        ...(formulier.vrij?.includes(naam)
          ? []
          : [{ wat: `without ${naam}`, velden: goed.filter(([veld]) => veld !== naam) }]),
        ...(formulier.meervoud === naam
          ? []
          : [{ wat: `${naam} twice`, velden: [...goed, [naam, waarde]] satisfies Paren }]),
      ]
    }),
  ]
}

type Goed = { waarde: string; vanElders: Velden }

function isFout({ vrij }: Formulier, naam: string, anders: string, { waarde, vanElders }: Goed) {
  if (anders === '') return !vrij?.includes(naam)
  // The directory is everybody's.
  const uitDeLijst = ['gebruikerId', 'deelnemer', 'collega'].includes(naam)
  return anders !== waarde && !(uitDeLijst && anders === vanElders[naam])
}
