import { expect, test } from 'vitest'
import { DOCUMENTEN, type Document } from './document.ts'
import { FASEN, type Fase, type Overleg, type Tafel } from './fase.ts'
import { type Deelname, KEUZES, ROLLEN } from './rol.ts'
import { clientweergaveOf } from './tafel.ts'
import {
  isAanTafel,
  isZichtbaar,
  SITUATIES,
  type Stand,
  situatieOf,
  toegangTotDocument,
  toegangVoorKring,
} from './toegang.ts'

const [V, B, O, S, BES] = DOCUMENTEN
const BINNEN = { toegelaten: true, metPin: true, weggestuurd: false }

const PERSONEN = {
  procesregisseur: deelname('procesregisseur', 'onbeslist'),
  casushouder: deelname('casushouder', 'onbeslist'),
  blijft: deelname('partner', 'blijft'),
  vertrekt: deelname('partner', 'vertrekt'),
  onbeslist: deelname('partner', 'onbeslist'),
} satisfies Record<string, Deelname>

test('[F2] the access table of product.md section 5, whole', () => {
  // biome-ignore format: a table that somebody from the field can check; P: a projection, never the document itself
  const table = [
    // what, when                                  procesregisseur  casushouder   blijft        vertrekt     client side
    ['gepland: vraagstelling, beeldvorming',       'schrijven',     'schrijven',  'schrijven',  'schrijven', 'geen'],
    ['gepland: the other three',                   'geen',          'geen',       'geen',       'geen',      'geen'],
    ['lopend: fase still to come',                 'geen',          'geen',       'geen',       'geen',      'geen'],
    ['lopend: current fase V, B or O',             'schrijven',     'schrijven',  'schrijven',  'schrijven', 'geen'],
    ['lopend: past fase',                          'lezen',         'lezen',      'lezen',      'lezen',     'geen'],
    ['samenvatting, before T2',                    'schrijven',     'schrijven',  'schrijven',  'schrijven', 'geen'],
    ['samenvatting, from T2',                      'schrijven',     'schrijven',  'schrijven',  'geen',      'geen, P'],
    ['samenvatting, besloten tijd',                'lezen',         'lezen',      'lezen',      'geen',      'geen, P'],
    ['besluitvorming, before T2',                  'schrijven',     'schrijven',  'schrijven',  'schrijven', 'geen'],
    ['besluitvorming, from T2',                    'schrijven',     'schrijven',  'schrijven',  'geen',      'geen, P'],
    ['besluitvorming, besloten tijd',              'lezen',         'lezen',      'lezen',      'geen',      'geen, P'],
    ['vastgesteld: V, B, O',                       'lezen',         'lezen',      'lezen',      'geen',      'geen'],
    ['vastgesteld: samenvatting, besluitvorming',  'lezen',         'lezen',      'lezen',      'geen',      'geen, P'],
    ['afgebroken',                                 'lezen',         'lezen',      'geen',       'geen',      'geen'],
  ]

  expect(Object.entries(gevallen()).map(([naam, cells]) => [naam, ...rowOf(cells)])).toEqual(table)
})

test('[F2] the table has exactly one row for each document at each moment', () => {
  const covered = Object.values(gevallen()).flat().map(nameOf).sort()
  const all = alleMomenten().flatMap((moment) =>
    DOCUMENTEN.map((document) => nameOf({ ...moment, document })),
  )

  expect(covered).toEqual(all.sort())
  expect(covered).toHaveLength(45)
})

test('[F2] every situation of the code occurs, and only those', () => {
  const found = alleMomenten().flatMap((moment) => DOCUMENTEN.map((d) => situatieOf(d, moment)))

  expect([...new Set(found)].sort()).toEqual([...SITUATIES].sort())
})

test('[F6] without the cliënt every partner has what a partner who blijft has, to the end', () => {
  for (const overleg of alleOverleggen().filter((o) => !isMetClient(o))) {
    const zonder = { overleg, dicht: false, metClient: false, besloten: false }
    for (const document of DOCUMENTEN) {
      const blijft = toegangVoorKring('blijft', situatieOf(document, zonder))
      for (const keuze of KEUZES) {
        expect(toegangTotDocument(deelname('partner', keuze), document, zonder)).toBe(blijft)
      }
    }
  }
})

