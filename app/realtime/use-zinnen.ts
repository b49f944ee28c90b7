import { useEffect, useState } from 'react'
import * as Y from 'yjs'
import { TEKST } from '#domain/document.ts'
import { blokkenOf, type Knoop } from '#domain/inhoud.ts'
import { type Zin, zinnenOf } from '#domain/zin.ts'

const VERZAMEL_IN_MS = 400
const MAX_DIEPTE = 30

/** The sentences of a text that is being written, a moment after it changed. */
export function useZinnen(doc: Y.Doc | null): readonly Zin[] {
  const [zinnen, setZinnen] = useState<readonly Zin[]>([])
  useEffect(() => {
    if (!doc) return
    const tekst = doc.getXmlFragment(TEKST)
    let timer: number | undefined
    function lees() {
      timer = undefined
      setZinnen(zinnenOf(blokkenOf(knopenOf(tekst, 0))))
    }
    const straks = () => {
      timer ??= window.setTimeout(lees, VERZAMEL_IN_MS)
    }
    lees()
    tekst.observeDeep(straks)
    return () => {
      tekst.unobserveDeep(straks)
      window.clearTimeout(timer)
    }
  }, [doc])
  return zinnen
}

// The same tree as the server makes of it: db/yjs-inhoud.ts.
function knopenOf(parent: Y.XmlFragment, diepte: number): Knoop[] {
  if (diepte > MAX_DIEPTE) return []
  return parent.toArray().flatMap((node): Knoop[] => {
    if (node instanceof Y.XmlText) return [{ type: 'text', text: platOf(node) }]
    if (!(node instanceof Y.XmlElement)) return []
    return [
      { type: node.nodeName, attrs: node.getAttributes(), content: knopenOf(node, diepte + 1) },
    ]
  })
}

function platOf(text: Y.XmlText): string {
  const delta: { insert?: unknown }[] = text.toDelta()
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
}
