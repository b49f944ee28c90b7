import {
  type Adapter,
  type DatabaseSession,
  generateIdFromEntropySize,
  Lucia,
  TimeSpan,
} from 'lucia'
import { RUST_IN_MINUTEN, type SessieRij } from '#db/sessies.ts'
import { hashOf, hashOfGemerkt, isGemerkt, markeer } from './sessie-id.ts'

// Lucia extends a session in its second half only: who paused for 16 minutes would be out.
const VERLENG_NA_SECONDEN = 60

/** The queries of one kind of session; each knows a session by its hash. */
export type Sessiebank = {
  find(hash: string): Promise<SessieRij | null>
  list(persoonId: string): Promise<SessieRij[]>
  create(rij: SessieRij): Promise<void>
  extend(hash: string, expiresAt: Date): Promise<void>
  remove(hash: string): Promise<void>
  removeAll(persoonId: string): Promise<void>
  removeExpired(): Promise<void>
}

/** Lucia with an adapter that stores only hashes: a copy of the table opens nothing. */
export function createLucia(bank: Sessiebank): Lucia {
  return new Lucia(createAdapter(bank), { sessionExpiresIn: new TimeSpan(RUST_IN_MINUTEN, 'm') })
}

/** As Lucia makes them, for what is no session of Lucia's: 200 bits. */
export function createSessieId(): string {
  return generateIdFromEntropySize(25)
}

type GeldigeSessie = { hash: string; persoonId: string }

/** The session that this cookie value opens, which then lasts longer; null for anything else. */
export async function openSessie(
  bank: Sessiebank,
  id: string | null,
): Promise<GeldigeSessie | null> {
  if (!id || isGemerkt(id)) return null
  const { session } = await createLucia(bank).validateSession(id)
  if (!session) return null

  const hash = hashOf(id)
  const einde = eindeVanRust()
  if (einde.getTime() - session.expiresAt.getTime() > VERLENG_NA_SECONDEN * 1000) {
    await bank.extend(hash, einde)
  }
  return { hash, persoonId: session.userId }
}

function eindeVanRust(now = new Date()): Date {
  return new Date(now.getTime() + RUST_IN_MINUTEN * 60_000)
}

function createAdapter(bank: Sessiebank): Adapter {
  return {
    async getSessionAndUser(id) {
      if (isGemerkt(id)) return [null, null]
      const rij = await bank.find(hashOf(id))
      return rij ? [toSession(id, rij), { id: rij.persoonId, attributes: {} }] : [null, null]
    },
    async getUserSessions(persoonId) {
      return (await bank.list(persoonId)).map((rij) => toSession(markeer(rij.hash), rij))
    },
    setSession: ({ id, userId, expiresAt }) =>
      bank.create({ hash: hashOf(id), persoonId: userId, expiresAt }),
    updateSessionExpiration: (id, expiresAt) => bank.extend(hashOfGemerkt(id), expiresAt),
    deleteSession: (id) => bank.remove(hashOfGemerkt(id)),
    deleteUserSessions: bank.removeAll,
    deleteExpiredSessions: bank.removeExpired,
  }
}

function toSession(id: string, { persoonId, expiresAt }: SessieRij): DatabaseSession {
  return { id, userId: persoonId, expiresAt, attributes: {} }
}
