const OVERAL = 'http://hier.invalid'

/** Where to go after signing in: a path of this site, or null. `//evil.nl`, `/\evil.nl` and the like are none. */
export function parseNaar(naar: unknown): string | null {
  if (typeof naar !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(naar)) return null
  const url = URL.parse(naar, OVERAL)
  if (url?.origin !== OVERAL) return null
  const pad = `${url.pathname}${url.search}`
  return pad.startsWith('//') || pad.includes('\\') ? null : pad
}
