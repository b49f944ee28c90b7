import { expect, test } from 'vitest'
import { BEVOEGDHEDEN, checkBevoegd, type Handeling, isBevoegd, KEUZES, ROLLEN } from './rol.ts'

test('[F1] the table of bevoegdheden, whole: what each rol may do to an overleg', () => {
  const table = Object.entries(BEVOEGDHEDEN).map(([handeling, rollen]) => [
    handeling,
    ...ROLLEN.map((rol) => (rollen.some((bevoegd) => bevoegd === rol) ? 'ja' : '-')),
  ])

  // biome-ignore format: a table
  expect(table).toEqual([
    //                              procesregisseur  casushouder  partner
    ['overleg-starten',             'ja',            '-',         '-'],
    ['overleg-verplaatsen',         'ja',            '-',         '-'],
    ['overleg-afbreken',            'ja',            '-',         '-'],
    ['deelnemers-beheren',          'ja',            '-',         '-'],
    ['client-uitnodigen',           'ja',            '-',         '-'],
    ['afweging-voorstellen',        'ja',            '-',         '-'],
    ['fase-afronden',               'ja',            '-',         '-'],
    ['fase-heropenen',              'ja',            '-',         '-'],
    ['tijd-zetten',                 'ja',            '-',         '-'],
    ['wachtkamer-zien',             'ja',            '-',         '-'],
    ['client-aan-tafel',            'ja',            '-',         '-'],
    ['terug-naar-wachtkamer',       'ja',            '-',         '-'],
    ['besloten-tijd-geven',         'ja',            '-',         '-'],
    ['besloten-tijd-beeindigen',    'ja',            '-',         '-'],
    ['meekijken',                   'ja',            '-',         '-'],
    ['dicht-nu',                    'ja',            '-',         '-'],
    ['weer-openen',                 'ja',            '-',         '-'],
    ['vaststellen',                 'ja',            '-',         '-'],
    ['bewaartermijn-zien',          'ja',            '-',         '-'],
    ['dossier-downloaden',          'ja',            '-',         '-'],
    ['verzoeken-zien',              'ja',            'ja',        '-'],
    ['verzoek-beantwoorden',        '-',             'ja',        '-'],
    ['keuze-zetten',                'ja',            'ja',        'ja'],
    ['casushouder-voordragen',      'ja',            'ja',        '-'],
    ['casushouderschap-aanvaarden', '-',             'ja',        '-'],
    ['inbreng-klaarzetten',         '-',             'ja',        'ja'],
    ['afweging-beantwoorden',       '-',             'ja',        '-'],
    ['afspraak-beantwoorden',       '-',             'ja',        'ja'],
    ['collega-sturen',              '-',             '-',         'ja'],
    ['hand-opsteken',               'ja',            'ja',        'ja'],
  ])
})

test('[F1] a command asks the same table as the screen', () => {
  for (const handeling of handelingen()) {
    for (const rol of ROLLEN) {
      for (const keuze of KEUZES) {
        const deelname = { rol, keuze, toegelaten: true }
        expect(checkBevoegd(deelname, handeling)).toEqual(
          isBevoegd(rol, handeling)
            ? { ok: true, value: deelname }
            : { ok: false, refusal: { code: 'niet-bevoegd' } },
        )
      }
    }
  }
})

test('[T9] who is not toegelaten may do nothing, whatever his rol', () => {
  for (const handeling of handelingen()) {
    for (const rol of ROLLEN) {
      const deelname = { rol, keuze: 'blijft', toegelaten: false } as const
      expect(checkBevoegd(deelname, handeling)).toEqual({
        ok: false,
        refusal: { code: 'verklaring-ontbreekt' },
      })
    }
  }
})

test('[S3] for who is not a deelnemer the overleg does not exist', () => {
  for (const handeling of handelingen()) {
    expect(checkBevoegd(null, handeling)).toEqual({
      ok: false,
      refusal: { code: 'niet-gevonden' },
    })
  }
})

function handelingen(): Handeling[] {
  return Object.keys(BEVOEGDHEDEN).filter((key): key is Handeling => key in BEVOEGDHEDEN)
}
