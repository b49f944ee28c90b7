import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createRequestHandler } from '@react-router/express'
import express, { type NextFunction, type Request, type Response } from 'express'
import { RouterContextProvider, type ServerBuild } from 'react-router'
import { createKluis } from '#app/auth/kluis.server.ts'
import {
  brieftempoContext,
  kluisContext,
  nonceContext,
  omgevingContext,
  pdfContext,
  reportErrorContext,
  sqlContext,
} from '#app/context.ts'
import { foutregel } from '#app/foutnummer.ts'
import type { Sql } from '#db/connection.ts'
import { addressOf } from './address.ts'
import { isAnswered } from './allowed.ts'
import { createBrieftempo } from './brieftempo.ts'
import type { Env } from './env.ts'
import { createFoutnummer, withFoutnummers } from './foutnummer.ts'
import {
  contentSecurityPolicy,
  referrerPolicyFor,
  securityHeaders,
  YEAR_IN_SECONDS,
} from './headers.ts'
import { createPseudonym, describeError, describePath, type Log } from './log.ts'
import { isFromOurPages, originFor } from './origin.ts'
import { sendPacked } from './packed.ts'
import { createPdf } from './pdf/pdf.ts'
import { becomeUitval, isUitval, limitTime, sendUitval } from './uitval.ts'

const CLIENT_BUILD = join(import.meta.dirname, '../build/client')
const HOUR_IN_SECONDS = 3_600
const MAX_BODY_IN_BYTES = 1_000_000
const MAX_PATH = 500
const BODY_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'application/json']

export type HttpParts = {
  env: Env
  sql: Sql
  log: Log
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Whether the server can do its work: the database answers, and it is not stopping. */
  isHealthy: () => Promise<boolean>
  /** Whether it is known that the database is not there: to be slow is something else. */
  isAway: () => Promise<boolean>
  /** Vite, while developing. */
  assets?: express.Handler
}

export function createHttp(parts: HttpParts): express.Express {
  const { env, assets } = parts
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', env.proxyHops)

  app.use(prepare(parts))
  app.use(assets ?? staticFiles())
  app.get('/gezond', async (_request, response) => {
    const healthy = await parts.isHealthy()
    response
      .status(healthy ? 200 : 503)
      .type('text')
      .send(healthy ? 'gezond' : 'niet gezond')
  })
  app.use(guard(parts))
  app.use(pages(parts))
  app.use(failed(parts.log))
  return app
}

/** Headers, nonce and address, before anything can answer. */
function prepare({ env, log, assets }: HttpParts): express.Handler {
  const headers = securityHeaders(env)
  const pseudonym = createPseudonym(env.secret)
  return (request, response, next) => {
    const started = performance.now()
    // Once the other side has closed it is not known any more.
    const van = pseudonym(request.ip)
    const origin = new URL(originFor(request, env))
    const nonce = randomBytes(16).toString('base64url')
    response.locals.nonce = nonce
    response.set(headers).set('Referrer-Policy', referrerPolicyFor(request.path))
    // Vite's own inline scripts have no nonce.
    if (!assets) {
      response.set(
        'Content-Security-Policy',
        contentSecurityPolicy({ nonce, origin: origin.origin }),
      )
    }
    response.on('close', () => {
      if (request.path.startsWith('/assets/')) return
      log.info({
        event: 'http-answered',
        methode: request.method,
        pad: describePath(request.path),
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
        van,
      })
    })
    // React Router makes its URL from these, and compares it with Origin.
    request.headers.host = origin.host
    delete request.headers['x-forwarded-host']
    Object.defineProperty(request, 'protocol', { value: origin.protocol.slice(0, -1) })
    next()
  }
}

function staticFiles(): express.Handler {
  const router = express.Router()
  router.use(
    '/assets',
    sendPacked(join(CLIENT_BUILD, 'assets')),
    serve('assets', {
      cacheControl: `public, max-age=${YEAR_IN_SECONDS}, immutable`,
      fallthrough: false,
    }),
  )
  router.use(serve('', { cacheControl: `public, max-age=${HOUR_IN_SECONDS}`, fallthrough: true }))
  return router
}

type Serving = { cacheControl: string; fallthrough: boolean }

