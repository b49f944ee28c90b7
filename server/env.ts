import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { BEWAARTERMIJNEN, type Bewaartermijnen, KORTSTE_TERMIJN } from '#domain/bewaren.ts'
import { findSecretFault } from './secret.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]', '::1']
const MODI = ['production', 'demo', 'development'] as const

// One sender, with or without a name in front: nothing that could be another header.
const VAN =
  /^(?:[^<>"@,;:\p{Cc}]{1,80} <[^\s<>@,;:"]+@[A-Za-z0-9.-]+>|[^\s<>@,;:"]+@[A-Za-z0-9.-]+)$/u

const Raw = z.object({
  FOCUSTAFEL_MODE: z.enum(MODI).default('production'),
  NODE_ENV: z.string().optional(),
  HOST: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  AUDIT_ANCHOR_DIR: z.string().min(1).optional(),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  SESSION_SECRET: secret().optional(),
  SECOND_FACTOR: z.enum(['required', 'optional']).optional(),
  PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(VAN, 'is no sender, such as Focustafel <tafel@voorbeeld.nl>')
    .optional(),
  RETENTION_MONTHS: termijn(BEWAARTERMIJNEN.metPlan),
  RETENTION_MONTHS_WITHOUT_PLAN: termijn(BEWAARTERMIJNEN.zonderPlan),
  DATABASE_DISK: z.string().min(1).optional(),
  DESTROYED_LIST: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
})
type Raw = z.infer<typeof Raw>
type Fault = { name: string; reason: string }

export type Env = Readonly<{
  mode: (typeof MODI)[number]
  host: string
  port: number
  dataDir: string
  /** Null: a PostgreSQL of our own, in `dataDir`. */
  databaseUrl: string | null
  /** Where PostgreSQL keeps its data, when this machine sees that. */
  databaseDisk: string | null
  /** Who owns the tables, for migrations at start. Null: they ran already. */
  databaseOwnerUrl: string | null
  /** Where the end of the audit is written down, outside the database. */
  auditAnchorDir: string
  /** What people have in their address bar. */
  origin: string
  secure: boolean
  secret: string
  /** Whether every professional needs a second step to sign in. */
  secondFactor: 'required' | 'optional'
  proxyHops: number
  /** Null: mails stay in the outbox. */
  smtp: { url: string; van: string } | null
  bewaartermijnen: Bewaartermijnen
  /** What was destroyed, outside the database. P7 */
  vernietigd: string
  logLevel: Raw['LOG_LEVEL']
}>

/** Reads and checks the environment once, at start. Nothing else reads `process.env`. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const { env, faults } = parseRaw(filled)
  if (!env || faults.length > 0) {
    const lines = faults.map(({ name, reason }) => `  ${name}: ${reason}`)
    throw new Error(`The environment is not right:\n${lines.join('\n')}`)
  }

  const isProduction = env.FOCUSTAFEL_MODE === 'production'
  const origin = new URL(env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT}`).origin
  return Object.freeze({
    mode: env.FOCUSTAFEL_MODE,
    host: env.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    port: env.PORT,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseDisk: env.DATABASE_DISK ?? (env.DATABASE_URL ? null : env.DATA_DIR),
    databaseOwnerUrl: env.DATABASE_OWNER_URL ?? null,
    auditAnchorDir: env.AUDIT_ANCHOR_DIR ?? env.DATA_DIR,
    origin,
    secure: origin.startsWith('https:'),
    secret: env.SESSION_SECRET ?? randomBytes(32).toString('hex'),
    secondFactor: env.SECOND_FACTOR ?? (isProduction ? 'required' : 'optional'),
    proxyHops: env.PROXY_HOPS,
    smtp: env.SMTP_URL && env.MAIL_FROM ? { url: env.SMTP_URL, van: env.MAIL_FROM } : null,
    bewaartermijnen: {
      metPlan: env.RETENTION_MONTHS,
      zonderPlan: env.RETENTION_MONTHS_WITHOUT_PLAN,
    },
    vernietigd: env.DESTROYED_LIST ?? join(env.DATA_DIR, 'destroyed.jsonl'),
    logLevel: env.LOG_LEVEL,
  })
}

function secret() {
  return z.string().superRefine((text, context) => {
    const fault = findSecretFault(text)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })
}

function termijn(maanden: number) {
  return z.coerce.number().int().min(KORTSTE_TERMIJN).max(1200).default(maanden)
}

export function isLoopback(hostname: string): boolean {
  return LOOPBACK.includes(hostname)
}

/** What is wrong with one name does not hide what is wrong with another. */
function parseRaw(source: Record<string, unknown>): { env: Raw | null; faults: Fault[] } {
  const result = Raw.safeParse(source)
  if (result.success) return { env: result.data, faults: faultsOf(result.data) }

  const wrong = result.error.issues.map(({ path, message }) => ({
    name: String(path[0]),
    reason: message,
  }))
  const isWrong = (name: string) => wrong.some((fault) => fault.name === name)
  const rest = Object.entries(source).filter(([name]) => !isWrong(name))
  const others = faultsOf(Raw.parse(Object.fromEntries(rest)))
  return { env: null, faults: [...wrong, ...others.filter(({ name }) => !isWrong(name))] }
}

function faultsOf(env: Raw): Fault[] {
  const origin = env.PUBLIC_ORIGIN ? new URL(env.PUBLIC_ORIGIN) : null
  const isMore =
    origin && (origin.pathname !== '/' || origin.search || origin.hash || origin.username)
  return [
    ...(isMore
      ? [
          {
            name: 'PUBLIC_ORIGIN',
            reason: 'is an origin alone, such as https://tafel.voorbeeld.nl',
          },
        ]
      : []),
    ...(env.SMTP_URL && !env.MAIL_FROM
      ? [{ name: 'MAIL_FROM', reason: 'is needed with SMTP_URL' }]
      : []),
    ...(env.FOCUSTAFEL_MODE === 'production'
      ? productionFaults(env, origin)
      : demoFaults(env, origin)),
  ]
}

function productionFaults(env: Raw, origin: URL | null): Fault[] {
  const needed = ['DATABASE_URL', 'PUBLIC_ORIGIN', 'SESSION_SECRET'] as const
  const faults = needed
    .filter((name) => !env[name])
    .map((name) => ({ name, reason: 'is needed in production' }))
  if (origin?.protocol === 'http:' && !isLoopback(origin.hostname)) {
    const reason = 'must be https, unless it is this machine itself'
    return [...faults, { name: 'PUBLIC_ORIGIN', reason }]
  }
  return faults
}

/** Demo accounts have known passwords: they exist on this machine alone. */
function demoFaults(env: Raw, origin: URL | null): Fault[] {
  const mode = env.FOCUSTAFEL_MODE
  return [
    {
      name: 'NODE_ENV',
      wrong: env.NODE_ENV === 'production',
      reason: `${mode} mode is not for production`,
    },
    {
      name: 'HOST',
      wrong: env.HOST && !isLoopback(env.HOST),
      reason: `must be loopback in ${mode} mode`,
    },
    {
      name: 'PUBLIC_ORIGIN',
      wrong: origin && !isLoopback(origin.hostname),
      reason: `must be loopback in ${mode} mode`,
    },
  ].filter(({ wrong }) => wrong)
}
