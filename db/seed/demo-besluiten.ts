import { type Casusverhaal, GEEN } from './demo-casussen.ts'

export const IN_BESLUITVORMING: Casusverhaal = {
  ...GEEN,
  casus: { nummer: '2026-0356', initialen: 'K. A.', gemeente: 'Zwaluwe' },
  vraag:
    'Na drie meldingen van overlast en een brandje in de keuken is de vraag of meneer zelfstandig kan blijven wonen, en wat daar dan voor nodig is.',
  overDagen: 0,
  uur: '13:30',
  regie: 'yasmina',
  deelnemers: [
    { persoon: 'mehmet', rol: 'casushouder', taak: 'Helpt u vanuit het wijkteam' },
    { persoon: 'joke', rol: 'partner', taak: 'Regelt zaken bij de gemeente' },
    { persoon: 'thomas', rol: 'partner', taak: 'Is behandelaar bij de GGZ' },
    { persoon: 'fleur', rol: 'partner', taak: 'Is wijkagent in uw buurt' },
    { persoon: 'daan', rol: 'partner', taak: 'Werkt bij het Openbaar Ministerie' },
  ],
  client: 'Meneer K. A.',
  keuzes: [
    { persoon: 'joke', vertrekreden: null },
    { persoon: 'thomas', vertrekreden: null },
    { persoon: 'fleur', vertrekreden: 'groepsgrootte' },
    { persoon: 'daan', vertrekreden: 'niet-betrokken' },
  ],
  zinnen: [
    {
      document: 'vraagstelling',
      door: 'mehmet',
      kop: 'Wat willen we vandaag bereiken?',
      tekst: 'Duidelijkheid over blijven wonen, en rust voor de buren binnen een maand.',
    },
    {
      document: 'beeldvorming',
      door: 'joke',
      kop: 'Huisvesting',
      tekst: 'De huur is bij. De verhuurder wacht met stappen tot na dit overleg.',
    },
    {
      document: 'beeldvorming',
      door: 'mehmet',
      kop: 'Schulden',
      tekst: 'Er ligt een tas met ongeopende post. Naar schatting vier schuldeisers.',
    },
    {
      document: 'beeldvorming',
      door: 'fleur',
      kop: 'Overig',
      tekst: 'Drie meldingen in zes weken, alle drie na middernacht. Niemand raakte gewond.',
    },
    {
      document: 'oordeelsvorming',
      door: 'thomas',
      kop: 'Wat is hier aan de hand?',
      tekst: 'Hij slaapt slecht en keert dag en nacht om. De overlast volgt daaruit.',
    },
    {
      document: 'oordeelsvorming',
      door: 'joke',
      kop: 'Wat helpt?',
      tekst: 'Vaste dagen, één gezicht, en iets te doen in de ochtend.',
    },
    {
      document: 'samenvatting',
      door: 'mehmet',
      kop: 'Wat hebben we besproken?',
      tekst: 'U wilt in uw huis blijven wonen. De buren hebben ’s nachts last. Dat kan beter.',
    },
    {
      document: 'samenvatting',
      door: 'joke',
      kop: 'Wat willen we met u bespreken?',
      tekst: 'Hoe u beter slaapt, wie u helpt met de post, en wat u zelf graag doet op een dag.',
    },
    {
      document: 'besluitvorming',
      door: 'mehmet',
      kop: 'Wat wilt u bereiken?',
      tekst: 'In dit huis blijven wonen, zonder ruzie met de buren.',
    },
  ],
  acties: [
    {
      wat: 'Elke dinsdag samen de post openen',
      wie: 'mehmet',
      overDagen: 9,
      leefgebied: 'Schulden',
      waarom: 'Dan weten we na een maand hoe groot de schulden zijn.',
    },
    {
      wat: 'Een afspraak bij de GGZ over slapen, die telefonisch wordt gemaakt',
      wie: 'thomas',
      overDagen: 14,
      leefgebied: 'Zorg',
      waarom: 'Wie beter slaapt, is ’s nachts rustig.',
    },
  ],
}

