import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { awarenessMessage, syncMessage } from './wire/protocol.ts'
import { maskedFrame, OPCODE } from './wire/websocket.ts'

/** What an attacker who may sit at the table sends: messages in good frames, or bytes that are no good frame. */
type Attack = { name: string } & ({ messages: () => Uint8Array[] } | { raw: () => Uint8Array[] })

/** The Yjs client id of somebody else who is writing in the same document. */
type Victim = { yjsClient: number; clock: number }

const MIB = 1024 * 1024
const ATTACKER = 3_000_000_001

/** Section 2 of the design's security page: F1 to F5, F11, F17 to F20, 44 in all. */
export function listAttacks(victim: Victim): Attack[] {
  return [...badFrames(), ...badMessages(), ...badUpdates(victim), ...badAwareness(victim)]
}

// F11, F17
function badFrames(): Attack[] {
  const raw = (name: string, ...bytes: number[]): Attack => ({
    name,
    raw: () => [Buffer.from(bytes)],
  })
  return [
    raw('frame: reserved bits', 0xf2, 0x80, 0, 0, 0, 0),
    raw('frame: unknown data opcode', 0x83, 0x80, 0, 0, 0, 0),
    raw('frame: unknown control opcode', 0x8b, 0x80, 0, 0, 0, 0),
    raw('frame: continuation of nothing', 0x80, 0x81, 0, 0, 0, 0, 1),
    raw('frame: not masked', 0x82, 0x01, 1),
    raw('frame: length 2^63', 0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    raw('frame: length 2^53', 0x82, 0xff, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    raw('frame: close code 999', 0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe7),
    raw('frame: close of one byte', 0x88, 0x81, 0, 0, 0, 0, 0x03),
    raw('frame: close reason that is no UTF-8', 0x88, 0x84, 0, 0, 0, 0, 0x03, 0xe8, 0xff, 0xfe),
    raw('frame: control frame of 256 bytes', 0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0),
    raw('frame: ping in pieces', 0x09, 0x80, 0, 0, 0, 0),
    raw('frame: compressed, which was not agreed', 0xc2, 0x81, 0, 0, 0, 0, 0),
    raw('frame: text that is no UTF-8', 0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe),
    {
      name: 'frame: a new message inside another',
      raw: () => [Buffer.from([0x02, 0x80, 0, 0, 0, 0, 0x82, 0x80, 0, 0, 0, 0])],
    },
    { name: 'frame: 110 MB in one', raw: () => [oversized()] },
    { name: 'frame: 20,000 pieces of one byte', raw: () => [pieces(20_000)] },
  ]
}

// F3
function badMessages(): Attack[] {
  const message = (name: string, ...bytes: number[]): Attack => ({
    name: `message: ${name}`,
    messages: () => [Uint8Array.from(bytes)],
  })
  return [
    message('empty'),
    message('of an unknown type', 77, 1, 2, 3),
    message('sync without a kind', 0),
    message('sync of an unknown kind', 0, 9, 1, 0),
    message('step 1 cut short', 0, 0, 200),
    message('step 1 that is no state vector', 0, 0, 3, 255, 255, 255),
    message('update that says to be longer than it is', 0, 2, 255, 255, 3, 1),
    message('a number without end', 0, 2, ...Array.from({ length: 40 }, () => 0xff)),
    message('auth, out of turn', 2, 0, 1, 120),
    { name: 'message: 5 MB of zeros', messages: () => [new Uint8Array(5 * MIB)] },
    {
      name: 'message: a state vector of 400,000 entries',
      messages: () => [syncMessage('step1', stateVector(400_000))],
    },
  ]
}

// F1, F2, F4, F18
function badUpdates(victim: Victim): Attack[] {
  const update = (name: string, make: () => Uint8Array[]): Attack => ({
    name: `update: ${name}`,
    messages: () => make().map((bytes) => syncMessage('update', bytes)),
  })
  return [
    update('random bytes', () => [
      Uint8Array.from({ length: 400 }, (_, index) => (index * 73) & 255),
    ]),
    update('a real one, cut short', () => [sentence(ATTACKER).subarray(0, 20)]),
    update('under the id of somebody else', () => [squat(victim)]),
    update('a struct of length 2^50', () => [struct(ATTACKER, 0, 2 ** 50)]),
    update('a struct of length 2^31', () => [struct(ATTACKER, 0, 2 ** 31)]),
    update('a clock that jumps to 2^40', () => [struct(ATTACKER, 2 ** 40, 1)]),
    update('says to have 2^31 structs', () => [numbers(1, 2 ** 31, ATTACKER, 0)]),
    update('says to have 2^31 writers', () => [numbers(2 ** 31, 1, ATTACKER, 0)]),
    update('deletes more than there ever was', () => [
      numbers(0, 1, victim.yjsClient, 1, 0, 2 ** 40),
    ]),
    update('one with a gap', () => typed(ATTACKER, 3).slice(2)),
    update('1 MB behind a gap', () => [typed(ATTACKER, 2, 'x'.repeat(MIB))[1] ?? new Uint8Array()]),
    update('10,000 that each miss their predecessor', () =>
      typed(ATTACKER, 10_001).slice(1).toReversed(),
    ),
  ]
}

// F5, F19
function badAwareness(victim: Victim): Attack[] {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  return [
    {
      name: 'awareness: the name and caret of somebody else',
      messages: () => [
        awarenessMessage(victim.yjsClient, 1_000_000, '{"user":{"name":"De rechter"}}'),
      ],
    },
    { name: 'awareness: no JSON', messages: () => [awarenessMessage(ATTACKER, 1, '{"user":')] },
    {
      name: 'awareness: nested 200,000 deep',
      messages: () => [awarenessMessage(ATTACKER, 2, `{"user":${nested(200_000)}}`)],
    },
    {
      name: 'awareness: 3 MB',
      messages: () => [
        awarenessMessage(ATTACKER, 3, JSON.stringify({ user: 'x'.repeat(3 * MIB) })),
      ],
    },
  ]
}

function numbers(...values: number[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const value of values) encoding.writeVarUint(encoder, value)
  })
}

