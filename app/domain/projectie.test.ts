import { expect, test } from 'vitest'
import { parseConceptactie } from './actie.ts'
import type { Knoop } from './inhoud.ts'
import {
  type DeelnemerVoorProjectie,
  projectTafel,
  vertrekkersMetActie,
  wieVoorClient,
} from './projectie.ts'
import { KEUZES, ROLLEN } from './rol.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

const JANSSEN = deelnemer({
  nummer: 1,
  naam: 'Marieke Janssen',
  organisatie: 'Veiligheidshuis',
  taak: 'Leidt het gesprek',
  rol: 'procesregisseur',
})
const DE_VRIES = deelnemer({
  nummer: 2,
  naam: 'Tom de Vries',
  organisatie: 'Reclassering',
  taak: 'Is uw vaste contact',
  rol: 'casushouder',
})
const BAKKER = deelnemer({
  nummer: 3,
  naam: 'Sanne Bakker',
  organisatie: 'Gemeente Leiden',
  taak: 'Helpt met wonen',
  keuze: 'blijft',
})
const OZDEMIR = deelnemer({
  nummer: 4,
  naam: 'Ayşe Özdemir',
  organisatie: 'Politie',
  taak: 'Wijkagent',
  keuze: 'vertrekt',
})
const AMRANI = deelnemer({
  nummer: 5,
  naam: 'Karim Amrani',
  organisatie: 'GGZ',
  taak: 'Behandelaar',
})
const IEDEREEN = [JANSSEN, DE_VRIES, BAKKER, OZDEMIR, AMRANI]

test('[T6] the client side sees who is at the table now: name, organisation and what they do', () => {
  expect(project({ deelnemers: IEDEREEN }).aanTafel).toEqual([
    { naam: 'Marieke Janssen', organisatie: 'Veiligheidshuis', taak: 'Leidt het gesprek' },
    { naam: 'Tom de Vries', organisatie: 'Reclassering', taak: 'Is uw vaste contact' },
    { naam: 'Sanne Bakker', organisatie: 'Gemeente Leiden', taak: 'Helpt met wonen' },
  ])
})

test('[T6] who is not there now is not at the table', () => {
  const deelnemers = IEDEREEN.map((d) => ({ ...d, aanwezig: d === BAKKER }))

  expect(project({ deelnemers }).aanTafel.map(({ naam }) => naam)).toEqual(['Sanne Bakker'])
})

test('[T6] of partners, only who blijft is ever at the table, even with an open connection', () => {
  for (const rol of ROLLEN) {
    for (const keuze of KEUZES) {
      const { aanTafel } = project({ deelnemers: [{ ...OZDEMIR, rol, keuze }] })
      expect(aanTafel.length).toBe(rol === 'partner' && keuze !== 'blijft' ? 0 : 1)
    }
  }
})

test('[T6] nothing says that anybody left: it is as if they had never been there', () => {
  const blijvers = [JANSSEN, DE_VRIES, BAKKER]

  expect(project({ deelnemers: IEDEREEN })).toEqual(project({ deelnemers: blijvers }))
})

test('[T6] the names, task and keuze of who left are nowhere in the projection', () => {
  const json = JSON.stringify(project({ deelnemers: IEDEREEN, acties: [actie(1, OZDEMIR.id)] }))

  for (const word of ['Özdemir', 'Ayşe', 'Wijkagent', 'vertrekt', 'Amrani', 'Behandelaar', 'GGZ']) {
    expect(json).not.toContain(word)
  }
})

test('[S1] no identifier of anybody or anything is in the projection', () => {
  const knopen: Knoop[] = [
    {
      type: 'paragraph',
      attrs: { id: OZDEMIR.id },
      content: [{ type: 'text', text: 'Wonen', marks: [BAKKER.id] }],
    },
    { type: BAKKER.id, content: [{ type: 'text', text: BAKKER.id }] },
  ]
  const acties = [
    ...IEDEREEN.map(({ id }, index) => actie(index, id)),
    actie(9, idOf(9)),
    actie(10, null),
  ]
  const json = JSON.stringify(
    project({ deelnemers: IEDEREEN, samenvatting: knopen, besluitvorming: knopen, acties }),
  )

  expect(json).toContain('Wonen')
  expect(json).toContain('Sanne Bakker')
  expect(json).not.toMatch(UUID)
})

test('[S1] the projection has these fields and no others', () => {
  const beeld = project({ deelnemers: [BAKKER], acties: [actie(1, BAKKER.id)] })

  expect(Object.keys(beeld).sort()).toEqual(['aanTafel', 'acties', 'plan', 'samenvatting'])
  expect(beeld.acties).toEqual([
    {
      wat: 'Briefadres aanvragen',
      waarom: 'Zonder adres geen uitkering',
      wie: { soort: 'persoon', naam: 'Sanne Bakker', organisatie: 'Gemeente Leiden' },
      wanneer: '2026-12-08',
      leefgebied: 'Huisvesting',
    },
  ])
})

