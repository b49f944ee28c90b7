import fc from 'fast-check'
import { test } from 'vitest'
import { CLIENTDOCUMENTEN, DOCUMENTEN, type Document } from './document.ts'
import { FASEN, type Overleg } from './fase.ts'
import { type Deelname, KEUZES, ROLLEN } from './rol.ts'
import { clientweergaveOf } from './tafel.ts'
import {
  isAanTafel,
  isZichtbaar,
  type Stand,
  situatieOf,
  TOEGANGEN,
  toegangTotDocument,
  toegangVoorKring,
} from './toegang.ts'

const overleggen: fc.Arbitrary<Overleg> = fc.oneof(
  fc.constantFrom<Overleg>(
    { status: 'gepland' },
    { status: 'vastgesteld' },
    { status: 'afgebroken' },
  ),
  // Also tafels that no command makes: rights must not depend on that.
  fc.record({
    status: fc.constant('lopend' as const),
    fase: fc.constantFrom(...FASEN),
    tafel: fc.constantFrom('vooroverleg' as const, 'met-client' as const),
  }),
)
const standen: fc.Arbitrary<Stand> = fc.record({
  overleg: overleggen,
  dicht: fc.boolean(),
  metClient: fc.boolean(),
  besloten: fc.boolean(),
})
const deelnames: fc.Arbitrary<Deelname> = fc.record({
  rol: fc.constantFrom(...ROLLEN),
  keuze: fc.constantFrom(...KEUZES),
  toegelaten: fc.boolean(),
})
const documenten = fc.constantFrom(...DOCUMENTEN)
const NIETS = { aanTafel: false, zichtbaar: false, toegang: 'geen' }

test('[S3] nobody outside the overleg ever has anything', () => {
  always(({ document, stand }) => isNiets(null, document, stand))
})

test('[S1] the client side never has anything on a document', () => {
  always(
    ({ document, stand }) =>
      toegangVoorKring('clientzijde', situatieOf(document, stand)) === 'geen',
  )
})

test('[F3] nobody writes a fase that is over', () => {
  always(({ deelname, document, stand }) => {
    const { overleg } = stand
    if (document === 'samenvatting') return true
    const over =
      overleg.status === 'lopend'
        ? FASEN.indexOf(document) < FASEN.indexOf(overleg.fase)
        : overleg.status !== 'gepland'
    return !over || toegangTotDocument(deelname, document, stand) !== 'schrijven'
  })
})

test('[P1] nobody writes anything once the plan is vastgesteld or the overleg afgebroken', () => {
  always(({ deelname, document, stand }) => {
    const over = stand.overleg.status === 'vastgesteld' || stand.overleg.status === 'afgebroken'
    return !over || toegangTotDocument(deelname, document, stand) !== 'schrijven'
  })
})

test('[F2] of the four fasen at most one can be written while an overleg runs', () => {
  always(({ deelname, stand }) => {
    if (stand.overleg.status !== 'lopend') return true
    const open = FASEN.filter((fase) => toegangTotDocument(deelname, fase, stand) === 'schrijven')
    return open.every((fase) => stand.overleg.status === 'lopend' && fase === stand.overleg.fase)
  })
})

test('[F2] nobody reads a fase that is still to come', () => {
  always(({ deelname, document, stand }) => {
    const { overleg } = stand
    if (overleg.status !== 'lopend' || document === 'samenvatting') return true
    const komt = FASEN.indexOf(document) > FASEN.indexOf(overleg.fase)
    return !komt || toegangTotDocument(deelname, document, stand) === 'geen'
  })
})

test('[T9] who is not toegelaten has nothing', () => {
  always(
    ({ deelname, document, stand }) =>
      deelname.toegelaten ||
      (toegangTotDocument(deelname, document, stand) === 'geen' && !isAanTafel(deelname, stand)),
  )
})

test('[T8] dicht leaves nothing to anybody but the procesregisseur', () => {
  always(({ deelname, document, stand }) => {
    if (deelname.rol === 'procesregisseur') return true
    return isNiets(deelname, document, { ...stand, dicht: true })
  })
})

test('[T8] dicht takes nothing from the procesregisseur and gives him nothing', () => {
  always(({ deelname, document, stand }) => {
    if (deelname.rol !== 'procesregisseur') return true
    return (
      toegangTotDocument(deelname, document, { ...stand, dicht: true }) ===
      toegangTotDocument(deelname, document, { ...stand, dicht: false })
    )
  })
})

