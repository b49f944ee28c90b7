import type * as Y from 'yjs'
import { ACTIES, type Document, TEKST } from '#domain/document.ts'

/** Milliseconds on a clock that no process can set, the same in every thread. */
export function nu(): number {
  return Number(process.hrtime.bigint() / 1000n) / 1000
}

/** What happened in the sight of one person, as his browser tells it. */
export type Gebeurtenis =
  | { soort: 'getypt'; wie: string; woord: string; document: Document; op: number }
  /** The screen said "Opgeslagen". */
  | { soort: 'opgeslagen'; wie: string; woord: string; op: number }
  /** Of another, on the screen of this one. */
  | { soort: 'gezien'; wie: string; woord: string; document: Document; op: number }
  /** Refused or cut off, and kept on the screen of its author. D3 */
  | { soort: 'gered'; wie: string; woord: string; op: number }
  /** Anywhere in what the browser of the client side got. */
  | { soort: 'bij-client'; wie: string; woord: string; weergave: string; op: number }
  | { soort: 'geopend'; wie: string; document: Document; op: number }

/** From its beginning until its end nobody could think that this was still allowed. */
export type Verbod = {
  wie: string
  document: Document
  wat: 'lezen' | 'schrijven'
  van: number
  tot: number
}

/** The network of this person, or the house of everybody, was not whole. */
export type Storing = { wie: string | null; van: number; tot: number }

export type Scherm = {
  wie: string
  document: Document
  woorden: readonly string[]
  /** The screen says that something is not saved yet. */
  onopgeslagen: boolean
}

export type Verslag = {
  gebeurtenissen: readonly Gebeurtenis[]
  verboden: readonly Verbod[]
  storingen: readonly Storing[]
  /** What PostgreSQL has of each document, in words. */
  bewaard: ReadonlyMap<Document, readonly string[]>
  schermen: readonly Scherm[]
}

const WOORD = /[a-z]\d+-\d{6}\./g

export function woordenIn(tekst: string): string[] {
  return tekst.match(WOORD) ?? []
}

export function maakWoord(wie: string, nummer: number): string {
  return `${wie}-${String(nummer).padStart(6, '0')}.`
}

export function tekstVan(doc: Y.Doc): string {
  return `${doc.getXmlFragment(TEKST).toString()} ${JSON.stringify(doc.getArray(ACTIES).toJSON())}`
}