test('[P6] whose name the client side reads at an actie', () => {
  const table = [JANSSEN, DE_VRIES, BAKKER, OZDEMIR, AMRANI].map(({ id }) =>
    wieVoorClient({ soort: 'deelnemer', deelnemerId: id }, IEDEREEN),
  )

  expect(table).toEqual([
    { soort: 'persoon', naam: 'Marieke Janssen', organisatie: 'Veiligheidshuis' },
    { soort: 'persoon', naam: 'Tom de Vries', organisatie: 'Reclassering' },
    { soort: 'persoon', naam: 'Sanne Bakker', organisatie: 'Gemeente Leiden' },
    { soort: 'organisatie', organisatie: 'Politie' },
    { soort: 'organisatie', organisatie: 'GGZ' },
  ])
})

test('[P6] an actie of the cliënt is his own; of nobody, or of a stranger, not yet known', () => {
  expect(wieVoorClient({ soort: 'client' }, IEDEREEN)).toEqual({ soort: 'ik' })
  expect(wieVoorClient(null, IEDEREEN)).toEqual({ soort: 'nog-niet-bekend' })
  expect(wieVoorClient({ soort: 'deelnemer', deelnemerId: idOf(9) }, IEDEREEN)).toEqual({
    soort: 'nog-niet-bekend',
  })
})

test('[P6] the table is warned of who vertrekt and carries an actie, once for each', () => {
  const acties = [
    actie(1, OZDEMIR.id),
    actie(2, OZDEMIR.id),
    actie(3, BAKKER.id),
    actie(4, AMRANI.id),
    actie(5, null),
  ]

  expect(vertrekkersMetActie(acties, IEDEREEN)).toEqual(['Ayşe Özdemir'])
  expect(vertrekkersMetActie(acties.slice(2), IEDEREEN)).toEqual([])
})

test('[S1] a line of the plan that nobody wrote in is not shown', () => {
  const leeg = parseConceptactie({ id: idOf(1), wat: ' ', leefgebied: 'Zorg' })

  expect(project({ acties: leeg ? [leeg] : [] }).acties).toEqual([])
})

test('[S1] a heading with nothing below it is not shown, one above a smaller heading with text is', () => {
  const plan = [
    kop(3, 'Wat wilt u bereiken?'),
    { type: 'paragraph' },
    kop(3, 'Wonen'),
    kop(4, 'Nu'),
    { type: 'paragraph', content: [{ type: 'text', text: 'Bij mijn zus' }] },
    kop(4, 'Straks'),
    kop(3, 'Wanneer zijn we tevreden?'),
  ]
  const shown = project({ besluitvorming: plan }).plan

  expect(shown.map((blok) => (blok.soort === 'kop' ? blok.tekst[0]?.tekst : blok.soort))).toEqual([
    'Wonen',
    'Nu',
    'alinea',
  ])
})

test('[D4] the projection is made of what the documents say now, and keeps nothing of before', () => {
  const before = project({
    samenvatting: [alinea('Er was huiselijk geweld')],
    acties: [actie(1, BAKKER.id)],
  })
  const after = project({ samenvatting: [alinea('Het was thuis onrustig')] })

  expect(JSON.stringify(before)).toContain('geweld')
  expect(after).toEqual({
    aanTafel: [],
    samenvatting: [{ soort: 'alinea', tekst: [{ tekst: 'Het was thuis onrustig' }] }],
    plan: [],
    acties: [],
  })
})

test('[S2] nothing but samenvatting, besluitvorming, acties and who is there can come into the projection', () => {
  const bron = {
    deelnemers: [BAKKER],
    samenvatting: [alinea('Voor u')],
    besluitvorming: [alinea('Met u')],
    acties: [],
    vraagstelling: [alinea('MARKER')],
    beeldvorming: [alinea('MARKER')],
    oordeelsvorming: [alinea('MARKER')],
  }

  expect(JSON.stringify(projectTafel(bron))).not.toContain('MARKER')
})

function project(bron: Partial<Parameters<typeof projectTafel>[0]>) {
  return projectTafel({ deelnemers: [], samenvatting: [], besluitvorming: [], acties: [], ...bron })
}

type Kenmerken = Pick<DeelnemerVoorProjectie, 'naam' | 'organisatie' | 'taak'> &
  Partial<DeelnemerVoorProjectie> & { nummer: number }

function deelnemer({ nummer, ...kenmerken }: Kenmerken): DeelnemerVoorProjectie {
  return { id: idOf(nummer), rol: 'partner', keuze: 'onbeslist', aanwezig: true, ...kenmerken }
}

function idOf(nummer: number): string {
  return `7b0c9a52-5f0e-4d3a-9d5e-2f1f6f0a${String(nummer).padStart(4, '0')}`
}

function actie(nummer: number, deelnemerId: string | null) {
  const parsed = parseConceptactie({
    id: idOf(100 + nummer),
    wat: 'Briefadres aanvragen',
    waarom: 'Zonder adres geen uitkering',
    wie: deelnemerId ? `deelnemer:${deelnemerId}` : '',
    wanneer: '2026-12-08',
    leefgebied: 'Huisvesting',
  })
  if (!parsed) throw new Error('Not an actie')
  return parsed
}

function kop(level: 3 | 4, tekst: string): Knoop {
  return { type: 'heading', attrs: { level }, content: [{ type: 'text', text: tekst }] }
}

function alinea(tekst: string): Knoop {
  return { type: 'paragraph', content: [{ type: 'text', text: tekst }] }
}