test('[T1] a partner about whom nothing was decided has no more than one who vertrekt', () => {
  for (const overleg of alleOverleggen()) {
    const stand = { overleg, dicht: false, metClient: true, besloten: false }
    for (const document of DOCUMENTEN) {
      expect(toegangTotDocument(PERSONEN.onbeslist, document, stand)).toBe(
        toegangTotDocument(PERSONEN.vertrekt, document, stand),
      )
    }
  }
})

test('[T2] who is at the table, and may see presence and its link', () => {
  const momenten: Overleg[] = [
    { status: 'gepland' },
    lopend('besluitvorming', 'vooroverleg'),
    lopend('besluitvorming', 'met-client'),
    { status: 'vastgesteld' },
    { status: 'afgebroken' },
  ]
  const table = Object.entries(PERSONEN).map(([naam, persoon]) => [
    naam,
    ...momenten.map((overleg) =>
      isAanTafel(persoon, { overleg, dicht: false, metClient: true, besloten: false }),
    ),
  ])

  // biome-ignore format: a table
  expect(table).toEqual([
    //                  gepland  vooroverleg  met-client  vastgesteld  afgebroken
    ['procesregisseur', true,    true,        true,       false,       false],
    ['casushouder',     true,    true,        true,       false,       false],
    ['blijft',          true,    true,        true,       false,       false],
    ['vertrekt',        true,    true,        false,      false,       false],
    ['onbeslist',       true,    true,        false,      false,       false],
  ])
})

test('[T5] back to the wachtkamer gives who left the table and both documents back', () => {
  const stand = {
    overleg: lopend(BES, 'vooroverleg'),
    dicht: false,
    metClient: true,
    besloten: false,
  }

  expect(isAanTafel(PERSONEN.vertrekt, stand)).toBe(true)
  expect(toegangTotDocument(PERSONEN.vertrekt, S, stand)).toBe('schrijven')
  expect(toegangTotDocument(PERSONEN.vertrekt, BES, stand)).toBe('schrijven')
})

test('[T8] dicht leaves the overleg itself to the procesregisseur alone', () => {
  for (const overleg of alleOverleggen()) {
    const stand = { overleg, dicht: true, metClient: true, besloten: false }
    const here = Object.entries(PERSONEN).filter(([, persoon]) => isZichtbaar(persoon, stand))
    expect(here.map(([naam]) => naam)).toEqual(['procesregisseur'])
  }
})

test('[T9] who is not toegelaten knows that there is an overleg, to sign for it, and is not at its table', () => {
  const stand = {
    overleg: lopend(B, 'vooroverleg'),
    dicht: false,
    metClient: true,
    besloten: false,
  }
  for (const rol of ROLLEN) {
    const buiten = { rol, keuze: 'blijft', toegelaten: false } as const
    expect(isZichtbaar(buiten, stand)).toBe(true)
    expect(isAanTafel(buiten, stand)).toBe(false)
    expect(toegangTotDocument(buiten, B, stand)).toBe('geen')
  }
})

test('[S3] an overleg that was broken off is no longer there for a partner', () => {
  const stand: Stand = {
    overleg: { status: 'afgebroken' },
    dicht: false,
    metClient: true,
    besloten: false,
  }
  const here = Object.entries(PERSONEN).filter(([, persoon]) => isZichtbaar(persoon, stand))

  expect(here.map(([naam]) => naam)).toEqual(['procesregisseur', 'casushouder'])
})

test('[S3] the same person gets another answer as soon as the overleg stands otherwise', () => {
  const answers = alleOverleggen().map((overleg) =>
    toegangTotDocument(PERSONEN.vertrekt, BES, {
      overleg,
      dicht: false,
      metClient: true,
      besloten: false,
    }),
  )

  // gepland, V, B, O, besluitvorming, besluitvorming met cliënt, vastgesteld, afgebroken
  expect(answers.join(' ')).toBe('geen geen geen geen schrijven geen geen geen')
})

type Moment = { overleg: Overleg; besloten: boolean }
type Cell = Moment & { document: Document }

