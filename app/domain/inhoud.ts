/** Prose as plain data: what a document says now, and nothing of how it came to say that. S1, D4 */
export type Stuk = { tekst: string; vet?: true; cursief?: true }
export type Lijstitem = { gedaan?: boolean; blokken: Blok[] }
export type Cel = { kop: boolean; blokken: Blok[] }
export type Blok =
  | { soort: 'kop'; niveau: 3 | 4; tekst: Stuk[] }
  | { soort: 'alinea'; tekst: Stuk[] }
  | { soort: 'lijst'; vorm: 'punten' | 'nummers' | 'taken'; items: Lijstitem[] }
  | { soort: 'tabel'; rijen: Cel[][] }

/** The live document as a tree: what ProseMirror and Yjs call a node. Made from a Y.Doc in db/documenten.ts. */
export type Knoop = {
  type: string
  attrs?: Readonly<Record<string, unknown>>
  text?: string
  marks?: readonly string[]
  content?: readonly Knoop[]
}

const MAX_DIEPTE = 12

/** Plain data of what the tree says. Only what is named here comes through; whatever else a browser put in does not. */
export function blokkenOf(knopen: readonly Knoop[], diepte = 0): Blok[] {
  return diepte > MAX_DIEPTE ? [] : knopen.flatMap((knoop) => blokOf(knoop, diepte) ?? [])
}

/** Whether there is anything but headings and white space. F4, F5 */
export function heeftTekst(blokken: readonly Blok[]): boolean {
  return blokken.some((blok) => blok.soort !== 'kop' && platteTekst([blok]).trim() !== '')
}

/** The words alone, a line per block. */
export function platteTekst(blokken: readonly Blok[]): string {
  return blokken.map(tekstVanBlok).filter(Boolean).join('\n')
}

function blokOf(knoop: Knoop, diepte: number): Blok | null {
  const content = knoop.content ?? []
  switch (knoop.type) {
    case 'heading':
      return { soort: 'kop', niveau: knoop.attrs?.level === 4 ? 4 : 3, tekst: stukkenOf(content) }
    case 'paragraph':
      return { soort: 'alinea', tekst: stukkenOf(content) }
    case 'bulletList':
      return { soort: 'lijst', vorm: 'punten', items: itemsOf(content, 'listItem', diepte) }
    case 'orderedList':
      return { soort: 'lijst', vorm: 'nummers', items: itemsOf(content, 'listItem', diepte) }
    case 'taskList':
      return { soort: 'lijst', vorm: 'taken', items: itemsOf(content, 'taskItem', diepte) }
    case 'table':
      return {
        soort: 'tabel',
        rijen: content.filter((rij) => rij.type === 'tableRow').map((rij) => cellenOf(rij, diepte)),
      }
    default:
      return null
  }
}

function itemsOf(
  content: readonly Knoop[],
  type: 'listItem' | 'taskItem',
  diepte: number,
): Lijstitem[] {
  return content
    .filter((item) => item.type === type)
    .map((item) => ({
      ...(type === 'taskItem' ? { gedaan: item.attrs?.checked === true } : {}),
      blokken: blokkenOf(item.content ?? [], diepte + 1),
    }))
}

function cellenOf(rij: Knoop, diepte: number): Cel[] {
  return (rij.content ?? [])
    .filter((cel) => cel.type === 'tableCell' || cel.type === 'tableHeader')
    .map((cel) => ({
      kop: cel.type === 'tableHeader',
      blokken: blokkenOf(cel.content ?? [], diepte + 1),
    }))
}

function stukkenOf(content: readonly Knoop[]): Stuk[] {
  return content.flatMap((knoop): Stuk[] => {
    if (knoop.type === 'hardBreak') return [{ tekst: '\n' }]
    if (knoop.type !== 'text' || !knoop.text) return []
    return [
      {
        tekst: knoop.text,
        ...(knoop.marks?.includes('bold') ? { vet: true as const } : {}),
        ...(knoop.marks?.includes('italic') ? { cursief: true as const } : {}),
      },
    ]
  })
}

function tekstVanBlok(blok: Blok): string {
  switch (blok.soort) {
    case 'kop':
    case 'alinea':
      return blok.tekst.map((stuk) => stuk.tekst).join('')
    case 'lijst':
      return blok.items.map((item) => platteTekst(item.blokken)).join('\n')
    case 'tabel':
      return blok.rijen
        .map((rij) => rij.map((cel) => platteTekst(cel.blokken)).join(' '))
        .join('\n')
  }
}
