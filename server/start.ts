import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { createDeur } from '#app/auth/deur.server.ts'
import { createCollab } from '#collab/server.ts'
import type { Sql } from '#db/connection.ts'
import { listenNotices } from '#db/notices.ts'
import { createRecorder } from '#db/record.ts'
import { startAnchoring } from './anchor.ts'
import { startBeslotenEinde } from './besloten.ts'
import { startBrievenWissen } from './brieven-wissen.ts'
import { loadBuild } from './build.ts'
import { recordClientAtDocument } from './client-at-document.ts'
import { checkDataDir } from './data-dir.ts'
import { openDatabase } from './database.ts'
import { type Env, readEnv } from './env.ts'
import { createHealth } from './gezond.ts'
import { createHttp, type HttpParts } from './http.ts'
import { keepSecret } from './keep-secret.ts'
import { createLog, describeError, type Log } from './log.ts'
import { watchLoop } from './loop.ts'
import { createSmtp } from './mail/smtp.ts'
import { startMail } from './mail/worker.ts'
import { keepAlive } from './proces.ts'
import { watchSchijf } from './schijf.ts'
import { createSocketIo } from './socket-io.ts'
import { createSockets } from './sockets/index.ts'
import { stopOnSignals } from './stop.ts'
import { handleUpgrades } from './upgrade.ts'
import { startVernietiging } from './vernietigen.ts'

const GRACE_IN_MS = 3_000
const KNOCK_IN_MS = 100

/** Puts the house together and opens its door. */
export async function start(environment: Record<string, string | undefined>) {
  const env = readOwnEnv(environment)
  checkDataDir(env.dataDir)
  const log = createLog(env)
  const signals = stopOnSignals(log)
  const database = await openDatabase(env, log)
  const { sql, ownerUrl, close } = database
  const recorder = createRecorder(sql, {
    failed: (error) => log.warn({ event: 'refusal-not-recorded', ...describeError(error) }),
  })
  let stopping = false
  const health = createHealth(sql)
  const isHealthy = async () => !stopping && (await health()) === 'goed'
  const isAway = async () => (await health()) === 'weg'

  const http = createServer()
  const dev = env.mode === 'development' ? await (await import('./dev.ts')).createDev(http) : null
  const parts: HttpParts = {
    env,
    sql,
    log,
    isHealthy,
    isAway,
    ...(dev ?? { build: await loadBuild() }),
  }
  http.on('request', createHttp(parts))
  const live = await startLive({ env, sql, log, http })
  const { bewaartermijnen: termijnen, vernietigd: lijst } = env
  const stopVernietiging = startVernietiging({ sql, ownerUrl, termijnen, lijst, log })
  const stopWissen = startBrievenWissen(sql, log)
  const demo = env.mode === 'production' ? null : await import('./demo.ts')
  const accounts = await demo?.prepareDemo(database, env)

  const anchorLast = startAnchoring({ sql, env, log })

  signals.onStop(async () => {
    stopping = true
    // Who has knocked already is let in: a door that closes with people in front of it throws them out.
    await wait(KNOCK_IN_MS)
    const closed = new Promise((resolve) => http.close(resolve))
    await live.close()
    await recorder.settle()
    await Promise.race([stopVernietiging(), wait(GRACE_IN_MS)])
    await Promise.race([stopWissen(), wait(GRACE_IN_MS)])
    await Promise.race([anchorLast(), wait(GRACE_IN_MS)])
    await dev?.close()
    await Promise.race([closed, wait(GRACE_IN_MS)])
    http.closeAllConnections()
    await close()
  })
  await listen(http, env)
  watchLoop(log)
  log.info({ event: 'server-started', proces: live.procesId, poort: env.port, mode: env.mode })
  accounts?.tell()
}

/** A demo makes up its own secret and keeps it: what is closed with it must open after a restart. */
function readOwnEnv(environment: Record<string, string | undefined>): Env {
  const env = readEnv(environment)
  if (env.mode === 'production' || environment.SESSION_SECRET) return env
  return readEnv({ ...environment, SESSION_SECRET: keepSecret(env.dataDir) })
}

type LiveParts = { env: Env; sql: Sql; log: Log; http: Server }

/** Everything that stays open: collab, the table, and what processes tell each other. */
async function startLive({ env, sql, log, http }: LiveParts) {
  const procesId = randomUUID()
  const sayGoodbye = await keepAlive(sql, procesId, log)
  const notices = await listenNotices(sql, {
    onDeaf: () => log.warn({ event: 'notices-not-heard' }),
  })
  const deur = createDeur(sql, { secure: env.secure })
  const schijf = await watchSchijf({ path: env.databaseDisk, log })
  const collab = createCollab({
    sql,
    notices,
    procesId,
    log,
    schijfVol: schijf.isVol,
    async authenticate(cookieHeader) {
      const gebruiker = await deur(cookieHeader)
      return gebruiker && { ...gebruiker, gebruikerId: gebruiker.id }
    },
    stranger: (cookieHeader, key) =>
      void recordClientAtDocument(sql, { cookieHeader, key, secure: env.secure }).catch(
        (error: unknown) => log.warn({ event: 'stranger-not-recorded', ...describeError(error) }),
      ),
  })
  const verzend = env.smtp && createSmtp({ ...env.smtp, origin: env.origin })
  const mail = startMail({ sql, notices, log, verzend })
  const io = createSocketIo(http, env)
  const sockets = createSockets({ io, sql, notices, procesId, log, secure: env.secure })
  const stopBesloten = startBeslotenEinde({ sql, log })
  handleUpgrades(http, env, collab.handleUpgrade)

  return {
    procesId,
    async close() {
      schijf.stop()
      const mailed = mail.close()
      await stopBesloten()
      await collab.close()
      // Closes the transports without a goodbye of socket.io's own, after which a browser would not come back.
      io.engine.close()
      sockets.close()
      await mailed
      await notices.close()
      await sayGoodbye()
    },
  }
}

function listen(http: Server, { host, port }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error) => reject(isTaken(error) ? taken(port) : error))
    http.listen(port, host, resolve)
  })
}

function isTaken(error: Error): boolean {
  return 'code' in error && error.code === 'EADDRINUSE'
}

function taken(port: number): Error {
  return new Error(`Port ${port} is taken.
Poort ${port} is al in gebruik. Kies een andere, bijvoorbeeld: PORT=${port + 1} npm run demo`)
}