function gevallen(): Record<string, Cell[]> {
  const gepland: Overleg = { status: 'gepland' }
  const vastgesteld: Overleg = { status: 'vastgesteld' }
  const [inV, inB, inO, inBes] = [lopend(V), lopend(B), lopend(O), lopend(BES)]
  const metClient = lopend(BES, 'met-client')
  const alleen = { overleg: metClient, besloten: true }
  return {
    'gepland: vraagstelling, beeldvorming': cells([gepland, [V, B]]),
    'gepland: the other three': cells([gepland, [O, S, BES]]),
    'lopend: fase still to come': cells([inV, [B, O, S, BES]], [inB, [O, S, BES]], [inO, [BES]]),
    'lopend: current fase V, B or O': cells([inV, [V]], [inB, [B]], [inO, [O]]),
    'lopend: past fase': cells(
      [inB, [V]],
      [inO, [V, B]],
      [inBes, [V, B, O]],
      [metClient, [V, B, O]],
      [alleen, [V, B, O]],
    ),
    'samenvatting, before T2': cells([inO, [S]], [inBes, [S]]),
    'samenvatting, from T2': cells([metClient, [S]]),
    'samenvatting, besloten tijd': cells([alleen, [S]]),
    'besluitvorming, before T2': cells([inBes, [BES]]),
    'besluitvorming, from T2': cells([metClient, [BES]]),
    'besluitvorming, besloten tijd': cells([alleen, [BES]]),
    'vastgesteld: V, B, O': cells([vastgesteld, [V, B, O]]),
    'vastgesteld: samenvatting, besluitvorming': cells([vastgesteld, [S, BES]]),
    afgebroken: cells([{ status: 'afgebroken' }, [V, B, O, S, BES]]),
  }
}

function cells(...pairs: [Overleg | Moment, Document[]][]): Cell[] {
  return pairs.flatMap(([moment, documents]) =>
    documents.map((document) => ({
      ...('besloten' in moment ? moment : { overleg: moment, besloten: false }),
      document,
    })),
  )
}

/** One row: what each column has. Where the cells of a row differ, both answers are in it, and the table above is wrong. */
function rowOf(row: Cell[]): string[] {
  const columns = [
    PERSONEN.procesregisseur,
    PERSONEN.casushouder,
    PERSONEN.blijft,
    PERSONEN.vertrekt,
  ]
  return [
    ...columns.map((persoon) =>
      one(
        row.map(({ document, ...moment }) =>
          toegangTotDocument(persoon, document, { ...moment, dicht: false, metClient: true }),
        ),
      ),
    ),
    one(row.map(clientColumn)),
  ]
}

function clientColumn({ document, ...moment }: Cell): string {
  const weergave = clientweergaveOf(BINNEN, { ...moment, dicht: false, metClient: true })
  const ziet = (document === S || document === BES) && (weergave === 'tafel' || weergave === 'plan')
  return toegangVoorKring('clientzijde', situatieOf(document, moment)) + (ziet ? ', P' : '')
}

function one(answers: string[]): string {
  return [...new Set(answers)].join(' of ')
}

function nameOf({ document, ...moment }: Cell): string {
  return `${JSON.stringify(moment)} ${document}`
}

function alleOverleggen(): Overleg[] {
  return [
    { status: 'gepland' },
    ...FASEN.map((fase) => lopend(fase)),
    lopend('besluitvorming', 'met-client'),
    { status: 'vastgesteld' },
    { status: 'afgebroken' },
  ]
}

function alleMomenten(): Moment[] {
  const overleg = lopend('besluitvorming', 'met-client')
  return [
    ...alleOverleggen().map((overleg) => ({ overleg, besloten: false })),
    { overleg, besloten: true },
  ]
}

function lopend(fase: Fase, tafel: Tafel = 'vooroverleg'): Overleg {
  return { status: 'lopend', fase, tafel }
}

function isMetClient(overleg: Overleg): boolean {
  return overleg.status === 'lopend' && overleg.tafel === 'met-client'
}

function deelname(rol: Deelname['rol'], keuze: Deelname['keuze']): Deelname {
  return { rol, keuze, toegelaten: true }
}
