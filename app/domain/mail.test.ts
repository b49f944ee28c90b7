import { expect, test } from 'vitest'
import { briefVan, type Mail, VEILIGHEIDSBERICHTEN } from './mail.ts'

const LINK = { origin: 'https://tafel.voorbeeld.nl', code: 'a'.repeat(26) }
const ALLE: readonly Mail[] = [
  { soort: 'wachtwoord-vergeten', ...LINK },
  { soort: 'uitnodiging', ...LINK },
  ...VEILIGHEIDSBERICHTEN.map((soort) => ({ soort })),
]

test('[check 77] a subject is one line, and the only address in a mail is that of this house', () => {
  for (const mail of ALLE) {
    const { onderwerp, tekst } = briefVan(mail)
    expect(onderwerp).toMatch(/^[\p{L} ]+$/u)
    for (const [adres] of tekst.matchAll(/\S+:\/\/\S+/g)) {
      expect(adres).toMatch(/^https:\/\/tafel\.voorbeeld\.nl\/wachtwoord-nieuw(#a{26})?$/)
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
