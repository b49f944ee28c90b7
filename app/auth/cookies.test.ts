import { expect, test } from 'vitest'
import { formatCookie, readCookie, SESSIE_COOKIE } from './cookies.ts'

test('a cookie is for this site alone, and out of reach of scripts', () => {
  const cookie = { naam: SESSIE_COOKIE, waarde: 'abc', seconden: 60 }
  expect(formatCookie(cookie, { secure: false })).toBe(
    'focustafel_sessie=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60',
  )
  expect(formatCookie(cookie, { secure: true })).toBe(
    '__Host-focustafel_sessie=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure',
  )
})

test('behind https a cookie without the prefix is not read', () => {
  expect(readCookie('focustafel_sessie=abc', SESSIE_COOKIE, { secure: true })).toBeNull()
  expect(readCookie('focustafel_sessie=abc', SESSIE_COOKIE)).toBe('abc')
  expect(readCookie('focustafel_sessie=abc; __Host-focustafel_sessie=def', SESSIE_COOKIE)).toBe(
    'def',
  )
})

test.each(['', 'focustafel_sessie', 'focustafel_sessie=', ';;=;', '%E0%A4%A=1', null])(
  '%o holds nothing, and breaks nothing',
  (header) => expect(readCookie(header, SESSIE_COOKIE)).toBeNull(),
)
