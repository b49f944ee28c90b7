import type { Kluis } from '#app/auth/kluis.server.ts'
import { type NieuwePasskey, takeRegistratie } from '#app/auth/passkeys.server.ts'
import { findStap, openTotpOpzet, totpVan } from '#app/auth/totp.server.ts'
import { hashHerstelcodes } from '#app/auth/tweede-stap.server.ts'
import {
  recordVeiligheid,
  type Veiligheidsgebeurtenis,
} from '#app/auth/veiligheidsbericht.server.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { saveHerstelcodes } from '#db/herstelcodes.ts'
import { insertPasskey } from '#db/passkeys.ts'
import { saveTotp } from '#db/totps.ts'
import { findFactoren, heeftFactor, lockGebruiker } from '#db/tweede-factoren.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'

type Eigenaar = { id: string; naam: string; email: string }

/** On the way in only who has none yet may add one: whoever stole a password must not add his own beside the owner's. */
type Mits = { mits?: 'eerste' }

/** Codes to keep, shown this once; null when he has a set already. */
type Toegevoegd = { herstelcodes: string[] | null }

type NieuweTotp = Mits & { eigenaar: Eigenaar; opzet: string; code: string }

/** An app that makes codes, from the moment that it made one that is right. It takes the place of the one before it. */
export async function addTotpCommand(
  sql: Sql,
  kluis: Kluis,
  { eigenaar, opzet, code, mits }: NieuweTotp,
): Promise<Result<Toegevoegd, Refusal>> {
  const { id: gebruikerId, email } = eigenaar
  const open = openTotpOpzet(kluis, { gebruikerId, email }, opzet)
  if (!open) return refuse({ code: 'ongeldige-invoer' })
  const stap = findStap(open.geheim, code)
  if (stap === null) return refuse({ code: 'tweede-stap-mislukt' })

  const geheim = kluis.sluit(open.geheim, totpVan(gebruikerId))
  return addFactor(sql, { gebruikerId, event: 'totp-added', mits }, async (sql) => {
    await saveTotp(sql, { gebruikerId, geheim, stap })
    return true
  })
}

type NieuweRegistratie = Mits & {
  eigenaar: Eigenaar
  antwoord: string
  naam: string
  /** The hash of the session or half session that asked. */
  houder: string
  origin: string
}

/** A passkey of this browser or of a key that was put into it. There may be more. */
export async function addPasskeyCommand(
  sql: Sql,
  { eigenaar, naam, mits, ...antwoord }: NieuweRegistratie,
): Promise<Result<Toegevoegd, Refusal>> {
  const passkey = await takeRegistratie(sql, { ...antwoord, soort: 'registreren' })
  if (!passkey) return refuse({ code: 'passkey-mislukt' })
  return addFactor(sql, { gebruikerId: eigenaar.id, event: 'passkey-added', mits }, (sql) =>
    insertPasskey(sql, { ...toRij(passkey, eigenaar), naam }),
  )
}

function toRij(passkey: NieuwePasskey, { id }: Eigenaar) {
  return { ...passkey, gebruikerId: id }
}

async function addFactor(
  sql: Sql,
  { gebruikerId, event, mits }: Mits & { gebruikerId: string; event: Veiligheidsgebeurtenis },
  add: (sql: Transaction) => Promise<boolean>,
): Promise<Result<Toegevoegd, Refusal>> {
  // Ten slow hashes are not made while a row is locked.
  const heeft = (await findFactoren(sql, gebruikerId)).herstelcodes > 0
  const nieuw = heeft ? null : await hashHerstelcodes()
  const gelukt = await sql.begin(async (sql) => {
    await lockGebruiker(sql, gebruikerId)
    const isEerste = !heeftFactor(await findFactoren(sql, gebruikerId))
    if (mits === 'eerste' && !isEerste) return false
    if (!(await add(sql))) return false
    if (nieuw) await saveHerstelcodes(sql, { gebruikerId, hashes: nieuw.hashes })
    await recordVeiligheid(sql, { event, gebruikerId })
    return true
  })
  if (!gelukt)
    return refuse({ code: event === 'passkey-added' ? 'passkey-mislukt' : 'niet-gevonden' })
  return accept({ herstelcodes: nieuw?.codes ?? null })
}