/** Files with a hash in their name are kept for ever. The header is set here: every other answer has no-store. */
function serve(folder: string, { cacheControl, fallthrough }: Serving): express.Handler {
  return express.static(join(CLIENT_BUILD, folder), {
    index: false,
    redirect: false,
    cacheControl: false,
    fallthrough,
    setHeaders: (response) => response.setHeader('Cache-Control', cacheControl),
  })
}

// Before React Router, which says these in English or not at all.
const WEIGERING = {
  400: 'Dit adres klopt niet.',
  403: 'Dit kwam niet van een pagina van Focustafel. Laad de pagina opnieuw en probeer het nog eens.',
  404: 'Deze pagina is er niet.',
  405: 'Dit kan hier niet. Ga terug naar de vorige pagina.',
  411: 'Dit is geen formulier van Focustafel. Laad de pagina opnieuw en probeer het nog eens.',
  413: 'Dit is te veel tekst voor één keer. Maak de tekst korter en probeer het opnieuw.',
  415: 'Dit is geen formulier van Focustafel. Laad de pagina opnieuw en probeer het nog eens.',
} as const

function guard({ env, build, isAway }: HttpParts): express.Handler {
  return async (request, response, next) => {
    const status = refusalOf(request, env)
    if (status) return refuse(response, status)
    const current = typeof build === 'function' ? await build() : build
    if (!isAnswered(current, request.method, request.path))
      return refuse(response, request.method === 'POST' ? 405 : 404)
    if (await isAway()) return sendUitval(request, response)
    limitTime(request, response, next)
  }
}

function refusalOf(request: Request, env: Env): keyof typeof WEIGERING | null {
  if (!isAddress(request.url)) return 400
  if (request.method === 'GET' || request.method === 'HEAD') return null
  if (request.method !== 'POST') return 405
  if (!isFromOurPages(request, env)) return 403

  const length = Number(request.headers['content-length'])
  if (Number.isNaN(length)) return 411
  if (length > MAX_BODY_IN_BYTES) return 413
  return length > 0 && !request.is(BODY_TYPES) ? 415 : null
}

function refuse(response: Response, status: keyof typeof WEIGERING) {
  if (status === 405) response.set('Allow', 'GET, HEAD, POST')
  // What is still being sent is not read.
  if (status === 413) response.set('Connection', 'close')
  response.status(status).type('text').send(WEIGERING[status])
}

/**
 * A path of this site that can be decoded: React Router prints another whole, also the token of a letter.
 *
 * And no longer than ours are: it takes seconds over thousands of slashes, while everybody waits.
 */
function isAddress(url: string): boolean {
  const path = url.split('?', 1)[0] ?? ''
  try {
    decodeURI(path)
    return path.startsWith('/') && path.length <= MAX_PATH
  } catch {
    return false
  }
}

function pages({ env, sql, log, build }: HttpParts): express.Handler {
  const kluis = createKluis(env.secret)
  const makePdf = createPdf()
  const mayType = createBrieftempo()
  return createRequestHandler({
    build: withFoutnummers(build),
    mode: env.mode === 'development' ? 'development' : 'production',
    getLoadContext(request, response) {
      const context = new RouterContextProvider()
      const { origin, secure, bewaartermijnen, secondFactor: tweedeFactor } = env
      context.set(sqlContext, sql)
      context.set(kluisContext, kluis)
      context.set(pdfContext, makePdf)
      context.set(brieftempoContext, () => mayType(addressOf(request, env)))
      context.set(omgevingContext, {
        origin,
        secure,
        demo: env.mode !== 'production',
        tweedeFactor,
        bewaartermijnen,
      })
      context.set(nonceContext, String(response.locals.nonce))
      context.set(reportErrorContext, (error) => {
        const nummer = createFoutnummer()
        log.error({ event: 'page-failed', nummer, ...describeError(error) })
        if (isUitval(error)) becomeUitval(response)
        return nummer
      })
      return context
    },
  })
}

/** Express knows an error handler by its four parameters. */
function failed(log: Log) {
  return (error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const status = statusOf(error)
    // Of what is no mistake of ours the log has no line, and nobody a number.
    const nummer = status >= 500 ? createFoutnummer() : null
    if (nummer) log.error({ event: 'request-failed', nummer, ...describeError(error) })
    if (response.headersSent) return response.destroy()
    response
      .status(status)
      .type('text')
      .send(nummer ? foutregel(nummer) : WEIGERING[status === 404 ? 404 : 400])
  }
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : 500
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}
