import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { TEKST } from '#domain/document.ts'

type Plek = { anker: unknown; kop: unknown }

/**
 * Keeps one's own caret where it is, whatever others write.
 *
 * y-tiptap looks for it by what the paragraphs say, and all empty ones say the same: who stood in one was moved to the
 * next as soon as somebody began to write in one above. Yjs itself knows the place.
 */
export const EigenPlek = Extension.create<{ doc: Y.Doc }>({
  name: 'eigenPlek',
  addOptions: () => ({ doc: new Y.Doc() }),
  addProseMirrorPlugins() {
    return [createPlek(this.options.doc)]
  },
})

function createPlek(doc: Y.Doc): Plugin {
  let plek: Plek | null = null
  return new Plugin({
    view(view) {
      const remember = () => {
        plek = plekOf(doc, view.state)
      }
      doc.on('beforeAllTransactions', remember)
      return { destroy: () => doc.off('beforeAllTransactions', remember) }
    },

    appendTransaction(transactions, _before, state) {
      if (!plek || !transactions.some(isOfAnother)) return null
      const anker = positionOf(doc, state, plek.anker)
      const kop = positionOf(doc, state, plek.kop)
      // What it stood in is gone: then any place is as good.
      if (anker === null || kop === null) return null
      const selectie = TextSelection.between(state.doc.resolve(anker), state.doc.resolve(kop))
      return selectie.eq(state.selection) ? null : state.tr.setSelection(selectie)
    },
  })
}

/** Undo and redo have a place of their own to go back to. */
function isOfAnother(transaction: Transaction): boolean {
  const sync = transaction.getMeta(ySyncPluginKey)
  return Boolean(sync?.isChangeOrigin) && !sync.isUndoRedoOperation
}

function plekOf(doc: Y.Doc, state: EditorState): Plek | null {
  const mapping = mappingOf(state)
  if (!mapping || !(state.selection instanceof TextSelection)) return null
  const { anchor, head } = state.selection
  const tekst = doc.getXmlFragment(TEKST)
  return {
    anker: absolutePositionToRelativePosition(anchor, tekst, mapping),
    kop: absolutePositionToRelativePosition(head, tekst, mapping),
  }
}

function positionOf(doc: Y.Doc, state: EditorState, place: unknown): number | null {
  const mapping = mappingOf(state)
  if (!mapping) return null
  return relativePositionToAbsolutePosition(doc, doc.getXmlFragment(TEKST), place, mapping)
}

function mappingOf(state: EditorState) {
  return ySyncPluginKey.getState(state)?.binding?.mapping
}
