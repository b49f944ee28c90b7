import { expect, test } from 'vitest'
import { parseNaar } from './naar.ts'

test.each(['/overleggen', '/overleggen/abc/document/beeldvorming?x=1', '/'])(
  '%s is a path of ours',
  (naar) => expect(parseNaar(naar)).toBe(naar),
)

test.each([
  'https://evil.nl',
  '//evil.nl',
  '/\\evil.nl',
  '/\t/evil.nl',
  '/..//evil.nl',
  '/./\\evil.nl',
  'javascript:alert(1)',
  'overleggen',
  '',
  '/a b',
  null,
  undefined,
])('%o is not', (naar) => expect(parseNaar(naar)).toBeNull())
