import { expect, test } from 'vitest'
import { openNamespace, parseBericht } from './berichten.ts'

test.each([
  ['0{"sid":"a","upgrades":[],"pingInterval":20000,"pingTimeout":10000}', 'begroeting'],
  ['2', 'ping'],
  ['40/client,{"sid":"b"}', 'verbonden'],
  [
    '42/client,["weergave",{"weergave":"afgebroken","contact":{"naam":"M","telefoon":""}}]',
    'weergave',
  ],
  ['44/client,{"message":"niet-gevonden"}', 'einde'],
  ['41/client,', 'einde'],
  ['1', 'einde'],
])('%s is %s', (frame, soort) => expect(parseBericht(frame)?.soort).toBe(soort))

test.each([
  '',
  '4',
  '42',
  '42/overleg,["weergave",{}]',
  '42/client,["weergave",1]',
  '42/client,[',
  '0[',
  7,
  null,
])('%o says nothing', (frame) => expect(parseBericht(frame)).toBeNull())

test('the namespace is asked for by its name, in the language of the page', () =>
  expect(openNamespace('nl')).toBe('40/client,{"taal":"nl"}'))
