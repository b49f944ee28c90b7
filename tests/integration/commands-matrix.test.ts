import { expect, test } from 'vitest'
import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { doe, HANDELINGNAMEN } from '../helpers/handelingen.ts'
import {
  ALLE_MOMENTEN,
  dumpDatabase,
  type Moment,
  seedTafel,
  type Tafel,
} from '../helpers/seed-tafel.ts'

const WIE = ['procesregisseur', 'casushouder', 'blijft', 'vertrekt'] as const

// ja: done; nee: not for this person; –: not there for this person; otherwise what is in the way.
const MATRIX = `
procesregisseur              gepland                   vraagstelling              vooroverleg                met cliënt                dicht                      vastgesteld            afgebroken                besloten tijd
verplaatsen                  ja                        ja                         ja                         client-zit-aan-tafel      ja                         overleg-niet-lopend    overleg-niet-lopend       client-zit-aan-tafel
links zetten                 ja                        ja                         ja                         ja                        ja                         overleg-niet-lopend    overleg-niet-lopend       ja
deelnemer toevoegen          ja                        ja                         ja                         ja                        ja                         overleg-niet-lopend    overleg-niet-lopend       ja
deelnemer verwijderen        ja                        ja                         ja                         ja                        ja                         overleg-niet-lopend    overleg-niet-lopend       ja
taak opschrijven             ja                        ja                         ja                         ja                        ja                         overleg-niet-lopend    overleg-niet-lopend       ja
cliëntzijde toevoegen        ja                        ja                         ja                         ja                        ja                         overleg-niet-lopend    overleg-niet-lopend       ja
taal van de cliëntzijde      ja                        ja                         ja                         ja                        ja                         ja                     overleg-niet-lopend       ja
cliëntzijde verwijderen      ja                        ja                         ja                         client-zit-aan-tafel      ja                         overleg-niet-lopend    overleg-niet-lopend       client-zit-aan-tafel
verklaring tekenen           ja                        ja                         ja                         ja                        ja                         ja                     ja                        ja
starten                      ja                        overleg-niet-gepland       overleg-niet-gepland       overleg-niet-gepland      overleg-dicht              overleg-niet-gepland   overleg-niet-gepland      overleg-niet-gepland
fase afronden                overleg-niet-lopend       ja                         laatste-fase               laatste-fase              overleg-dicht              overleg-niet-lopend    overleg-niet-lopend       laatste-fase
fase heropenen               overleg-niet-lopend       eerste-fase                ja                         client-zit-aan-tafel      overleg-dicht              overleg-niet-lopend    overleg-niet-lopend       client-zit-aan-tafel
tijd zetten                  overleg-niet-lopend       ja                         ja                         ja                        overleg-dicht              overleg-niet-lopend    overleg-niet-lopend       ja
keuze zetten                 ja                        ja                         ja                         ja                        ja                         overleg-niet-lopend    overleg-niet-lopend       ja
casushouder voordragen       ja                        ja                         ja                         ja                        overleg-dicht              overleg-niet-lopend    overleg-niet-lopend       ja
casushouderschap aanvaarden  nee                       nee                        nee                        nee                       nee                        nee                    nee                       nee
cliënt aan tafel             overleg-niet-lopend       nog-geen-besluitvorming    ja                         client-zit-aan-tafel      overleg-dicht              overleg-niet-lopend    overleg-niet-lopend       client-zit-aan-tafel
nog een scherm toelaten      overleg-niet-lopend       client-zit-niet-aan-tafel  client-zit-niet-aan-tafel  ja                        overleg-dicht              ja                     overleg-niet-lopend       besloten-tijd-loopt
terug naar de wachtkamer     overleg-niet-lopend       client-zit-niet-aan-tafel  client-zit-niet-aan-tafel  ja                        client-zit-niet-aan-tafel  overleg-niet-lopend    overleg-niet-lopend       ja
besloten tijd geven          overleg-niet-lopend       client-zit-niet-aan-tafel  client-zit-niet-aan-tafel  ja                        overleg-dicht              overleg-niet-lopend    overleg-niet-lopend       besloten-tijd-loopt
besloten tijd beëindigen     besloten-tijd-voorbij     besloten-tijd-voorbij      besloten-tijd-voorbij      besloten-tijd-voorbij     overleg-dicht              besloten-tijd-voorbij  besloten-tijd-voorbij     ja
inbreng klaarzetten          nee                       nee                        nee                        nee                       nee                        nee                    nee                       nee
inbreng vragen               nee                       nee                        nee                        nee                       nee                        nee                    nee                       nee
inbreng weggooien            nee                       nee                        nee                        nee                       nee                        nee                    nee                       nee
dicht nu                     ja                        ja                         ja                         ja                        overleg-dicht              ja                     ja                        ja
weer openen                  overleg-niet-dicht        overleg-niet-dicht         overleg-niet-dicht         overleg-niet-dicht        ja                         overleg-niet-dicht     overleg-niet-dicht        overleg-niet-dicht
afbreken                     ja                        ja                         ja                         ja                        ja                         overleg-niet-lopend    overleg-niet-lopend       ja
vaststellen                  overleg-niet-lopend       nog-geen-besluitvorming    ja                         ja                        overleg-dicht              overleg-niet-lopend    overleg-niet-lopend       besloten-tijd-loopt
actie bijwerken              overleg-niet-vastgesteld  overleg-niet-vastgesteld   overleg-niet-vastgesteld   overleg-niet-vastgesteld  overleg-niet-vastgesteld   nee                    overleg-niet-vastgesteld  overleg-niet-vastgesteld
aanvulling indienen          ja                        ja                         ja                         ja                        ja                         ja                     ja                        ja
zonder cliënt voorstellen    ja                        overleg-niet-gepland       overleg-niet-gepland       overleg-niet-gepland      overleg-dicht              overleg-niet-gepland   overleg-niet-gepland      overleg-niet-gepland
voorstel intrekken           voorstel-beantwoord       overleg-niet-gepland       overleg-niet-gepland       overleg-niet-gepland      overleg-dicht              overleg-niet-gepland   overleg-niet-gepland      overleg-niet-gepland
voorstel bevestigen          nee                       nee                        nee                        nee                       nee                        nee                    nee                       nee
voorstel weigeren            nee                       nee                        nee                        nee                       nee                        nee                    nee                       nee
zeggen of ik kom             nee                       nee                        nee                        nee                       nee                        nee                    nee                       nee
een collega sturen           nee                       nee                        nee                        nee                       nee                        nee                    nee                       nee
hand opsteken                overleg-niet-lopend       ja                         ja                         ja                        overleg-dicht              overleg-niet-lopend    overleg-niet-lopend       ja

casushouder                  gepland                   vraagstelling             vooroverleg               met cliënt                dicht  vastgesteld           afgebroken                besloten tijd
verplaatsen                  nee                       nee                       nee                       nee                       –      nee                   nee                       nee
links zetten                 nee                       nee                       nee                       nee                       –      nee                   nee                       nee
deelnemer toevoegen          nee                       nee                       nee                       nee                       –      nee                   nee                       nee
deelnemer verwijderen        nee                       nee                       nee                       nee                       –      nee                   nee                       nee
taak opschrijven             nee                       nee                       nee                       nee                       –      nee                   nee                       nee
cliëntzijde toevoegen        nee                       nee                       nee                       nee                       –      nee                   nee                       nee
taal van de cliëntzijde      nee                       nee                       nee                       nee                       –      nee                   nee                       nee
cliëntzijde verwijderen      nee                       nee                       nee                       nee                       –      nee                   nee                       nee
verklaring tekenen           ja                        ja                        ja                        ja                        –      ja                    ja                        ja
starten                      nee                       nee                       nee                       nee                       –      nee                   nee                       nee
fase afronden                nee                       nee                       nee                       nee                       –      nee                   nee                       nee
fase heropenen               nee                       nee                       nee                       nee                       –      nee                   nee                       nee
tijd zetten                  nee                       nee                       nee                       nee                       –      nee                   nee                       nee
keuze zetten                 ja                        ja                        ja                        nee                       –      overleg-niet-lopend   overleg-niet-lopend       nee
casushouder voordragen       ja                        ja                        ja                        nee                       –      overleg-niet-lopend   overleg-niet-lopend       nee
casushouderschap aanvaarden  ja                        ja                        ja                        ja                        –      overleg-niet-lopend   overleg-niet-lopend       ja
cliënt aan tafel             nee                       nee                       nee                       nee                       –      nee                   nee                       nee
nog een scherm toelaten      nee                       nee                       nee                       nee                       –      nee                   nee                       nee
terug naar de wachtkamer     nee                       nee                       nee                       nee                       –      nee                   nee                       nee
besloten tijd geven          nee                       nee                       nee                       nee                       –      nee                   nee                       nee
besloten tijd beëindigen     nee                       nee                       nee                       nee                       –      nee                   nee                       nee
inbreng klaarzetten          ja                        ja                        ja                        ja                        –      overleg-niet-lopend   overleg-niet-lopend       ja
inbreng vragen               –                         –                         –                         –                         –      –                     –                         –
inbreng weggooien            –                         –                         –                         –                         –      –                     –                         –
dicht nu                     nee                       nee                       nee                       nee                       –      nee                   nee                       nee
weer openen                  nee                       nee                       nee                       nee                       –      nee                   nee                       nee
afbreken                     nee                       nee                       nee                       nee                       –      nee                   nee                       nee
vaststellen                  nee                       nee                       nee                       nee                       –      nee                   nee                       nee
actie bijwerken              overleg-niet-vastgesteld  overleg-niet-vastgesteld  overleg-niet-vastgesteld  overleg-niet-vastgesteld  –      ja                    overleg-niet-vastgesteld  overleg-niet-vastgesteld
aanvulling indienen          ja                        ja                        ja                        ja                        –      ja                    ja                        ja
zonder cliënt voorstellen    nee                       nee                       nee                       nee                       –      nee                   nee                       nee
voorstel intrekken           nee                       nee                       nee                       nee                       –      nee                   nee                       nee
voorstel bevestigen          voorstel-beantwoord       overleg-niet-gepland      overleg-niet-gepland      overleg-niet-gepland      –      overleg-niet-gepland  overleg-niet-gepland      overleg-niet-gepland
voorstel weigeren            voorstel-beantwoord       overleg-niet-gepland      overleg-niet-gepland      overleg-niet-gepland      –      overleg-niet-gepland  overleg-niet-gepland      overleg-niet-gepland
zeggen of ik kom             ja                        overleg-niet-gepland      overleg-niet-gepland      overleg-niet-gepland      –      overleg-niet-gepland  overleg-niet-gepland      overleg-niet-gepland
een collega sturen           nee                       nee                       nee                       nee                       –      nee                   nee                       nee
hand opsteken                overleg-niet-lopend       ja                        ja                        ja                        –      overleg-niet-lopend   overleg-niet-lopend       ja

blijft                       gepland                   vraagstelling              vooroverleg                met cliënt                dicht  vastgesteld           afgebroken  besloten tijd
verplaatsen                  nee                       nee                        nee                        nee                       –      nee                   –           nee
links zetten                 nee                       nee                        nee                        nee                       –      nee                   –           nee
deelnemer toevoegen          nee                       nee                        nee                        nee                       –      nee                   –           nee
deelnemer verwijderen        nee                       nee                        nee                        nee                       –      nee                   –           nee
taak opschrijven             nee                       nee                        nee                        nee                       –      nee                   –           nee
cliëntzijde toevoegen        nee                       nee                        nee                        nee                       –      nee                   –           nee
taal van de cliëntzijde      nee                       nee                        nee                        nee                       –      nee                   –           nee
cliëntzijde verwijderen      nee                       nee                        nee                        nee                       –      nee                   –           nee
verklaring tekenen           ja                        ja                         ja                         ja                        –      ja                    –           ja
starten                      nee                       nee                        nee                        nee                       –      nee                   –           nee
fase afronden                nee                       nee                        nee                        nee                       –      nee                   –           nee
fase heropenen               nee                       nee                        nee                        nee                       –      nee                   –           nee
tijd zetten                  nee                       nee                        nee                        nee                       –      nee                   –           nee
keuze zetten                 ja                        ja                         ja                         nee                       –      overleg-niet-lopend   –           nee
casushouder voordragen       nee                       nee                        nee                        nee                       –      nee                   –           nee
casushouderschap aanvaarden  nee                       nee                        nee                        nee                       –      nee                   –           nee
cliënt aan tafel             nee                       nee                        nee                        nee                       –      nee                   –           nee
nog een scherm toelaten      nee                       nee                        nee                        nee                       –      nee                   –           nee
terug naar de wachtkamer     nee                       nee                        nee                        nee                       –      nee                   –           nee
besloten tijd geven          nee                       nee                        nee                        nee                       –      nee                   –           nee
besloten tijd beëindigen     nee                       nee                        nee                        nee                       –      nee                   –           nee
inbreng klaarzetten          ja                        ja                         ja                         ja                        –      overleg-niet-lopend   –           ja
inbreng vragen               overleg-niet-lopend       client-zit-niet-aan-tafel  client-zit-niet-aan-tafel  ja                        –      –                     –           besloten-tijd-loopt
inbreng weggooien            ja                        ja                         ja                         ja                        –      –                     –           ja
dicht nu                     nee                       nee                        nee                        nee                       –      nee                   –           nee
weer openen                  nee                       nee                        nee                        nee                       –      nee                   –           nee
afbreken                     nee                       nee                        nee                        nee                       –      nee                   –           nee
vaststellen                  nee                       nee                        nee                        nee                       –      nee                   –           nee
actie bijwerken              overleg-niet-vastgesteld  overleg-niet-vastgesteld   overleg-niet-vastgesteld   overleg-niet-vastgesteld  –      ja                    –           overleg-niet-vastgesteld
aanvulling indienen          ja                        ja                         ja                         ja                        –      ja                    –           ja
zonder cliënt voorstellen    nee                       nee                        nee                        nee                       –      nee                   –           nee
voorstel intrekken           nee                       nee                        nee                        nee                       –      nee                   –           nee
voorstel bevestigen          nee                       nee                        nee                        nee                       –      nee                   –           nee
voorstel weigeren            nee                       nee                        nee                        nee                       –      nee                   –           nee
zeggen of ik kom             ja                        overleg-niet-gepland       overleg-niet-gepland       overleg-niet-gepland      –      overleg-niet-gepland  –           overleg-niet-gepland
een collega sturen           ja                        overleg-niet-gepland       overleg-niet-gepland       overleg-niet-gepland      –      overleg-niet-gepland  –           overleg-niet-gepland
hand opsteken                overleg-niet-lopend       ja                         ja                         ja                        –      overleg-niet-lopend   –           ja

vertrekt                     gepland                   vraagstelling             vooroverleg               met cliënt                dicht  vastgesteld           afgebroken  besloten tijd
verplaatsen                  nee                       nee                       nee                       nee                       –      nee                   –           nee
links zetten                 nee                       nee                       nee                       nee                       –      nee                   –           nee
deelnemer toevoegen          nee                       nee                       nee                       nee                       –      nee                   –           nee
deelnemer verwijderen        nee                       nee                       nee                       nee                       –      nee                   –           nee
taak opschrijven             nee                       nee                       nee                       nee                       –      nee                   –           nee
cliëntzijde toevoegen        nee                       nee                       nee                       nee                       –      nee                   –           nee
taal van de cliëntzijde      nee                       nee                       nee                       nee                       –      nee                   –           nee
cliëntzijde verwijderen      nee                       nee                       nee                       nee                       –      nee                   –           nee
verklaring tekenen           ja                        ja                        ja                        ja                        –      ja                    –           ja
starten                      nee                       nee                       nee                       nee                       –      nee                   –           nee
fase afronden                nee                       nee                       nee                       nee                       –      nee                   –           nee
fase heropenen               nee                       nee                       nee                       nee                       –      nee                   –           nee
tijd zetten                  nee                       nee                       nee                       nee                       –      nee                   –           nee
keuze zetten                 ja                        ja                        ja                        nee                       –      overleg-niet-lopend   –           nee
casushouder voordragen       nee                       nee                       nee                       nee                       –      nee                   –           nee
casushouderschap aanvaarden  nee                       nee                       nee                       nee                       –      nee                   –           nee
cliënt aan tafel             nee                       nee                       nee                       nee                       –      nee                   –           nee
nog een scherm toelaten      nee                       nee                       nee                       nee                       –      nee                   –           nee
terug naar de wachtkamer     nee                       nee                       nee                       nee                       –      nee                   –           nee
besloten tijd geven          nee                       nee                       nee                       nee                       –      nee                   –           nee
besloten tijd beëindigen     nee                       nee                       nee                       nee                       –      nee                   –           nee
inbreng klaarzetten          ja                        ja                        ja                        inbreng-vertrekt          –      overleg-niet-lopend   –           inbreng-vertrekt
inbreng vragen               –                         –                         –                         –                         –      –                     –           –
inbreng weggooien            –                         –                         –                         –                         –      –                     –           –
dicht nu                     nee                       nee                       nee                       nee                       –      nee                   –           nee
weer openen                  nee                       nee                       nee                       nee                       –      nee                   –           nee
afbreken                     nee                       nee                       nee                       nee                       –      nee                   –           nee
vaststellen                  nee                       nee                       nee                       nee                       –      nee                   –           nee
actie bijwerken              overleg-niet-vastgesteld  overleg-niet-vastgesteld  overleg-niet-vastgesteld  overleg-niet-vastgesteld  –      –                     –           overleg-niet-vastgesteld
aanvulling indienen          ja                        ja                        ja                        ja                        –      ja                    –           ja
zonder cliënt voorstellen    nee                       nee                       nee                       nee                       –      nee                   –           nee
voorstel intrekken           nee                       nee                       nee                       nee                       –      nee                   –           nee
voorstel bevestigen          nee                       nee                       nee                       nee                       –      nee                   –           nee
voorstel weigeren            nee                       nee                       nee                       nee                       –      nee                   –           nee
zeggen of ik kom             ja                        overleg-niet-gepland      overleg-niet-gepland      overleg-niet-gepland      –      overleg-niet-gepland  –           overleg-niet-gepland
een collega sturen           –                         overleg-niet-gepland      overleg-niet-gepland      overleg-niet-gepland      –      overleg-niet-gepland  –           overleg-niet-gepland
hand opsteken                overleg-niet-lopend       ja                        ja                        nee                       –      overleg-niet-lopend   –           nee
`

