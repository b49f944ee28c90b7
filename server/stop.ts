import { describeError, type Log } from './log.ts'

const PATIENCE_IN_MS = 9_000

/**
 * Stops in order when asked to, and also when something of ours went wrong: half alive is worse than gone.
 *
 * From the first moment: a start takes a while, and may be broken off. `onStop` says what there is to stop by then.
 */
export function stopOnSignals(log: Log) {
  let stopping = false
  let stop = async () => {}

  async function end(reason: string, code: 0 | 1) {
    if (stopping) return
    stopping = true
    log.info({ event: 'server-stopping', reason })
    setTimeout(() => process.exit(1), PATIENCE_IN_MS).unref()
    try {
      await stop()
      log.info({ event: 'server-stopped' })
    } catch (error) {
      log.error({ event: 'server-stop-failed', ...describeError(error) })
    }
    process.exit(code)
  }

  function fail(event: string, error: unknown) {
    log.error({ event, ...describeError(error) })
    void end(event, 1)
  }

  process.on('SIGTERM', () => void end('SIGTERM', 0))
  process.on('SIGINT', () => void end('SIGINT', 0))
  process.on('SIGHUP', () => void end('SIGHUP', 0))
  // Who started us is gone.
  process.on('disconnect', () => void end('disconnect', 0))
  process.on('unhandledRejection', (error) => fail('rejection-unhandled', error))
  process.on('uncaughtException', (error) => fail('exception-uncaught', error))

  return {
    onStop(work: () => Promise<void>) {
      stop = work
    },
  }
}