test('[T2] who vertrekt has nothing of samenvatting and besluitvorming from T2 on, nor after it', () => {
  always(({ deelname, document, stand }) => {
    const { overleg } = stand
    const vanafT2 =
      stand.metClient &&
      (overleg.status === 'vastgesteld' ||
        overleg.status === 'afgebroken' ||
        (overleg.status === 'lopend' && overleg.tafel === 'met-client'))
    const vertrekt = deelname.rol === 'partner' && deelname.keuze !== 'blijft'
    if (!vanafT2 || !vertrekt || !isVoorClient(document)) return true
    return toegangTotDocument(deelname, document, stand) === 'geen' && !isAanTafel(deelname, stand)
  })
})

test('[T2] what a client side sees, nobody who vertrekt can read or write at that moment', () => {
  always(({ deelname, document, stand }) => {
    const ziet =
      clientweergaveOf({ toegelaten: true, metPin: true, weggestuurd: false }, stand) === 'tafel'
    const vertrekt = deelname.rol === 'partner' && deelname.keuze !== 'blijft' && stand.metClient
    if (!ziet || !vertrekt || !isVoorClient(document)) return true
    return toegangTotDocument(deelname, document, stand) === 'geen'
  })
})

test('[K4] while the cliënt is alone nobody writes what he reads', () => {
  always(({ deelname, document, stand }) => {
    const alleen = { ...stand, besloten: true }
    const { overleg } = alleen
    const ziet = overleg.status === 'lopend' && overleg.tafel === 'met-client'
    if (!ziet || !isVoorClient(document)) return true
    return toegangTotDocument(deelname, document, alleen) !== 'schrijven'
  })
})

test('[K4] besloten tijd takes writing alone: who could read still reads, and nobody gets anything by it', () => {
  always(({ deelname, document, stand }) => {
    const toegang = (besloten: boolean) =>
      toegangTotDocument(deelname, document, { ...stand, besloten })
    const eerder = toegang(false)
    const mag = eerder === 'schrijven' ? ['schrijven', 'lezen'] : [eerder]
    return (
      mag.includes(toegang(true)) &&
      isAanTafel(deelname, { ...stand, besloten: true }) ===
        isAanTafel(deelname, { ...stand, besloten: false })
    )
  })
})

test('[F6] a keuze means nothing in an overleg without the cliënt', () => {
  always(({ deelname, document, stand }) => {
    const zonder = { ...stand, metClient: false }
    const answers = KEUZES.map((keuze) =>
      toegangTotDocument({ ...deelname, keuze }, document, zonder),
    )
    return new Set(answers).size === 1
  })
})

test('[T1] who blijft has never less than who vertrekt, and procesregisseur and casushouder never less than who blijft', () => {
  always(({ document, stand }) => {
    const open = { ...stand, dicht: false }
    const rank = (rol: Deelname['rol'], keuze: Deelname['keuze']) =>
      TOEGANGEN.indexOf(toegangTotDocument({ rol, keuze, toegelaten: true }, document, open))
    const [regie, houder] = [rank('procesregisseur', 'blijft'), rank('casushouder', 'blijft')]
    const blijft = rank('partner', 'blijft')
    return regie === houder && regie >= blijft && blijft >= rank('partner', 'vertrekt')
  })
})

test('[S3] who has a document, has the overleg that it belongs to', () => {
  always(
    ({ deelname, document, stand }) =>
      toegangTotDocument(deelname, document, stand) === 'geen' || isZichtbaar(deelname, stand),
  )
})

type Case = { deelname: Deelname; document: Document; stand: Stand }

function always(property: (value: Case) => boolean) {
  fc.assert(
    fc.property(fc.record({ deelname: deelnames, document: documenten, stand: standen }), property),
    { numRuns: 2000 },
  )
}

function isNiets(deelname: Deelname | null, document: Document, stand: Stand): boolean {
  const has = {
    aanTafel: isAanTafel(deelname, stand),
    zichtbaar: isZichtbaar(deelname, stand),
    toegang: toegangTotDocument(deelname, document, stand),
  }
  return JSON.stringify(has) === JSON.stringify(NIETS)
}

function isVoorClient(document: Document): boolean {
  return CLIENTDOCUMENTEN.some((voorClient) => voorClient === document)
}
