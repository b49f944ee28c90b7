import { expect, test } from 'vitest'
import { briefVan, type Mail, VEILIGHEIDSBERICHTEN } from './mail.ts'
import { OVERLEGMAILS, opHuis } from './overlegmail.ts'

const LINK = { origin: 'https://tafel.voorbeeld.nl', code: 'a'.repeat(26) }
const AGENDA = {
  soort: 'verzoek',
  uid: '0198c0de-0000-4000-8000-000000000001',
  volgnummer: 0,
  begin: '2026-12-08T09:00:00.000Z',
  overlegId: '0198c0de-0000-4000-8000-000000000002',
} as const
const BRIEFLINK = { origin: LINK.origin, token: 'a'.repeat(22) }
const ALLE: readonly Mail[] = [
  { soort: 'wachtwoord-vergeten', ...LINK },
  { soort: 'uitnodiging', ...LINK },
  { soort: 'uitnodiging-client', ...BRIEFLINK, taal: 'nl' },
  { soort: 'uitnodiging-client', ...BRIEFLINK, taal: 'en' },
  ...VEILIGHEIDSBERICHTEN.map((soort) => ({ soort })),
  ...OVERLEGMAILS.map((soort) => ({ soort, agenda: AGENDA })),
]

test('[check 77] a subject is one line, and the only address in a mail is that of this house', () => {
  for (const mail of ALLE) {
    const { onderwerp, tekst } = briefVan(mail)
    expect(onderwerp).toMatch(/^[\p{L} ]+$/u)
    for (const [adres] of tekst.matchAll(/\S+:\/\/\S+/g)) {
      expect(adres).toMatch(
        /^https:\/\/tafel\.voorbeeld\.nl\/(wachtwoord-nieuw(#a{26})?|uitnodiging\/a{22}(\?taal=en)?)$/,
      )
    }
  }
})

test('[check 77] what somebody typed cannot get into a mail as a code or an origin', () => {
  const typed = ['De heer B. de V.', '', 'A'.repeat(26), `${'a'.repeat(26)}\r\nBcc: x@y.nl`]
  for (const code of typed) {
    expect(() => briefVan({ soort: 'uitnodiging', ...LINK, code })).toThrow('Not a link')
  }
  for (const origin of ['https://tafel.voorbeeld.nl/pad', 'https://tafel.voorbeeld.nl\r\n']) {
    expect(() => briefVan({ soort: 'uitnodiging', ...LINK, origin })).toThrow()
  }
})

test('a link has its code behind the #, where no server and no proxy sees it', () => {
  const { tekst, geldigInMinuten } = briefVan({ soort: 'wachtwoord-vergeten', ...LINK })
  expect(tekst).toContain(`\n\n${LINK.origin}/wachtwoord-nieuw#${LINK.code}\n\n`)
  expect(geldigInMinuten).toBe(60)
})

test('[F8] a mail of an overleg says when and where to read on, and its address is that of the house that sends it', () => {
  for (const soort of OVERLEGMAILS) {
    const { tekst } = briefVan({ soort, agenda: AGENDA })
    expect(tekst).toContain('dinsdag 8 december, 10.00 uur')
    expect(tekst).not.toContain('://')
    const adressen = opHuis(tekst, LINK.origin).match(/\S+:\/\/\S+/g)
    const isUitgenodigd = soort === 'overleg-uitnodiging' || soort === 'overleg-verplaatst'
    const adres = `${LINK.origin}/overleggen/${AGENDA.overlegId}/deelnemers`
    expect(adressen).toEqual(isUitgenodigd ? [adres] : null)
  }
})

test('[F8] what somebody typed cannot get into a mail as an overleg or a moment', () => {
  const verkeerd = [
    { overlegId: 'De heer B. de V.' },
    { overlegId: `${AGENDA.overlegId}\n/overleggen/x` },
    { uid: 'zomaar' },
    { begin: 'dinsdag' },
    { begin: '2026-12-08' },
  ]
  for (const anders of verkeerd) {
    const agenda = { ...AGENDA, ...anders }
    expect(() => briefVan({ soort: 'overleg-uitnodiging', agenda })).toThrow()
  }
})

test('[K1] [check 77] the mail to the client side has its link and nothing that was typed; a token that is none gets into no mail', () => {
  for (const token of [
    '',
    'ACDE-FGHJ',
    `${'a'.repeat(22)}\r\nBcc: x@y.nl`,
    '../wachtwoord-nieuw',
  ]) {
    const mail = { soort: 'uitnodiging-client', ...BRIEFLINK, token, taal: 'nl' } as const
    expect(() => briefVan(mail)).toThrow('Not a link')
  }
  const { tekst } = briefVan({ soort: 'uitnodiging-client', ...BRIEFLINK, taal: 'nl' })
  expect(tekst).toContain(`\n\n${LINK.origin}/uitnodiging/${BRIEFLINK.token}\n\n`)
  expect(tekst).not.toMatch(/Veiligheidshuis|overleg|casus|plan/i)
})