test('who may do what, at every moment of an overleg, is this table [F1] [F3] [T1] [T2] [T5] [T8] [P3] [F7] [F8] [K4] [K5]', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafels = new Map<Moment, Tafel>()

  const tabellen: string[] = []
  for (const wie of WIE) {
    const rijen: string[][] = [[wie, ...ALLE_MOMENTEN]]
    for (const handeling of HANDELINGNAMEN) {
      const rij: string[] = [handeling]
      for (const moment of ALLE_MOMENTEN) {
        const tafel = tafels.get(moment) ?? (await seedTafel(sql, moment))
        const result = await doe(sql, { handeling, tafel, moment, gebruikerId: tafel.ids[wie] })
        // What was allowed changed the table: the next question is asked at a new one.
        if (result.ok) tafels.delete(moment)
        else tafels.set(moment, tafel)
        rij.push(antwoord(result))
      }
      rijen.push(rij)
    }
    tabellen.push(tabel(rijen))
  }

  expect(`\n${tabellen.join('\n\n')}\n`).toBe(MATRIX)
}, 120_000)

test('what is refused changes nothing, in no table of the database', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const geweigerd = leesMatrix().filter(({ cel }) => cel !== 'ja')
  expect(geweigerd.length).toBeGreaterThan(500)

  for (const moment of ALLE_MOMENTEN) {
    const tafel = await seedTafel(sql, moment)
    const before = await dumpDatabase(sql)
    for (const { wie, handeling } of geweigerd.filter((rij) => rij.moment === moment)) {
      const result = await doe(sql, { handeling, tafel, moment, gebruikerId: tafel.ids[wie] })
      expect(result.ok, `${wie}: ${handeling}, ${moment}`).toBe(false)
    }
    expect(await dumpDatabase(sql)).toBe(before)
  }
}, 120_000)

