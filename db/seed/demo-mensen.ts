import { hashGeheim } from '#app/auth/geheim.server.ts'
import type { Query } from '#db/connection.ts'
import type { Huisfunctie } from '#domain/rol.ts'

/** Of every demo account; there are none outside demo mode. */
export const DEMO_WACHTWOORD = 'samen-aan-tafel'

type Organisatie = { naam: string; keten: 'straf' | 'zorg' | 'bestuur'; convenant: string | null }
type Mens = {
  persoon: string
  naam: string
  organisatie: keyof typeof ORGANISATIES
  functie: string
  telefoon: string
  huisfunctie: Huisfunctie
}

const ORGANISATIES = {
  huis: { naam: 'Zorg- en Veiligheidshuis Merenland', keten: 'bestuur', convenant: '2023-03-01' },
  politie: { naam: 'Politie, basisteam Merenland', keten: 'straf', convenant: '2023-03-01' },
  om: { naam: 'Openbaar Ministerie', keten: 'straf', convenant: '2023-03-01' },
  reclassering: { naam: 'Reclassering Merenland', keten: 'straf', convenant: '2023-03-14' },
  zwaluwe: { naam: 'Gemeente Zwaluwe', keten: 'bestuur', convenant: '2023-03-01' },
  berkendam: { naam: 'Gemeente Berkendam', keten: 'bestuur', convenant: '2023-05-22' },
  ggd: { naam: 'GGD Merenland', keten: 'zorg', convenant: '2023-04-03' },
  ggz: { naam: 'GGZ De Brug', keten: 'zorg', convenant: '2023-06-12' },
  wijkteam: { naam: 'Wijkteam Noord', keten: 'zorg', convenant: '2024-01-15' },
  // Not a partner of the convenant: signs the verklaring for each overleg. T9
  woonstichting: { naam: 'Woonstichting De Hoek', keten: 'bestuur', convenant: null },
} as const satisfies Record<string, Organisatie>

/** Nobody here exists. */
const MENSEN = [
  {
    persoon: 'yasmina',
    naam: 'Yasmina Bakkali',
    organisatie: 'huis',
    functie: 'procesregisseur',
    telefoon: '06 10000001',
    huisfunctie: 'procesregisseur',
  },
  {
    persoon: 'pieter',
    naam: 'Pieter Molenaar',
    organisatie: 'huis',
    functie: 'procesregisseur',
    telefoon: '06 10000002',
    huisfunctie: 'procesregisseur',
  },
  {
    persoon: 'fleur',
    naam: 'Fleur Hoekstra',
    organisatie: 'politie',
    functie: 'wijkagent',
    telefoon: '06 10000003',
    huisfunctie: 'professional',
  },
  {
    persoon: 'daan',
    naam: 'Daan Verschoor',
    organisatie: 'om',
    functie: 'parketsecretaris',
    telefoon: '06 10000004',
    huisfunctie: 'professional',
  },
  {
    persoon: 'ruud',
    naam: 'Ruud Terpstra',
    organisatie: 'reclassering',
    functie: 'reclasseringswerker',
    telefoon: '06 10000005',
    huisfunctie: 'professional',
  },
  {
    persoon: 'joke',
    naam: 'Joke Veenstra',
    organisatie: 'zwaluwe',
    functie: 'adviseur zorg en veiligheid',
    telefoon: '06 10000006',
    huisfunctie: 'professional',
  },
  {
    persoon: 'samira',
    naam: 'Samira El Idrissi',
    organisatie: 'berkendam',
    functie: 'consulent werk en inkomen',
    telefoon: '06 10000007',
    huisfunctie: 'professional',
  },
  {
    persoon: 'anneke',
    naam: 'Anneke Postma',
    organisatie: 'ggd',
    functie: 'sociaal verpleegkundige',
    telefoon: '06 10000008',
    huisfunctie: 'professional',
  },
  {
    persoon: 'thomas',
    naam: 'Thomas Leeuwenberg',
    organisatie: 'ggz',
    functie: 'ambulant behandelaar',
    telefoon: '06 10000009',
    huisfunctie: 'professional',
  },
  {
    persoon: 'mehmet',
    naam: 'Mehmet Aydın',
    organisatie: 'wijkteam',
    functie: 'maatschappelijk werker',
    telefoon: '06 10000010',
    huisfunctie: 'professional',
  },
  {
    persoon: 'bram',
    naam: 'Bram Kuiper',
    organisatie: 'woonstichting',
    functie: 'consulent leefbaarheid',
    telefoon: '06 10000011',
    huisfunctie: 'professional',
  },
  {
    persoon: 'hanneke',
    naam: 'Hanneke Smit',
    organisatie: 'huis',
    functie: 'informatiecoördinator',
    telefoon: '06 10000012',
    huisfunctie: 'informatiecoordinator',
  },
  // In no overleg: he keeps the accounts, and sees nothing of what is said.
  {
    persoon: 'wouter',
    naam: 'Wouter Brandsma',
    organisatie: 'huis',
    functie: 'functioneel beheerder',
    telefoon: '06 10000013',
    huisfunctie: 'beheerder',
  },
  // In no overleg of their own: whom a collega sends in his place. F8
  {
    persoon: 'sven',
    naam: 'Sven Dekker',
    organisatie: 'politie',
    functie: 'wijkagent',
    telefoon: '06 10000014',
    huisfunctie: 'professional',
  },
  {
    persoon: 'nadia',
    naam: 'Nadia Haddou',
    organisatie: 'ggd',
    functie: 'verpleegkundig specialist',
    telefoon: '06 10000015',
    huisfunctie: 'professional',
  },
] as const satisfies readonly Mens[]
export type Persoon = (typeof MENSEN)[number]['persoon']

export function emailOf(persoon: Persoon): string {
  return `${persoon}@demo.focustafel.nl`
}

/** In plain SQL: a house's beheerder makes accounts with `npm run account`, and there is no command for it. */
export async function seedMensen(sql: Query): Promise<void> {
  const wachtwoordHash = await hashGeheim(DEMO_WACHTWOORD)
  for (const { naam, keten, convenant } of Object.values(ORGANISATIES)) {
    await sql`
      insert into organisatie (naam, keten, convenant_getekend_op)
      values (${naam}, ${keten}, ${convenant})`
  }
  for (const { persoon, naam, organisatie, functie, telefoon, huisfunctie } of MENSEN) {
    await sql`
      insert into gebruiker (organisatie_id, naam, email, functie, telefoon, huisfunctie, wachtwoord_hash)
      select id, ${naam}, ${emailOf(persoon)}, ${functie}, ${telefoon}, ${huisfunctie}, ${wachtwoordHash}
      from organisatie where naam = ${ORGANISATIES[organisatie].naam}`
  }
}
