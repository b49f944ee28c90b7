import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Conceptactie, parseConceptactie } from './actie.ts'
import {
  advanceFase,
  breakOffOverleg,
  FASEN,
  type Fase,
  type LopendOverleg,
  type Overleg,
  reopenFase,
  startOverleg,
} from './fase.ts'
import { checkVaststellen } from './plan.ts'
import { accept } from './result.ts'
import { clientweergaveOf, seatClient, unseatClient } from './tafel.ts'
import type { Stand } from './toegang.ts'

// The life of an overleg as the commands lead it, in any order and from any screen.

const SOORTEN = [
  'start',
  'advance',
  'reopen',
  'seat',
  'unseat',
  'vaststellen',
  'break off',
] as const
type Soort = (typeof SOORTEN)[number]
type Stap = { soort: Soort; from: Fase; inOrde: boolean }
type Gang = { van: Overleg; stap: Stap; naar: Overleg }

const ACTIE: Conceptactie | null = parseConceptactie({
  id: '7b0c9a52-5f0e-4d3a-9d5e-2f1f6f0a1c11',
  wat: 'Aanvragen van een briefadres',
  wie: 'client',
  wanneer: '2026-12-08',
})

test('[F1] an overleg reaches these moments and no others', () => {
  expect(reachable({ metClient: true }).map(nameOf).sort()).toEqual([
    'afgebroken',
    'beeldvorming vooroverleg',
    'besluitvorming met-client',
    'besluitvorming vooroverleg',
    'gepland',
    'oordeelsvorming vooroverleg',
    'vastgesteld',
    'vraagstelling vooroverleg',
  ])
})

test('[F6] an overleg without the cliënt reaches vastgesteld, and never a table with the cliënt', () => {
  const moments = reachable({ metClient: false }).map(nameOf)

  expect(moments).toContain('vastgesteld')
  expect(moments).not.toContain('besluitvorming met-client')
})

test('[F1] whatever people press, no fase is ever skipped', () => {
  walks(({ van, stap, naar }) => {
    const step = indexOf(naar) - indexOf(van)
    if (naar.status !== 'lopend') return true
    if (van.status === 'gepland') return naar.fase === 'vraagstelling'
    if (stap.soort === 'advance') return step === 0 || step === 1
    if (stap.soort === 'reopen') return step === 0 || step === -1
    return step === 0
  })
})

test('[F1] whatever people press, an overleg moves only from the fase that was on the screen', () => {
  walks(({ van, stap, naar }) => {
    const moved = van.status === 'lopend' && naar.status === 'lopend' && van.fase !== naar.fase
    return !moved || van.fase === stap.from
  })
})

test('[T2] whatever people press, the cliënt is at the table in besluitvorming alone, and came there by one action', () => {
  walks(({ van, stap, naar }) => {
    if (!isMetClient(naar)) return true
    return naar.fase === 'besluitvorming' && (isMetClient(van) || stap.soort === 'seat')
  })
})

test('[F3] whatever people press, no fase is reopened with the cliënt at the table', () => {
  walks(({ van, stap, naar }) => !isMetClient(van) || stap.soort !== 'reopen' || naar === van)
})

test('[P1] whatever people press, vastgesteld and afgebroken are the end', () => {
  walks(
    ({ van, naar }) =>
      (van.status !== 'vastgesteld' && van.status !== 'afgebroken') || naar === van,
  )
})

test('[F4] whatever people press, no step is made that lacks what it needs', () => {
  const NODIG: Soort[] = ['reopen', 'seat', 'vaststellen', 'break off']
  walks(({ van, stap, naar }) => stap.inOrde || !NODIG.includes(stap.soort) || naar === van)
})

test('[T3] whatever people press, a browser of the client side sees the table only when the cliënt sits at it', () => {
  walks(({ naar }) => {
    const stand = { overleg: naar, dicht: false, metClient: true, besloten: false }
    return (
      clientweergaveOf({ toegelaten: true, metPin: true, weggestuurd: false }, stand) !== 'tafel' ||
      isMetClient(naar)
    )
  })
})

/** What one step makes of an overleg; what is refused leaves it as it is. `inOrde`: what the step needs is there. */
function apply(stand: Stand, { soort, from, inOrde }: Stap): Overleg {
  const { overleg } = stand
  const reden = inOrde ? 'Nieuwe informatie' : ' '
  const acties = ACTIE && inOrde ? [ACTIE] : []
  const results = {
    start: () => startOverleg(overleg),
    advance: () => advanceFase(overleg, { from, heeftVraag: inOrde }),
    reopen: () => reopenFase(overleg, { from, reden }),
    seat: () => seatClient(stand, { deelnemers: [], heeftSamenvatting: inOrde, wachtenden: 1 }),
    unseat: () => unseatClient(overleg),
    'break off': () => breakOffOverleg(overleg, reden),
    vaststellen: () => {
      const checked = checkVaststellen(stand, { casushouder: { aanvaard: true }, acties })
      return checked.ok ? accept<Overleg>({ status: 'vastgesteld' }) : checked
    },
  }
  const result = results[soort]()
  return result.ok ? Object.freeze(result.value) : overleg
}

/** Every moment that any row of steps leads to, from gepland. */
function reachable({ metClient }: { metClient: boolean }): Overleg[] {
  const found = new Map<string, Overleg>([['gepland', { status: 'gepland' }]])
  // A Map also hands out what is added while it is read.
  for (const overleg of found.values()) {
    for (const stap of alleStappen()) {
      const naar = apply({ overleg, dicht: false, metClient, besloten: false }, stap)
      if (!found.has(nameOf(naar))) found.set(nameOf(naar), naar)
    }
  }
  return [...found.values()]
}

function alleStappen(): Stap[] {
  return SOORTEN.flatMap((soort) =>
    FASEN.flatMap((from) => [true, false].map((inOrde) => ({ soort, from, inOrde }))),
  )
}

/** Holds a property against every step of random walks; breaking off is rare, or no walk would get far. */
function walks(property: (gang: Gang) => boolean) {
  const vaak = SOORTEN.filter((soort) => soort !== 'break off')
  const stap: fc.Arbitrary<Stap> = fc.record({
    soort: fc.oneof(
      { weight: 40, arbitrary: fc.constantFrom<Soort>(...vaak) },
      { weight: 1, arbitrary: fc.constant<Soort>('break off') },
    ),
    from: fc.constantFrom(...FASEN),
    inOrde: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(stap, { maxLength: 120, size: 'max' }),
      fc.boolean(),
      (stappen, metClient) => {
        let van: Overleg = Object.freeze({ status: 'gepland' })
        return stappen.every((stap) => {
          const gang = {
            van,
            stap,
            naar: apply({ overleg: van, dicht: false, metClient, besloten: false }, stap),
          }
          van = gang.naar
          return property(gang)
        })
      },
    ),
    { numRuns: 400 },
  )
}

function isMetClient(overleg: Overleg): overleg is LopendOverleg {
  return overleg.status === 'lopend' && overleg.tafel === 'met-client'
}

function indexOf(overleg: Overleg): number {
  return overleg.status === 'lopend' ? FASEN.indexOf(overleg.fase) : -1
}

function nameOf(overleg: Overleg): string {
  return overleg.status === 'lopend' ? `${overleg.fase} ${overleg.tafel}` : overleg.status
}
