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
    delen.push(struct.content.str.slice(Math.max(0, vanaf - struct.id.clock)))
  }
  return delen
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

// Typing in one go gives items that follow each other; a jump elsewhere gives a new line.
function isVervolg(item: Y.Item): boolean {
  return item.origin?.client === item.id.client && item.origin.clock === item.id.clock - 1
}
