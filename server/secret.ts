const MIN_LENGTH = 32
const MIN_BITS = 96
// What stands in examples, and what somebody types who means to change it later.
const KNOWN = [
  'changeme',
  'change-me',
  'change_me',
  'default',
  'example',
  'focustafel',
  'geheim',
  'password',
  'secret',
  'veiligheidshuis',
  'verander',
  'voorbeeld',
  'wachtwoord',
  'welkom',
]

/** Why a secret is none; null when nothing is wrong with it. Never says what it is. */
export function findSecretFault(secret: string): string | null {
  if (secret.length < MIN_LENGTH) return `has fewer than ${MIN_LENGTH} characters`
  const lower = secret.toLowerCase()
  const isGuessed = KNOWN.some((word) => lower.includes(word))
  if (isGuessed || isRepeated(secret) || isRun(secret) || bitsOf(secret) < MIN_BITS) {
    return 'can be guessed: make one with openssl rand -hex 32'
  }
  return null
}

function isRepeated(secret: string): boolean {
  return /^(.{1,16})\1+$/s.test(secret)
}

/** abcdef, 987654: characters that follow from the one before. */
function isRun(secret: string): boolean {
  const codes = [...secret].map((char) => char.codePointAt(0) ?? 0)
  const near = codes.filter((code, index) => Math.abs(code - (codes[index - 1] ?? -9)) <= 1)
  return near.length > secret.length / 2
}

/** Shannon's measure of its own characters: an upper limit of what it is worth. */
function bitsOf(secret: string): number {
  const counts = Map.groupBy(secret, (char) => char)
  const bits = [...counts.values()].map(({ length }) => -length * Math.log2(length / secret.length))
  return bits.reduce((sum, part) => sum + part, 0)
}
