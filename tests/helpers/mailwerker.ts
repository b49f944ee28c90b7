import type { Sql } from '#db/connection.ts'
import { listenNotices } from '#db/notices.ts'
import { createSmtp } from '#server/mail/smtp.ts'
import { startMail } from '#server/mail/worker.ts'

export const ORIGIN = 'https://tafel.voorbeeld.nl'
export const VAN = 'Focustafel <tafel@voorbeeld.nl>'

type Regel = Record<string, string | number | boolean | null>

/** The mail part of one server process. */
export async function startWorker(sql: Sql, url: string | null) {
  const regels: Regel[] = []
  const write = (regel: Regel) => void regels.push(regel)
  const notices = await listenNotices(sql)
  const worker = startMail({
    sql,
    notices,
    log: { info: write, warn: write, error: write },
    verzend: url === null ? null : createSmtp({ url, van: VAN, origin: ORIGIN }),
  })
  return {
    regels,
    async [Symbol.asyncDispose]() {
      await worker.close()
      await notices.close()
    },
  }
}

/** As if the pause after a try that failed were over; then a worker is woken. */
export async function laatTijdVerstrijken(sql: Sql) {
  await sql`update mail set volgende_poging_op = now() where tekst is not null`
  await sql`select pg_notify('mail', '')`
}
