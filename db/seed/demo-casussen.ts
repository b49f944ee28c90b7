import type { Afspraakantwoord } from '#domain/afspraak.ts'
import type { Document, Leefgebied } from '#domain/document.ts'
import type { Vertrekreden, ZonderClientReden } from '#domain/tafel.ts'
import type { Persoon } from './demo-mensen.ts'

type Zin = { document: Document; door: Persoon; kop: string; tekst: string }
export type Actiezin = {
  wat: string
  /** `client`: he does it himself. */
  wie: Persoon | 'client'
  overDagen: number
  leefgebied: Leefgebied
  waarom: string
}
export type Casusverhaal = {
  casus: { nummer: string; initialen: string; gemeente: string }
  vraag: string
  overDagen: number
  uur: string
  regie: 'yasmina' | 'pieter'
  deelnemers: { persoon: Persoon; rol: 'casushouder' | 'partner'; taak: string }[]
  client: string | null
  /** Proposed at making it; `bevestigd`: the casushouder agreed. F7 */
  voorstelZonder: { reden: ZonderClientReden; toelichting: string; bevestigd: boolean } | null
  /** F8 */
  antwoorden: { persoon: Persoon; antwoord: Afspraakantwoord | { collega: Persoon } }[]
  keuzes: { persoon: Persoon; vertrekreden: Vertrekreden | null }[]
  zinnen: Zin[]
  acties: Actiezin[]
}

export const GEEN = {
  client: null,
  voorstelZonder: null,
  antwoorden: [],
  keuzes: [],
  zinnen: [],
  acties: [],
}

export const GEPLAND: Casusverhaal = {
  ...GEEN,
  casus: { nummer: '2026-0412', initialen: 'M. B.', gemeente: 'Zwaluwe' },
  vraag:
    'De politie komt wekelijks aan de deur na ruzie in de flat. Mevrouw doet de deur voor hulpverlening niet open. Hoe komen we samen in gesprek met haar, vóórdat zij haar woning kwijtraakt?',
  overDagen: 6,
  uur: '10:00',
  regie: 'yasmina',
  deelnemers: [
    { persoon: 'joke', rol: 'partner', taak: 'Regelt zaken bij de gemeente' },
    { persoon: 'fleur', rol: 'partner', taak: 'Is wijkagent in uw buurt' },
    { persoon: 'anneke', rol: 'partner', taak: 'Komt langs als het thuis niet goed gaat' },
    { persoon: 'bram', rol: 'partner', taak: 'Is van de verhuurder' },
  ],
  client: 'Mevrouw M. B.',
  antwoorden: [
    { persoon: 'joke', antwoord: 'komt' },
    { persoon: 'fleur', antwoord: 'komt-niet' },
  ],
  zinnen: [
    {
      document: 'vraagstelling',
      door: 'joke',
      kop: 'Wat willen we vandaag bereiken?',
      tekst: 'Eén persoon die het eerste contact legt, en afspraken over wie er niet meer belt.',
    },
  ],
}

export const WORDT_AFGEWOGEN: Casusverhaal = {
  ...GEEN,
  casus: { nummer: '2026-0420', initialen: 'S. el A.', gemeente: 'Berkendam' },
  vraag: 'Hoe maken we een einde aan de bedreigingen bij het loket, en wie blijft in contact?',
  overDagen: 9,
  uur: '13:30',
  regie: 'pieter',
  deelnemers: [
    { persoon: 'ruud', rol: 'casushouder', taak: 'Houdt toezicht vanuit de reclassering' },
    { persoon: 'samira', rol: 'partner', taak: 'Helpt bij uw uitkering' },
    { persoon: 'fleur', rol: 'partner', taak: 'Is wijkagent in uw buurt' },
  ],
  voorstelZonder: {
    reden: 'rode-lap',
    toelichting: 'Na het loketverbod loopt ieder gesprek met de gemeente uit de hand.',
    bevestigd: false,
  },
  antwoorden: [
    { persoon: 'samira', antwoord: 'komt' },
    { persoon: 'fleur', antwoord: { collega: 'sven' } },
  ],
}

