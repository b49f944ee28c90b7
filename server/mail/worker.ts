import { setTimeout as wait } from 'node:timers/promises'
import type { Sql, Transaction } from '#db/connection.ts'
import { expireMail, saveOpgegeven, savePoging, saveVerzonden, takeMail } from '#db/mail.ts'
import type { Notices } from '#db/notices.ts'
import { describeError, type Log } from '../log.ts'
import type { Verzender } from './smtp.ts'
import { pauzeNa } from './uitkomst.ts'

const ROND_IN_MS = 15_000
const GRACE_IN_MS = 4_000

type Parts = {
  sql: Sql
  notices: Notices
  log: Log
  /** Null: nothing is sent; what there is waits. */
  verzend: Verzender | null
}

/**
 * Empties the outbox: when something is put in it, and again and again.
 *
 * A mail is held by a lock on its row while it is sent. Who dies meanwhile lets go of it, and another sends it.
 */
export function startMail({ sql, notices, log, verzend }: Parts): { close(): Promise<void> } {
  let closing = false
  let again = false
  let busy: Promise<void> | null = null

  function wake() {
    again = true
    busy ??= rounds().finally(() => {
      busy = null
      if (again && !closing) wake()
    })
  }

  async function rounds() {
    while (again && !closing) {
      again = false
      try {
        await round()
      } catch (error) {
        log.warn({ event: 'mail-round-failed', ...describeError(error) })
      }
    }
  }

  async function round() {
    for (const { id, soort } of await expireMail(sql)) {
      log.warn({ event: 'mail-expired', mail: id, soort })
    }
    if (!verzend) return
    let more = true
    while (more && !closing) more = await sql.begin((sql) => sendOne(sql, verzend, log))
  }

  const unsubscribe = notices.subscribe({
    mail() {
      if (!verzend) log.warn({ event: 'mail-waiting', reason: 'SMTP_URL' })
      wake()
    },
    all: wake,
  })
  const timer = setInterval(wake, ROND_IN_MS)
  timer.unref()
  wake()

  return {
    async close() {
      closing = true
      unsubscribe()
      clearInterval(timer)
      await Promise.race([busy, wait(GRACE_IN_MS, undefined, { ref: false })])
    },
  }
}

/** Answers whether there may be another one to send now. */
async function sendOne(sql: Transaction, verzend: Verzender, log: Log): Promise<boolean> {
  const mail = await takeMail(sql)
  if (!mail) return false

  const { id, soort } = mail
  const uitkomst = await verzend(mail)
  if (uitkomst.soort === 'verzonden') {
    await saveVerzonden(sql, id)
    log.info({ event: 'mail-sent', mail: id, soort })
    return true
  }
  const { fout } = uitkomst
  const pauzeInMinuten = uitkomst.soort === 'later' ? pauzeNa(mail.pogingen + 1) : null
  if (pauzeInMinuten === null) {
    await saveOpgegeven(sql, { id, fout })
    log.error({ event: 'mail-given-up', mail: id, soort, fout })
  } else {
    await savePoging(sql, { id, fout, pauzeInMinuten })
    log.warn({ event: 'mail-delayed', mail: id, soort, fout, pauzeInMinuten })
  }
  // With nobody there, the others need not be tried either.
  return uitkomst.soort === 'nooit' || uitkomst.bereikt === 'server'
}
