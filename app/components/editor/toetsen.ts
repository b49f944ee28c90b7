import { Extension } from '@tiptap/core'

type Options = { naarWerkbalk: () => void; verlaat: () => void }

/** The two ways out of the text by keyboard (WCAG 2.1.2). */
export const Toetsen = Extension.create<Options>({
  name: 'toetsen',
  priority: 1100,

  addOptions() {
    return { naarWerkbalk: () => {}, verlaat: () => {} }
  },

  addKeyboardShortcuts() {
    return {
      'Alt-F10': () => {
        this.options.naarWerkbalk()
        return true
      },
      Escape: () => {
        this.options.verlaat()
        return true
      },
    }
  },
})
