import * as Y from 'yjs'

/** How far the person himself has written in this document, as Yjs counts. */
export function eigenKlok(doc: Y.Doc): number {
  return Y.getState(doc.store, doc.clientID)
}

/**
 * The words that the person himself wrote after `vanaf` and that are still there. D3
 *
 * In the order of writing; a new paragraph, list item or field gives a new line.
 */
export function eigenTekstVanaf(doc: Y.Doc, vanaf: number): string {
  const structs = doc.store.clients.get(doc.clientID) ?? []
  const delen: string[] = []
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || struct.id.clock + struct.length <= vanaf) continue
    if (struct.content instanceof Y.ContentType) delen.push('\n')
    if (struct.deleted || !(struct.content instanceof Y.ContentString)) continue
    if (!isVervolg(struct)) delen.push('\n')
    delen.push(vanafWoord(struct.content.str, vanaf - struct.id.clock))
  }
  return delen
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

// Of a word that was half saved, the whole: half of it means nothing.
function vanafWoord(tekst: string, index: number) {
  return index <= 0 ? tekst : tekst.slice(tekst.slice(0, index).search(/\S*$/))
}

// Typing in one go gives items that follow each other; a jump elsewhere gives a new line.
function isVervolg(item: Y.Item): boolean {
  return item.origin?.client === item.id.client && item.origin.clock === item.id.clock - 1
}
