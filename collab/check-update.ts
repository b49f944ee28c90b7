import * as Y from 'yjs'
import { EDITOR_MARKS, EDITOR_NODES } from '#app/realtime/protocol.ts'
import { ACTIES, TEKST } from '#domain/document.ts'

/** What a document holds, or will hold once the edits before this one are written. */
type Known = {
  /** Per Yjs client id, the clock that comes next. */
  vector: ReadonlyMap<number, number>
  /** What is written. */
  doc: Y.Doc
  /** Whether this person may write under that Yjs client id. */
  isEigen: (yjsClient: number) => boolean
}

export type Checked =
  /** `herhaald`: it also says again what is written already, and says it as it likes. */
  | { soort: 'goed'; vector: Map<number, number>; herhaald: boolean }
  /** Nothing in it that is not written already. */
  | { soort: 'leeg' }
  /** It builds on edits that have not arrived. */
  | { soort: 'gat' }
  | { soort: 'fout'; waarom: string }

/** Why an update is wrong that writes under an id of somebody else. */
export const ANOTHER_WRITER = 'another writer'

// A struct of 14 bytes can claim 2^50 characters, and spend its writer's clock for ever.
const MAX_STEP = 4_000_000
const MAX_CLOCK = 2 ** 31
const MAX_DEPTH = 40
// Of writers who build on each other in turn, within one update.
const MAX_ROUNDS = 10_000
const MAX_VALUE_DEPTH = 6

const CONTENT = { deleted: 1, string: 4, format: 6, type: 7, any: 8 } as const
const ALLOWED_CONTENT: readonly number[] = Object.values(CONTENT)
const ROOTS: readonly string[] = [TEKST, ACTIES]
const NODES: readonly string[] = EDITOR_NODES
const MARKS: readonly string[] = EDITOR_MARKS

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type Deletes = ReturnType<typeof Y.decodeUpdate>['ds']

/**
 * Judges one update before anything is done with it: well-formed, of a sane size, in order, and under the writer's own ids.
 *
 * Yjs itself keeps an update with a gap for ever, lets anybody write under anybody's id, and believes any length.
 */
export function checkUpdate(bytes: Uint8Array, known: Known): Checked {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes)
    return checkStructs(structs, ds, known)
  } catch (error) {
    if (error instanceof Wrong) return { soort: 'fout', waarom: error.message }
    if (error instanceof Gap) return { soort: 'gat' }
    return { soort: 'fout', waarom: 'malformed' }
  }
}

function checkStructs(structs: Struct[], ds: Deletes, known: Known): Checked {
  const vector = new Map<number, number>()
  const depths = new Map<string, number>()
  const nextOf = (client: number) =>
    Math.max(vector.get(client) ?? 0, known.vector.get(client) ?? 0)
  const has = ({ client, clock }: Y.ID) => clock < nextOf(client)

  let herhaald = false
  takeInOrder(structs, (struct) => {
    const { client, clock } = struct.id
    const written = Y.getState(known.doc.store, client)
    herhaald ||= clock < written
    if (clock > nextOf(client) || struct instanceof Y.Skip) return false
    const end = clock + struct.length
    // What is on its way to the database is not known yet: it may be refused there, and this may differ from it.
    if (end <= written) return true

    if (!known.isEigen(client)) throw new Wrong(ANOTHER_WRITER)
    if (end - nextOf(client) > MAX_STEP || end > MAX_CLOCK) throw new Wrong('impossible length')
    if (struct instanceof Y.Item) {
      if (!parentsOf(struct).every(has)) return false
      checkItem(struct, depths, known.doc)
    }
    vector.set(client, Math.max(end, vector.get(client) ?? 0))
    return true
  })

  let deletes = false
  for (const [client, items] of ds.clients) {
    for (const { clock, len } of items) {
      if (clock + len > nextOf(client)) throw new Gap()
      deletes ||= !isDeleted(known.doc, client, clock, len)
    }
  }
  return vector.size > 0 || deletes ? { soort: 'goed', vector, herhaald } : { soort: 'leeg' }
}

/**
 * Each after what it builds on: Yjs sends writer after writer, and one may build on another who comes later.
 *
 * `take` says no to what builds on something that is not there yet.
 */
