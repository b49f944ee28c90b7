import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://tafel:geheim@db.intern/tafel',
  PUBLIC_ORIGIN: 'https://tafel.voorbeeld.nl',
  SESSION_SECRET: 'b3f1c96e07d84a25b9e07c14f8d2a6530e9b47c1',
}

test('production with all that it needs is secure, and listens to the proxy', () => {
  expect(readEnv(PRODUCTION)).toMatchObject({
    mode: 'production',
    origin: 'https://tafel.voorbeeld.nl',
    secure: true,
    port: 3000,
    proxyHops: 0,
  })
})

test('every fault of the environment is named, not only the first', () => {
  const read = () => readEnv({ PORT: 'hoog', SESSION_SECRET: 'kort', PUBLIC_ORIGIN: 'ftp://x' })
  for (const name of ['PORT', 'SESSION_SECRET', 'PUBLIC_ORIGIN', 'DATABASE_URL']) {
    expect(read).toThrow(`  ${name}: `)
  }
})

test.each([
  ['http://tafel.voorbeeld.nl', 'must be https'],
  ['https://tafel.voorbeeld.nl/map', 'origin alone'],
  ['https://gebruiker@tafel.voorbeeld.nl', 'origin alone'],
])('%s is not an origin for production', (origin, reason) => {
  expect(() => readEnv({ ...PRODUCTION, PUBLIC_ORIGIN: origin })).toThrow(reason)
})

test('production over http is for this machine alone', () => {
  expect(readEnv({ ...PRODUCTION, PUBLIC_ORIGIN: 'http://127.0.0.1:4000' }).secure).toBe(false)
})

test.each([
  [{ NODE_ENV: 'production' }],
  [{ HOST: '0.0.0.0' }],
  [{ PUBLIC_ORIGIN: 'https://tafel.voorbeeld.nl' }],
])('the demo does not start with %o', (wrong) => {
  expect(() => readEnv({ FOCUSTAFEL_MODE: 'demo', ...wrong })).toThrow(Object.keys(wrong)[0])
})

test('the demo needs nothing, and is at home on this machine alone', () => {
  expect(readEnv({ FOCUSTAFEL_MODE: 'demo', PORT: '3210', HOST: '' })).toMatchObject({
    host: '127.0.0.1',
    origin: 'http://localhost:3210',
    databaseUrl: null,
    dataDir: 'data',
  })
})

test('mail needs a sender, and one alone', () => {
  const SMTP_URL = 'smtps://tafel:geheim@mail.voorbeeld.nl'
  const metAfzender = (MAIL_FROM: string) => readEnv({ ...PRODUCTION, SMTP_URL, MAIL_FROM }).smtp
  expect(readEnv(PRODUCTION).smtp).toBeNull()
  expect(metAfzender('Focustafel <tafel@voorbeeld.nl>')?.url).toBe(SMTP_URL)
  expect(metAfzender('tafel@voorbeeld.nl')?.van).toBe('tafel@voorbeeld.nl')
  expect(() => readEnv({ ...PRODUCTION, SMTP_URL })).toThrow('MAIL_FROM: is needed')
  for (const van of ['Tafel', 'a@b.nl, c@d.nl', 'a@b.nl\r\nBcc: c@d.nl', 'X\n <a@b.nl>']) {
    expect(() => metAfzender(van)).toThrow('MAIL_FROM')
  }
})
