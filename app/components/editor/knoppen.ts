import type { Editor } from '@tiptap/core'
import {
  Bold,
  Columns3,
  Heading3,
  Heading4,
  Italic,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Redo2,
  Rows3,
  Table,
  TableColumnsSplit,
  TableRowsSplit,
  Trash2,
  Undo2,
} from 'lucide-react'

export type Knop = {
  id: string
  naam: string
  toets?: string
  icoon: LucideIcon
  /** Whether it is on; without it the button only does something. */
  isAan?: (editor: Editor) => boolean
  doe: (editor: Editor) => void
}

/** At most ten, always visible. */
export const KNOPPEN: readonly Knop[] = [
  {
    id: 'kop',
    naam: 'Kop',
    icoon: Heading3,
    isAan: (editor) => editor.isActive('heading', { level: 3 }),
    doe: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    id: 'tussenkop',
    naam: 'Tussenkop',
    icoon: Heading4,
    isAan: (editor) => editor.isActive('heading', { level: 4 }),
    doe: (editor) => editor.chain().focus().toggleHeading({ level: 4 }).run(),
  },
  {
    id: 'vet',
    naam: 'Vet',
    toets: 'Control+B',
    icoon: Bold,
    isAan: (editor) => editor.isActive('bold'),
    doe: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    id: 'cursief',
    naam: 'Cursief',
    toets: 'Control+I',
    icoon: Italic,
    isAan: (editor) => editor.isActive('italic'),
    doe: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    id: 'punten',
    naam: 'Lijst met punten',
    icoon: List,
    isAan: (editor) => editor.isActive('bulletList'),
    doe: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'nummers',
    naam: 'Lijst met nummers',
    icoon: ListOrdered,
    isAan: (editor) => editor.isActive('orderedList'),
    doe: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'taken',
    naam: 'Lijst om af te vinken',
    icoon: ListChecks,
    isAan: (editor) => editor.isActive('taskList'),
    doe: (editor) => editor.chain().focus().toggleTaskList().run(),
  },
  {
    id: 'tabel',
    naam: 'Tabel invoegen',
    icoon: Table,
    doe: (editor) =>
      editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    id: 'terug',
    naam: 'Ongedaan maken',
    toets: 'Control+Z',
    icoon: Undo2,
    doe: (editor) => editor.chain().focus().undo().run(),
  },
  {
    id: 'opnieuw',
    naam: 'Opnieuw doen',
    toets: 'Control+Y',
    icoon: Redo2,
    doe: (editor) => editor.chain().focus().redo().run(),
  },
]

/** Shown while the caret is in a table. */
export const TABELKNOPPEN: readonly Knop[] = [
  {
    id: 'rij-erbij',
    naam: 'Rij erbij',
    icoon: Rows3,
    doe: (editor) => editor.chain().focus().addRowAfter().run(),
  },
  {
    id: 'kolom-erbij',
    naam: 'Kolom erbij',
    icoon: Columns3,
    doe: (editor) => editor.chain().focus().addColumnAfter().run(),
  },
  {
    id: 'rij-weg',
    naam: 'Rij weg',
    icoon: TableRowsSplit,
    doe: (editor) => editor.chain().focus().deleteRow().run(),
  },
  {
    id: 'kolom-weg',
    naam: 'Kolom weg',
    icoon: TableColumnsSplit,
    doe: (editor) => editor.chain().focus().deleteColumn().run(),
  },
  {
    id: 'tabel-weg',
    naam: 'Tabel weg',
    icoon: Trash2,
    doe: (editor) => editor.chain().focus().deleteTable().run(),
  },
]
