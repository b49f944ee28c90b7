import { type Document, parseDocument } from '#domain/document.ts'

/** The path of the websocket that speaks the y-websocket protocol; the document name follows it. */
export const COLLAB_PATH = '/collab'
export const TABLE_NAMESPACE = '/overleg'
export const CLIENT_NAMESPACE = '/client'

/** Sent while a page asks by itself; what it gets is the same, but it is not use, and a session rests all the same. */
export const VANZELF_COOKIE = 'focustafel_vanzelf'

/**
 * Version of the editor's schema (S6). Raise it when a node or mark type is added to app/components/editor/schema.ts.
 *
 * The browser sends its own as `?editor=`; an older one is read-only, because it would delete what it does not know.
 */
export const EDITOR_VERSION = 1

/** The node types of that schema. Collab refuses any other: an editor deletes, for everybody, what it does not know. */
export const EDITOR_NODES = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'taskItem',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'hardBreak',
] as const

/** The marks. An editor that meets another deletes the words that carry it, for everybody. */
export const EDITOR_MARKS = ['bold', 'italic'] as const

/** First byte of a frame. 0 to 3 are y-websocket's own; the stock provider leaves the others alone. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  opgeslagen: 100,
  geweigerd: 101,
} as const

/** Why the server closed a socket. After 44xx the browser asks the page anew before it tries again; 1012 means: come back. */
export const CLOSE = {
  restart: 1012,
  tooBig: 1009,
  signedOut: 4401,
  forbidden: 4403,
  malformed: 4400,
  slowReader: 4408,
  tooMany: 4429,
} as const

/** Codes that a geweigerd message carries, with the number of the refused frame: the n-th sync update of this connection. */
export const GEWEIGERD = [
  'alleen-lezen',
  'fase-al-afgerond',
  'besloten-tijd',
  'editor-verouderd',
  'te-groot',
  'te-veel',
  'schijf-vol',
  'ongeldige-invoer',
] as const
export type Geweigerd = (typeof GEWEIGERD)[number]

export type DocumentKey = { overlegId: string; document: Document }

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const NAME_PATTERN = new RegExp(`^overleg/(${UUID})/([a-z]+)$`)

/** The name that y-websocket calls a room. */
export function documentName({ overlegId, document }: DocumentKey): string {
  return `overleg/${overlegId}/${document}`
}

export function parseDocumentName(name: string): DocumentKey | null {
  const [, overlegId = '', text = ''] = NAME_PATTERN.exec(name) ?? []
  const document = parseDocument(text)
  return document ? { overlegId, document } : null
}
