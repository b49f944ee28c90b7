import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'
import { MESSAGE } from '#app/realtime/protocol.ts'
import { KLEUREN } from '#domain/kleur.ts'

/** What one connection shares: its caret. Who it is comes from the session (S4). */
export type Presence = { yjsClient: number; clock: number; cursor: unknown }
export type Persoon = { gebruikerId: string; naam: string; organisatie: string; kleur: number }
type Entry = { yjsClient: number; clock: number; state: string }

const MAX_STATE = 4096
const MAX_ENTRIES = 64

const Id = z.object({
  client: z.number().int().nonnegative(),
  clock: z.number().int().nonnegative(),
})
const Position = z.object({
  type: Id.nullish(),
  tname: z.string().max(20).nullish(),
  item: Id.nullish(),
  assoc: z.number().int().nullish(),
})
const State = z
  .object({ cursor: z.object({ anchor: Position, head: Position }).nullish() })
  .nullable()

/** Null for what is not awareness; entries are not looked into before somebody asks for one of them. */
export function parseAwareness(bytes: Uint8Array): Entry[] | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const count = decoding.readVarUint(decoder)
    if (count > MAX_ENTRIES) return null
    return Array.from({ length: count }, () => ({
      yjsClient: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder),
    }))
  } catch {
    return null
  }
}

/** The own entry of a connection, reduced to what we know of; null when it is not a state that an editor makes. */
export function parsePresence({ yjsClient, clock, state }: Entry): Presence | null {
  if (state.length > MAX_STATE) return null
  const result = State.safeParse(parseJson(state))
  return result.success ? { yjsClient, clock, cursor: result.data?.cursor ?? null } : null
}

export function awarenessFrame(
  entries: { presence: Presence; persoon: Persoon | null }[],
): Uint8Array {
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, entries.length)
  for (const { presence, persoon } of entries) {
    encoding.writeVarUint(inner, presence.yjsClient)
    encoding.writeVarUint(inner, presence.clock)
    encoding.writeVarString(inner, JSON.stringify(persoon && stateOf(presence, persoon)))
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  return encoding.toUint8Array(encoder)
}

function stateOf({ cursor }: Presence, { naam, organisatie, kleur }: Persoon) {
  return { user: { name: naam, naam, organisatie, kleur, color: KLEUREN[kleur] }, cursor }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