export const VASTGESTELD: Casusverhaal = {
  ...GEEN,
  casus: { nummer: '2026-0298', initialen: 'S. J.', gemeente: 'Zwaluwe' },
  vraag:
    'Mevrouw slaapt sinds de zomer in haar auto. Hoe krijgt zij weer een adres en een inkomen?',
  overDagen: -8,
  uur: '14:00',
  regie: 'yasmina',
  deelnemers: [
    { persoon: 'joke', rol: 'casushouder', taak: 'Regelt zaken bij de gemeente' },
    { persoon: 'mehmet', rol: 'partner', taak: 'Helpt u vanuit het wijkteam' },
    { persoon: 'anneke', rol: 'partner', taak: 'Komt langs als het niet goed gaat' },
    { persoon: 'fleur', rol: 'partner', taak: 'Is wijkagent in uw buurt' },
  ],
  client: 'Mevrouw S. J.',
  keuzes: [
    { persoon: 'mehmet', vertrekreden: null },
    { persoon: 'anneke', vertrekreden: null },
    { persoon: 'fleur', vertrekreden: 'niet-betrokken' },
  ],
  zinnen: [
    {
      document: 'beeldvorming',
      door: 'mehmet',
      kop: 'Huisvesting',
      tekst: 'Zij slaapt sinds juli in haar auto, meestal op het terrein van de manege.',
    },
    {
      document: 'oordeelsvorming',
      door: 'joke',
      kop: 'Wat helpt?',
      tekst: 'Een briefadres maakt al het andere mogelijk. Daar beginnen we.',
    },
    {
      document: 'samenvatting',
      door: 'joke',
      kop: 'Wat hebben we besproken?',
      tekst: 'U heeft nu geen adres. Daardoor krijgt u geen post en geen uitkering.',
    },
    {
      document: 'samenvatting',
      door: 'joke',
      kop: 'Wat willen we met u bespreken?',
      tekst: 'Hoe u snel een adres krijgt, en wie wat voor u doet.',
    },
    {
      document: 'besluitvorming',
      door: 'joke',
      kop: 'Wat wilt u bereiken?',
      tekst: 'Vóór de winter een eigen kamer.',
    },
    {
      document: 'besluitvorming',
      door: 'mehmet',
      kop: 'Wanneer zijn we tevreden?',
      tekst: 'Als u drie maanden op één plek woont en elke maand geld binnenkomt.',
    },
  ],
  acties: [
    {
      wat: 'Een briefadres regelen bij de gemeente',
      wie: 'joke',
      overDagen: -3,
      leefgebied: 'Identiteitsbewijs',
      waarom: 'Zonder adres kan de rest niet beginnen.',
    },
    {
      wat: 'Samen de uitkering aanvragen',
      wie: 'joke',
      overDagen: 4,
      leefgebied: 'Inkomen en werk',
      waarom: 'Dan is er volgende maand geld.',
    },
    {
      wat: 'Inschrijven voor een kamer bij de opvang',
      wie: 'mehmet',
      overDagen: 10,
      leefgebied: 'Huisvesting',
      waarom: 'Een plek voor de winter.',
    },
    {
      wat: 'Elke week even langskomen en vragen hoe het gaat',
      wie: 'anneke',
      overDagen: 12,
      leefgebied: 'Zorg',
      waarom: 'Slapen in een auto is niet goed voor uw gezondheid.',
    },
    {
      wat: 'Een vast telefoonnummer geven voor als het ’s nachts misgaat',
      wie: 'fleur',
      overDagen: 20,
      leefgebied: 'Overig',
      waarom: 'Dan hoeft u niet te zoeken wie u moet bellen.',
    },
    {
      wat: 'Een pasfoto laten maken',
      wie: 'client',
      overDagen: 2,
      leefgebied: 'Identiteitsbewijs',
      waarom: 'Die is nodig voor uw identiteitskaart.',
    },
  ],
}
