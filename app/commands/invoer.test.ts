import { expect, test } from 'vitest'
import { checkLinks } from './invoer.server.ts'

const FOUT = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript&colon;alert(1)',
  'https://x.nl/\njavascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'ms-word:ofe|u|https://evil.nl/x.docx',
  'smb://evil.nl/x',
  'blob:https://evil.nl/1',
  'view-source:https://evil.nl',
  '//evil.nl',
  '/\\evil.nl',
  '/uitloggen',
  'evil.nl',
  'http://video.voorbeeld.nl',
  'tel:0612345678',
  'https:',
  'https://',
  'https:evil.nl',
  'https:\\\\evil.nl',
  'ｈttps://evil.nl',
  'https://video.voorbeeld.nl@evil.nl/',
  'https://naam:wachtwoord@evil.nl/',
  'https://video voorbeeld.nl/',
  'https://video.voorbeeld.nl/\u202etxt.exe',
  `https://video.voorbeeld.nl/${'x'.repeat(3000)}`,
]

test('[check 72] a link to a meeting is https, to a host that it says it is, and nothing else in any spelling', () => {
  for (const link of FOUT) {
    expect(checkLinks({ linkVooroverleg: link, linkTafel: null }), link).not.toBeNull()
    expect(checkLinks({ linkVooroverleg: null, linkTafel: link }), link).not.toBeNull()
  }
  for (const link of ['https://video.voorbeeld.nl/a?b=c#d', 'https://xn--caf-dma.nl/é', null]) {
    expect(checkLinks({ linkVooroverleg: link, linkTafel: null }), String(link)).toBeNull()
  }
})