/** One struct of garbage-collected text: it says only how long it is. */
function struct(client: number, clock: number, length: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const value of [1, 1, client, clock]) encoding.writeVarUint(encoder, value)
    encoding.writeUint8(encoder, 0)
    for (const value of [length, 0]) encoding.writeVarUint(encoder, value)
  })
}

function stateVector(entries: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries)
    for (let index = 0; index < entries; index++) {
      encoding.writeVarUint(encoder, index)
      encoding.writeVarUint(encoder, 1)
    }
  })
}

function sentence(yjsClient: number): Uint8Array {
  return typed(yjsClient, 1, 'Dit staat er niet goed in.')[0] ?? new Uint8Array()
}

/** Updates that each build on the one before. */
function typed(yjsClient: number, count: number, word = 'x'): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = yjsClient
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText(word)
  paragraph.insert(0, [text])
  doc.getXmlFragment('tekst').insert(0, [paragraph])
  for (let index = 1; index < count; index++) text.insert(0, word)
  doc.destroy()
  return made
}

/** What comes next under the id of somebody else: his own next letters would be lost. */
function squat({ yjsClient, clock }: Victim): Uint8Array {
  return encoding.encode((encoder) => {
    for (const value of [1, 1, yjsClient, clock]) encoding.writeVarUint(encoder, value)
    // A string, behind what he wrote last.
    encoding.writeUint8(encoder, 0x84)
    for (const value of [yjsClient, clock - 1]) encoding.writeVarUint(encoder, value)
    encoding.writeVarString(encoder, 'XXXXX')
    encoding.writeVarUint(encoder, 0)
  })
}

function oversized(): Buffer {
  return maskedFrame(OPCODE.binary, new Uint8Array(110 * MIB))
}

function pieces(count: number): Buffer {
  const first = [0x02, 0x81, 0, 0, 0, 0, 0]
  const next = [0x00, 0x81, 0, 0, 0, 0, 0]
  return Buffer.from([...first, ...Array.from({ length: count }, () => next).flat()])
}
