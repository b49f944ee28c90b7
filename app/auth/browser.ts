// The first that fits: who builds on another names that one too.
const BROWSERS = [
  ['Edge', /\bEdg(?:A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ['Safari', /\bVersion\/[\d.]+.*\bSafari\//],
] as const

const SYSTEMEN = [
  ['een iPhone', /\biPhone\b/],
  ['een iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['een Mac', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const

/** "Chrome op Windows": enough for a person to know his own browsers by, and no more than that is kept. */
export function browserTekst(userAgent: string | null): string {
  const text = userAgent ?? ''
  const browser = BROWSERS.find(([, pattern]) => pattern.test(text))?.[0]
  const systeem = SYSTEMEN.find(([, pattern]) => pattern.test(text))?.[0]
  if (!browser && !systeem) return 'Onbekende browser'
  return `${browser ?? 'Een browser'} op ${systeem ?? 'een onbekend systeem'}`
}
