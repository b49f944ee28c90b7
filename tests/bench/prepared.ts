import * as Y from 'yjs'
import { USER } from './wire/browser.ts'
import { awarenessMessage, syncMessage } from './wire/protocol.ts'

/** What one person types, made before the clock runs: real updates of a real Y.Doc. */
export type Typist = {
  yjsClient: number
  /** His paragraph, with a sentence that he then writes in. */
  begin: Uint8Array
  /** The Yjs clock of the first edit; each takes one. */
  firstClock: number
  edits: Uint8Array[]
  /** One caret for each edit. */
  carets: Uint8Array[]
}

const FRAGMENT = 'tekst'
const SENTENCE = 'Vorige week was hij thuis, en dat ging goed.'
const POSITION = 12
// 2.6 letters on average, as those who type fast send them.
const MAX_WORD = 4
const LETTERS = 'de gemeente belt maandag met de woningbouw '

/** Types a letter at a time in the middle of a sentence. Nobody's typing depends on anybody else's. */
export function prepareTypist(yjsClient: number, count: number): Typist {
  const doc = new Y.Doc()
  doc.clientID = yjsClient
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText(SENTENCE)
  paragraph.insert(0, [text])
  doc.getXmlFragment(FRAGMENT).insert(0, [paragraph])
  const firstClock = Y.getState(doc.store, yjsClient)

  for (let index = 0; index < count; index++) {
    text.insert(POSITION + index, LETTERS[index % LETTERS.length] ?? ' ')
  }
  const [begin = new Uint8Array(), ...edits] = made
  doc.destroy()
  return {
    yjsClient,
    begin: syncMessage('update', begin),
    firstClock,
    edits: edits.map((edit) => syncMessage('update', edit)),
    carets: edits.map((_, index) => caret(yjsClient, firstClock + index, index + 2)),
  }
}

/** Words at places by chance, so that hardly any two lie together in memory: what a long meeting leaves behind. */
export function prepareScattered(
  yjsClient: number,
  count: number,
  below: (limit: number) => number,
): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = yjsClient
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  doc.getXmlFragment(FRAGMENT).insert(0, [paragraph])
  for (let index = 1; index < count; index++) {
    text.insert(below(text.length + 1), LETTERS.slice(0, 1 + below(MAX_WORD)))
  }
  doc.destroy()
  return made
}

/** As the editor's plugin for carets says it. */
function caret(yjsClient: number, item: number, clock: number): Uint8Array {
  const position = {
    type: { client: yjsClient, clock: 1 },
    tname: null,
    item: { client: yjsClient, clock: item },
    assoc: 0,
  }
  const state = { user: USER, cursor: { anchor: position, head: position } }
  return awarenessMessage(yjsClient, clock, JSON.stringify(state))
}
