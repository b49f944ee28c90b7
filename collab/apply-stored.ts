import * as Y from 'yjs'

/** Applies what is stored. Answers how many rows cannot be read; those are left out, and the rest is there. */
export function applyStored(doc: Y.Doc, rows: readonly { bytes: Uint8Array }[]): number {
  let unreadable = 0
  // One transaction: with one for each row, a thousand rows take seconds.
  Y.transact(doc, () => {
    for (const { bytes } of rows) {
      try {
        Y.applyUpdate(doc, bytes)
      } catch {
        unreadable += 1
      }
    }
  })
  return unreadable
}
