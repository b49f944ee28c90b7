import type { Extensions } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'

// Tab in the last cell would add rows for ever: a keyboard trap (WCAG 2.1.2). It moves on instead.
const Tabel = Table.extend({
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      Tab: () => this.editor.commands.goToNextCell(),
      'Shift-Tab': () => this.editor.commands.goToPreviousCell(),
    }
  },
})

/**
 * What a text can consist of. app/domain/inhoud.ts reads the same names.
 *
 * Raise EDITOR_VERSION in app/realtime/protocol.ts with every node or mark that is added here (S6).
 */
export function createSchema(): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [3, 4] },
      blockquote: false,
      code: false,
      codeBlock: false,
      dropcursor: false,
      gapcursor: false,
      horizontalRule: false,
      link: false,
      strike: false,
      trailingNode: false,
      underline: false,
      // Undo comes from Yjs: one's own changes only.
      undoRedo: false,
    }),
    TaskList,
    TaskItem.configure({
      nested: true,
      a11y: { checkboxLabel: (node) => `Gedaan: ${node.textContent || 'nog zonder tekst'}` },
    }),
    Tabel.configure({ resizable: false }),
    TableRow,
    TableHeader,
    TableCell,
  ]
}