export const IN_VRAAGSTELLING: Casusverhaal = {
  ...GEEN,
  casus: { nummer: '2026-0401', initialen: 'T. H.', gemeente: 'Zwaluwe' },
  vraag:
    'Meneer heeft een laatste waarschuwing van de verhuurder. Wat is nodig om een ontruiming te voorkomen?',
  overDagen: 0,
  uur: '09:00',
  regie: 'pieter',
  deelnemers: [
    { persoon: 'mehmet', rol: 'partner', taak: 'Helpt u vanuit het wijkteam' },
    { persoon: 'samira', rol: 'partner', taak: 'Helpt bij uw uitkering' },
    { persoon: 'bram', rol: 'partner', taak: 'Is van de verhuurder' },
  ],
  client: 'Meneer T. H.',
}

export const IN_BEELDVORMING: Casusverhaal = {
  ...GEEN,
  casus: { nummer: '2026-0387', initialen: 'R. v. D.', gemeente: 'Berkendam' },
  vraag:
    'Meneer komt over drie weken vrij en heeft dan geen adres, geen inkomen en geen behandelaar. Hoe zorgen we dat de eerste week staat voordat hij buiten staat?',
  overDagen: 0,
  uur: '10:30',
  regie: 'yasmina',
  deelnemers: [
    { persoon: 'ruud', rol: 'casushouder', taak: 'Begeleidt u na uw vrijlating' },
    { persoon: 'samira', rol: 'partner', taak: 'Helpt bij uw uitkering' },
    { persoon: 'thomas', rol: 'partner', taak: 'Is behandelaar bij de GGZ' },
    { persoon: 'fleur', rol: 'partner', taak: 'Is wijkagent in uw buurt' },
    { persoon: 'daan', rol: 'partner', taak: 'Werkt bij het Openbaar Ministerie' },
  ],
  client: 'Meneer R. v. D.',
  zinnen: [
    {
      document: 'vraagstelling',
      door: 'ruud',
      kop: 'Wat willen we vandaag bereiken?',
      tekst: 'Een adres voor de eerste nacht, een uitkering vanaf dag één en één behandelaar.',
    },
    {
      document: 'beeldvorming',
      door: 'samira',
      kop: 'Inkomen en werk',
      tekst:
        'De uitkering is stopgezet bij detentie. Een aanvraag kan vanaf vier weken vóór de vrijlating.',
    },
    {
      document: 'beeldvorming',
      door: 'ruud',
      kop: 'Huisvesting',
      tekst: 'De woning is opgezegd. Bij zijn zus kan hij hooguit enkele nachten terecht.',
    },
    {
      document: 'beeldvorming',
      door: 'thomas',
      kop: 'Zorg',
      tekst: 'De behandeling stopte twee keer omdat afspraken per brief kwamen. Bellen werkt wel.',
    },
    {
      document: 'beeldvorming',
      door: 'fleur',
      kop: 'Wat gaat goed?',
      tekst: 'Op de afdeling werkt hij in de keuken. Hij is daar geen dag te laat geweest.',
    },
  ],
}

export const ZONDER_CLIENT: Casusverhaal = {
  ...GEEN,
  casus: { nummer: '2026-0333', initialen: 'L. d. G.', gemeente: 'Berkendam' },
  vraag: 'Hoe beschermen we het gezin, nu meneer het huisverbod twee keer heeft overtreden?',
  overDagen: 0,
  uur: '15:30',
  regie: 'pieter',
  deelnemers: [
    { persoon: 'ruud', rol: 'casushouder', taak: 'Houdt toezicht vanuit de reclassering' },
    { persoon: 'daan', rol: 'partner', taak: 'Werkt bij het Openbaar Ministerie' },
    { persoon: 'anneke', rol: 'partner', taak: 'Ondersteunt het gezin' },
  ],
  voorstelZonder: {
    reden: 'risicogesprek',
    toelichting: 'Het gezin heeft hierom gevraagd.',
    bevestigd: true,
  },
  zinnen: [
    {
      document: 'beeldvorming',
      door: 'anneke',
      kop: 'Huisvesting',
      tekst: 'Moeder en kinderen verblijven op een adres dat meneer niet kent.',
    },
    {
      document: 'oordeelsvorming',
      door: 'daan',
      kop: 'Risico’s',
      tekst: 'De school is de plek waar hij hen kan vinden.',
    },
  ],
}
