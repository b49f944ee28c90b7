import { expect, test } from 'vitest'
import { VEILIGHEIDSBERICHTEN } from '#domain/mail.ts'
import { listFiles, readText } from '../tests/helpers/imports.ts'
import { VERSLAG_TEKST, verslagregel } from './verslagtekst.ts'

const SOORT = "'([a-z]+(?:-[a-z]+)+)'"
const GEBEURTENISSEN = [
  new RegExp(`\\bevent(?:: | = )(?:[^'\\n,]*\\? )?${SOORT}(?: : ${SOORT})?`, 'g'),
  new RegExp(`\\b(?:recordSessie|record)\\(sql, ${SOORT}`, 'g'),
  new RegExp(`\\b(?:auditOf\\(|recordLijst\\(context, )${SOORT}`, 'g'),
]

test('[check 96] whatever the application records is told in plain words', () => {
  const files = listFiles('app/**/*.server.ts', 'collab/door.ts', 'collab/in-record.ts')
  const teksten = files.map(readText).filter((tekst) => /[aA]udit|record[A-Z]/.test(tekst))
  const soorten = teksten
    .flatMap((tekst) => GEBEURTENISSEN.flatMap((soort) => [...tekst.matchAll(soort)]))
    .flatMap(([, een, twee]) => [een, twee])
    .filter((soort) => soort !== undefined)
  soorten.push(...VEILIGHEIDSBERICHTEN)
  expect(new Set(soorten).size).toBeGreaterThan(70)
  expect(soorten.filter((soort) => !(soort in VERSLAG_TEKST))).toEqual([])
})

test('[check 96] a line says when, who, what and about which casus, and a name cannot make it two', () => {
  const rij = {
    op: new Date('2026-11-22T12:30:00Z'),
    event: 'document-read',
    wat: 'document:beeldvorming',
    naam: 'Fleur\n|\u2028Hoekstra',
    organisatie: 'Politie',
    clientsoort: null,
    isClientzijde: false,
    casussen: ['2026-0012'],
    nogmaals: 0,
  }
  expect(verslagregel(rij)).toMatch(
    /^2026-11-22 13:30 \| Fleur {3}Hoekstra \(Politie\) \| las een tekst: beeldvorming \| casus 2026-0012$/,
  )
  const client = { ...rij, naam: null, organisatie: null, isClientzijde: true, nogmaals: 3 }
  expect(
    verslagregel({ ...client, clientsoort: 'client', event: 'plan-read', wat: 'plan' }),
  ).toMatch(/\| Cliënt \| las het plan, en nog 3 keer \|/)
  expect(verslagregel({ ...client, clientsoort: null })).toContain('| Kant van de cliënt |')
})
