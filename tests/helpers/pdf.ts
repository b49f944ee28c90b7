import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Knoop = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>
type Kind = Knoop['children'][number]

/** What a machine that reads aloud finds in a PDF. */
export async function readPdf(bytes: Uint8Array) {
  const taak = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await taak.promise
  const { info, metadata } = await document.getMetadata()
  const paginas = await Promise.all(
    Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)),
  )
  const bladen = await Promise.all(
    paginas.map(async (pagina) => ({
      bomen: pagina.getStructTree(),
      tekst: await pagina.getTextContent(),
    })),
  )
  const stukken = bladen.flatMap(({ tekst }) =>
    tekst.items.flatMap((item) => ('str' in item ? [item] : [])),
  )
  const bomen = await Promise.all(bladen.map(({ bomen }) => bomen))
  // A Map, whatever its type says.
  const markInfo: unknown = await document.getMarkInfo()
  await taak.destroy()
  const gegevens: Record<string, unknown> = { ...info }
  return {
    titel: gegevens.Title,
    taal: gegevens.Language,
    auteur: gegevens.Author,
    isUa: String(metadata?.get('pdfuaid:part')) === '1',
    gemerkt: markInfo instanceof Map && markInfo.get('Marked') === true,
    tags: bomen.flatMap(tagsOf),
    alt: bomen.flatMap(altOf),
    tekst: stukken.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''),
    perPagina: bladen.map(({ tekst }) =>
      tekst.items.map((item) => ('str' in item ? item.str : '')).join(''),
    ),
    kleinstePunten: Math.min(
      ...stukken.filter(({ str }) => str.trim()).map(({ height }) => height),
    ),
  }
}

function tagsOf(kind: Kind | null): string[] {
  return kind && 'role' in kind ? [kind.role, ...kind.children.flatMap(tagsOf)] : []
}

function altOf(kind: Kind | null): string[] {
  if (!kind || !('role' in kind)) return []
  return [...('alt' in kind ? [String(kind.alt)] : []), ...kind.children.flatMap(altOf)]
}
