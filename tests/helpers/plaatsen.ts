import type { Keuze, Rol } from '#domain/rol.ts'

type Keten = 'straf' | 'zorg' | 'bestuur'
export type Plaatsing = {
  naam: string
  organisatie: string
  keten: Keten
  convenant: boolean
  rol: Rol
  keuze: Keuze
}

/** The chairs that a test can fill. */
export const PLAATSEN = {
  procesregisseur: {
    naam: 'Yasmina Bakkali',
    organisatie: 'Zorg- en Veiligheidshuis',
    keten: 'bestuur',
    convenant: true,
    rol: 'procesregisseur',
    keuze: 'onbeslist',
  },
  casushouder: {
    naam: 'Ruud Terpstra',
    organisatie: 'Reclassering',
    keten: 'straf',
    convenant: true,
    rol: 'casushouder',
    keuze: 'onbeslist',
  },
  partner: {
    naam: 'Joke Veenstra',
    organisatie: 'Gemeente Zwaluwe',
    keten: 'bestuur',
    convenant: true,
    rol: 'partner',
    keuze: 'onbeslist',
  },
  blijft: {
    naam: 'Mehmet Aydin',
    organisatie: 'Wijkteam Noord',
    keten: 'zorg',
    convenant: true,
    rol: 'partner',
    keuze: 'blijft',
  },
  vertrekt: {
    naam: 'Fleur Hoekstra',
    organisatie: 'Politie',
    keten: 'straf',
    convenant: true,
    rol: 'partner',
    keuze: 'vertrekt',
  },
  // Not admitted until he signs the verklaring. T9
  'zonder-convenant': {
    naam: 'Bram Kuiper',
    organisatie: 'Woonstichting De Hoek',
    keten: 'bestuur',
    convenant: false,
    rol: 'partner',
    keuze: 'blijft',
  },
} as const satisfies Record<string, Plaatsing>
export type Plaats = keyof typeof PLAATSEN