function takeInOrder(structs: Struct[], take: (struct: Struct) => boolean) {
  const perWriter = Map.groupBy(structs, ({ id }) => id.client).values()
  let waiting = [...perWriter].map((own) => ({ own, next: 0 }))
  for (let round = 0; waiting.length > 0; round++) {
    let progress = false
    for (const writer of waiting) {
      for (let struct = writer.own[writer.next]; struct && take(struct); progress = true) {
        writer.next += 1
        struct = writer.own[writer.next]
      }
    }
    if (!progress || round > MAX_ROUNDS) throw new Gap()
    waiting = waiting.filter(({ own, next }) => next < own.length)
  }
}

function parentsOf(item: Y.Item): Y.ID[] {
  const parent: unknown = item.parent
  return [item.origin, item.rightOrigin, parent].filter((id) => id instanceof Y.ID)
}

function checkItem(item: Y.Item, depths: Map<string, number>, doc: Y.Doc) {
  // In a decoded update, parent is an id or the name of a root: not yet the type that it becomes.
  const parent: unknown = item.parent
  const parentId = parent instanceof Y.ID ? parent : null
  if (typeof parent === 'string' && !ROOTS.includes(parent)) throw new Wrong('unknown root')
  if (item.parentSub !== null && item.parentSub.length > 64) throw new Wrong('long key')
  checkContent(item)

  if (item.content.getRef() !== CONTENT.type) return
  const near = parentId ?? item.origin ?? item.rightOrigin
  const depth = near ? depthOf(near, depths, doc) + (parentId ? 1 : 0) : 1
  if (depth > MAX_DEPTH) throw new Wrong('too deep')
  depths.set(keyOf(item.id), depth)
}

function checkContent({ content }: Y.Item) {
  if (!ALLOWED_CONTENT.includes(content.getRef())) throw new Wrong('unknown content')
  if (content instanceof Y.ContentAny) {
    for (const value of content.getContent()) checkValue(value, 0)
  } else if (content instanceof Y.ContentFormat) {
    if (!MARKS.includes(markOf(content.key))) throw new Wrong('unknown mark')
    checkValue(content.value, 0)
  } else if (content instanceof Y.ContentType) {
    checkType(content.type)
  }
}

/** Of marks that may overlap with themselves the editor adds a hash to the name. */
function markOf(key: string): string {
  return key.split('--', 1)[0] ?? ''
}

function checkType(type: unknown) {
  if (type instanceof Y.XmlHook) throw new Wrong('unknown type')
  if (type instanceof Y.XmlElement) {
    if (!NODES.includes(type.nodeName)) throw new Wrong('unknown node')
    return
  }
  if (!(type instanceof Y.Text || type instanceof Y.Map)) throw new Wrong('unknown type')
}

// A value nested 200,000 deep ends the process that encodes it.
function checkValue(value: unknown, depth: number): void {
  if (depth > MAX_VALUE_DEPTH) throw new Wrong('deep value')
  if (typeof value !== 'object' || value === null) return
  for (const inner of Object.values(value)) checkValue(inner, depth + 1)
}

function depthOf(id: Y.ID, depths: Map<string, number>, doc: Y.Doc): number {
  const here = depths.get(keyOf(id))
  if (here !== undefined) return here
  // Not applied yet: it is in the flush that runs now, and was judged there.
  if (id.clock >= Y.getState(doc.store, id.client)) return 1

  let depth = 0
  let item: Y.Item | null = itemOf(Y.getItem(doc.store, id))
  while (item && depth <= MAX_DEPTH) {
    const parent: unknown = item.parent
    item = parent instanceof Y.AbstractType ? parent._item : null
    depth += 1
  }
  return depth
}

function isDeleted(doc: Y.Doc, client: number, clock: number, len: number): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs || clock + len > Y.getState(doc.store, client)) return false
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
    const struct = structs[index]
    if (!struct || struct.id.clock >= clock + len) return true
    if (!struct.deleted) return false
  }
  return true
}

function itemOf(struct: unknown): Y.Item | null {
  return struct instanceof Y.Item ? struct : null
}

function keyOf({ client, clock }: Y.ID) {
  return `${client}:${clock}`
}

class Wrong extends Error {}
class Gap extends Error {}