test('[T9] who is not admitted can sign the verklaring and do nothing else', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  for (const moment of ALLE_MOMENTEN) {
    const tafel = await seedTafel(sql, moment)
    const gebruikerId = tafel.ids['zonder-convenant']
    const onzichtbaar = moment === 'dicht' || moment === 'afgebroken'
    const before = await dumpDatabase(sql)
    for (const handeling of HANDELINGNAMEN.filter((naam) => naam !== 'verklaring tekenen')) {
      expect(await doe(sql, { handeling, tafel, moment, gebruikerId }), handeling).toEqual({
        ok: false,
        refusal: { code: onzichtbaar ? 'niet-gevonden' : 'verklaring-ontbreekt' },
      })
    }
    expect(await dumpDatabase(sql)).toBe(before)
    const getekend = await doe(sql, { handeling: 'verklaring tekenen', tafel, moment, gebruikerId })
    expect(getekend.ok).toBe(!onzichtbaar)
  }
}, 120_000)

test('for who is no deelnemer an overleg does not exist, whatever he does elsewhere', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const elders = await seedTafel(sql, 'vooroverleg')
  const buitenstaanders = [
    elders.ids.procesregisseur,
    elders.ids.casushouder,
    elders.nieuw,
    '',
    'geen-uuid',
    '\0',
  ]
  for (const moment of ALLE_MOMENTEN) {
    const tafel = await seedTafel(sql, moment)
    const before = await dumpDatabase(sql)
    for (const handeling of HANDELINGNAMEN) {
      for (const gebruikerId of buitenstaanders) {
        const result = await doe(sql, { handeling, tafel, moment, gebruikerId })
        expect(result).toEqual({ ok: false, refusal: { code: 'niet-gevonden' } })
      }
    }
    expect(await dumpDatabase(sql)).toBe(before)
  }
}, 120_000)

function antwoord(result: Result<unknown, Refusal>): string {
  if (result.ok) return 'ja'
  if (result.refusal.code === 'niet-bevoegd') return 'nee'
  return result.refusal.code === 'niet-gevonden' ? '–' : result.refusal.code
}

function tabel(rijen: string[][]): string {
  const breedtes = (rijen[0] ?? []).map((_, kolom) =>
    Math.max(...rijen.map((rij) => rij[kolom]?.length ?? 0)),
  )
  return rijen
    .map((rij) =>
      rij
        .map((cel, kolom) => cel.padEnd(breedtes[kolom] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function leesMatrix() {
  const tabellen = MATRIX.trim().split('\n\n')
  return tabellen.flatMap((tekst, index) =>
    tekst
      .split('\n')
      .slice(1)
      .flatMap((regel) => {
        const [naam, ...cellen] = regel.split(/ {2,}/)
        const handeling = HANDELINGNAMEN.find((bekend) => bekend === naam)
        const wie = WIE[index]
        if (!handeling || !wie) throw new Error(`No such row: ${regel}`)
        return ALLE_MOMENTEN.map((moment, kolom) => ({
          wie,
          handeling,
          moment,
          cel: cellen[kolom],
        }))
      }),
  )
}
