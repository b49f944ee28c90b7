import { type Ingelogde, listIngelogden } from '#db/aanmeldingen.ts'
import type { Sql } from '#db/connection.ts'
import { type Beveiliging, readCookie, SESSIE_COOKIE } from './cookies.ts'
import { hashOf, isGemerkt } from './sessie-id.ts'

type Vraag = {
  hash: string
  answer: (wie: Ingelogde | null) => void
  failed: (error: unknown) => void
}

const MAX_SAMEN = 500

type Deur = (cookieHeader: string | undefined) => Promise<Ingelogde | null>

/**
 * Who opens a socket with this cookie. After a restart they all come at once: while one question is answered, the next
 * gathers everybody who came meanwhile.
 *
 * A session does not last longer by it: a browser opens its sockets again by itself.
 */
export function createDeur(sql: Sql, beveiliging: Beveiliging): Deur {
  let vragen: Vraag[] = []
  let bezig = false

  async function loop() {
    bezig = true
    await new Promise((resolve) => setImmediate(resolve))
    while (vragen.length > 0) {
      const samen = vragen.slice(0, MAX_SAMEN)
      vragen = vragen.slice(MAX_SAMEN)
      await answerAll(sql, samen)
    }
    bezig = false
  }

  return (cookieHeader) => {
    const id = readCookie(cookieHeader, SESSIE_COOKIE, beveiliging)
    if (!id || isGemerkt(id)) return Promise.resolve(null)
    return new Promise((answer, failed) => {
      vragen.push({ hash: hashOf(id), answer, failed })
      if (!bezig) void loop()
    })
  }
}

async function answerAll(sql: Sql, vragen: readonly Vraag[]) {
  try {
    const wie = await listIngelogden(sql, [...new Set(vragen.map(({ hash }) => hash))])
    for (const { hash, answer } of vragen) answer(wie.get(hash) ?? null)
  } catch (error) {
    for (const { failed } of vragen) failed(error)
  }
}
