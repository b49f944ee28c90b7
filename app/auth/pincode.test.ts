import { expect, test } from 'vitest'
import { isMakkelijk, parsePin } from './pincode.ts'

test.each(['12345', '23456', '98765', '00000', '77777', '13579', '12121', '12321', '67890'])(
  '%s is too easy',
  (pin) => expect(isMakkelijk(pin)).toBe(true),
)

test.each(['48213', '90251', '17438'])('%s is a PIN', (pin) => {
  expect(isMakkelijk(pin)).toBe(false)
  expect(parsePin(` ${pin.slice(0, 2)} ${pin.slice(2)} `)).toBe(pin)
})

test.each(['', '1234', '123456', '1234a', '１２３４５'])('%o is no PIN', (text) => {
  expect(parsePin(text)).toBeNull()
})
