import { randomBytes } from 'node:crypto'
import { z } from 'zod'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]', '::1']
const MODI = ['production', 'demo', 'development'] as const

const Env = z
  .object({
    FOCUSTAFEL_MODE: z.enum(MODI).default('production'),
    NODE_ENV: z.string().optional(),
    HOST: z.string().min(1).optional(),
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    DATA_DIR: z.string().min(1).default('data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
    SESSION_SECRET: z.string().min(32, 'has fewer than 32 characters').optional(),
    PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  })
  .superRefine((env, context) => {
    for (const [name, fault] of faultsOf(env)) {
      context.addIssue({ code: 'custom', path: [name], message: fault })
    }
  })

type Raw = z.infer<typeof Env>

export type Env = Readonly<{
  mode: (typeof MODI)[number]
  host: string
  port: number
  dataDir: string
  /** Null: a PostgreSQL of our own, in `dataDir`. */
  databaseUrl: string | null
  /** What people have in their address bar. */
  origin: string
  secure: boolean
  secret: string
  proxyHops: number
  logLevel: Raw['LOG_LEVEL']
}>

/** Reads and checks the environment once, at start. Nothing else reads `process.env`. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.entries(source).filter(([, value]) => value !== '')
  const result = Env.safeParse(Object.fromEntries(filled))
  if (!result.success) {
    throw new Error(`The environment is not right:\n${z.prettifyError(result.error)}`)
  }

  const env = result.data
  const isProduction = env.FOCUSTAFEL_MODE === 'production'
  const origin = new URL(env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT}`).origin
  return Object.freeze({
    mode: env.FOCUSTAFEL_MODE,
    host: env.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    port: env.PORT,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    origin,
    secure: origin.startsWith('https:'),
    secret: env.SESSION_SECRET ?? randomBytes(32).toString('hex'),
    proxyHops: env.PROXY_HOPS,
    logLevel: env.LOG_LEVEL,
  })
}

export function isLoopback(hostname: string): boolean {
  return LOOPBACK.includes(hostname)
}

function faultsOf(env: Raw): [keyof Raw, string][] {
  const origin = env.PUBLIC_ORIGIN ? new URL(env.PUBLIC_ORIGIN) : null
  const faults: [keyof Raw, string][] = []
  if (origin && (origin.pathname !== '/' || origin.search || origin.hash || origin.username)) {
    faults.push(['PUBLIC_ORIGIN', 'is an origin alone, such as https://tafel.voorbeeld.nl'])
  }
  return [
    ...faults,
    ...(env.FOCUSTAFEL_MODE === 'production'
      ? productionFaults(env, origin)
      : demoFaults(env, origin)),
  ]
}

function productionFaults(env: Raw, origin: URL | null): [keyof Raw, string][] {
  const faults: [keyof Raw, string][] = []
  if (!env.DATABASE_URL) faults.push(['DATABASE_URL', 'is needed in production'])
  if (!env.PUBLIC_ORIGIN) faults.push(['PUBLIC_ORIGIN', 'is needed in production'])
  if (!env.SESSION_SECRET) faults.push(['SESSION_SECRET', 'is needed in production'])
  if (origin?.protocol === 'http:' && !isLoopback(origin.hostname)) {
    faults.push(['PUBLIC_ORIGIN', 'must be https, unless it is this machine itself'])
  }
  return faults
}

/** Demo accounts have known passwords: they exist on this machine alone. */
function demoFaults(env: Raw, origin: URL | null): [keyof Raw, string][] {
  const faults: [keyof Raw, string][] = []
  if (env.NODE_ENV === 'production') {
    faults.push(['NODE_ENV', `is production, and ${env.FOCUSTAFEL_MODE} mode is not for that`])
  }
  if (env.HOST && !isLoopback(env.HOST)) {
    faults.push(['HOST', `must be loopback in ${env.FOCUSTAFEL_MODE} mode`])
  }
  if (origin && !isLoopback(origin.hostname)) {
    faults.push(['PUBLIC_ORIGIN', `must be loopback in ${env.FOCUSTAFEL_MODE} mode`])
  }
  return faults
}
