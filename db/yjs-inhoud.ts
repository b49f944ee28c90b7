import * as Y from 'yjs'
import { type Conceptactie, formatWie, parseConceptactie } from '#domain/actie.ts'
import { ACTIES, BEGINKOPPEN, type Document, TEKST } from '#domain/document.ts'
import type { Knoop } from '#domain/inhoud.ts'

/** The Yjs client id under which the server writes the first content of each document. */
export const SERVER_YJS_CLIENT = 1

// Deeper than any text that the editor can make; a hostile document may be deeper.
const MAX_DIEPTE = 30

/** What the document says now, as plain trees: no ids of writers, no history, nothing that was deleted. S1, D4 */
export function inhoudOf(doc: Y.Doc): { knopen: Knoop[]; acties: Conceptactie[] } {
  return { knopen: knopenOf(doc.getXmlFragment(TEKST), 0), acties: actiesOf(doc) }
}

/** The first content of a document: its headings, and the vraag of the inbrenger. */
export function createBegin(document: Document, vraag: string): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = SERVER_YJS_CLIENT
  const alineas = BEGINKOPPEN[document].flatMap((kop, index) => [
    element('heading', kop, 3),
    element('paragraph', document === 'vraagstelling' && index === 0 ? vraag.trim() : ''),
  ])
  insertInto(doc.getXmlFragment(TEKST), 0, alineas)
  return Y.encodeStateAsUpdate(doc)
}

/** Writes a paragraph below a heading, or at the end when that heading is not there. For seeds and tests. */
export function appendAlinea(doc: Y.Doc, kop: string, tekst: string): void {
  const fragment = doc.getXmlFragment(TEKST)
  const index = fragment
    .toArray()
    .findIndex(
      (node) => node instanceof Y.XmlElement && node.nodeName === 'heading' && plat(node) === kop,
    )
  const volgende = fragment.get(index + 1)
  if (
    volgende instanceof Y.XmlElement &&
    volgende.nodeName === 'paragraph' &&
    plat(volgende) === ''
  ) {
    volgende.insert(0, [new Y.XmlText(tekst)])
    return
  }
  insertInto(fragment, index < 0 ? fragment.length : index + 1, [element('paragraph', tekst)])
}

/** What the cliënt said yes to, at the end: a heading that says whose it is, and a paragraph per line. K5 */
export function appendInbreng(doc: Y.Doc, kop: string, tekst: string): void {
  const fragment = doc.getXmlFragment(TEKST)
  const alineas = tekst.split(/\n+/).filter((regel) => regel.trim() !== '')
  insertInto(fragment, fragment.length, [
    element('heading', kop, 3),
    ...alineas.map((alinea) => element('paragraph', alinea)),
  ])
}

export function appendActie(doc: Y.Doc, actie: Conceptactie): void {
  const map = new Y.Map<unknown>()
  map.set('id', actie.id)
  map.set('wat', new Y.Text(actie.wat))
  map.set('waarom', new Y.Text(actie.waarom))
  map.set('wie', actie.wie ? formatWie(actie.wie) : '')
  map.set('wanneer', actie.wanneer ?? '')
  map.set('leefgebied', actie.leefgebied ?? '')
  doc.getArray(ACTIES).push([map])
}

function actiesOf(doc: Y.Doc): Conceptactie[] {
  return doc
    .getArray(ACTIES)
    .toArray()
    .flatMap((item) => {
      if (!(item instanceof Y.Map)) return []
      const velden = Object.fromEntries(
        [...item.entries()].map(([key, value]) => [
          key,
          value instanceof Y.Text ? value.toString() : value,
        ]),
      )
      return parseConceptactie(velden) ?? []
    })
}

function knopenOf(parent: Y.XmlFragment, diepte: number): Knoop[] {
  if (diepte > MAX_DIEPTE) return []
  return parent.toArray().flatMap((node): Knoop[] => {
    if (node instanceof Y.XmlText) return stukkenOf(node)
    if (!(node instanceof Y.XmlElement)) return []
    return [
      { type: node.nodeName, attrs: node.getAttributes(), content: knopenOf(node, diepte + 1) },
    ]
  })
}

function stukkenOf(text: Y.XmlText): Knoop[] {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta()
  return delta.flatMap(({ insert, attributes }) =>
    typeof insert === 'string'
      ? [{ type: 'text', text: insert, marks: Object.keys(attributes ?? {}) }]
      : [],
  )
}

function element(
  type: 'heading' | 'paragraph',
  tekst: string,
  level?: number,
): Y.XmlElement<{ level?: number }> {
  const node = new Y.XmlElement<{ level?: number }>(type)
  if (level !== undefined) node.setAttribute('level', level)
  if (tekst) node.insert(0, [new Y.XmlText(tekst)])
  return node
}

// Yjs types the attributes of a child as strings; ProseMirror's level is a number.
function insertInto(
  fragment: { insert(index: number, content: object[]): void },
  index: number,
  content: Y.XmlElement<{ level?: number }>[],
) {
  fragment.insert(index, content)
}

function plat(node: Y.XmlElement): string {
  return node
    .toArray()
    .map((child) => (child instanceof Y.XmlText ? child.toString() : ''))
    .join('')
}
