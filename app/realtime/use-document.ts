import {
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Document } from '#domain/document.ts'
import { useNagelaten } from './nagelaten.tsx'
import {
  type Documentstand,
  type OpenDocument,
  openDocument,
  type Verlies,
} from './open-document.ts'

export type GeredeTekst = Verlies & { id: number; document: Document }

type Input = {
  overlegId: string
  document: Document
  magLezen: boolean
  opnieuw: () => void
  onAfgemeld: () => void
}

const LEEG: Documentstand = {
  opslag: 'opgeslagen',
  opgeslagenOp: null,
  onopgeslagen: false,
  geladen: false,
  geweigerd: false,
}

/** The live document of this page, and the words that could not be saved. D3 */
export function useDocument({ overlegId, document, magLezen, opnieuw, onAfgemeld }: Input) {
  const [open, setOpen] = useState<OpenDocument | null>(null)
  const [gered, setGered] = useState<readonly GeredeTekst[]>([])
  const [poging, setPoging] = useState(0)
  const [dicht, setDicht] = useState(false)
  const [verouderd, setVerouderd] = useState(false)

  const onVerlies = useEffectEvent((verlies: Verlies) => {
    setGered((eerder) => [...eerder, { ...verlies, id: (eerder.at(-1)?.id ?? 0) + 1, document }])
    setDicht(verlies.code === 'geen-toegang' || verlies.code === 'afgemeld')
    if (verlies.code === 'editor-verouderd') setVerouderd(true)
    setPoging((nummer) => nummer + 1)
    opnieuw()
  })
  const onDicht = useEffectEvent(() => {
    setDicht(true)
    opnieuw()
  })
  const onMislukt = useEffectEvent(() => opnieuw())
  const onUitgelogd = useEffectEvent(() => onAfgemeld())

  // The page heard of it before this document did. T2, D3
  const onWeg = useEffectEvent((opened: OpenDocument) => {
    if (!magLezen) opened.loslaten('geen-toegang')
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: poging opens the same document anew
  useEffect(() => {
    if (!magLezen || dicht) return
    const opened = openDocument(
      { overlegId, document },
      {
        onVerlies: (verlies) => onVerlies(verlies),
        onDicht: () => onDicht(),
        onAfgemeld: () => onUitgelogd(),
        onMislukt: () => onMislukt(),
      },
    )
    setOpen(opened)
    return () => {
      setOpen(null)
      onWeg(opened)
      opened.close()
    }
  }, [overlegId, document, magLezen, dicht, poging])

  useNalaten({ document, open, gered })

  const stand = useSyncExternalStore(
    useCallback((listener) => open?.subscribe(listener) ?? (() => {}), [open]),
    () => open?.snapshot() ?? LEEG,
    () => LEEG,
  )
  return {
    open,
    stand,
    gered,
    /** The editor of this page is older than the server's: it only reads, until the page is loaded anew. S6 */
    verouderd,
    /** The server closed this document; nothing of it is shown until the page has been asked again. */
    dicht,
    heropen: useCallback(() => setDicht(false), []),
    wis: useCallback((id: number) => setGered((eerder) => eerder.filter((g) => g.id !== id)), []),
  }
}

type Bezit = Pick<Input, 'document'> & {
  open: OpenDocument | null
  gered: readonly GeredeTekst[]
}

/** What is nowhere but on this page outlives it when it is taken away. Who goes elsewhere himself was asked about it. */
function useNalaten(bezit: Bezit) {
  const { laatNa } = useNagelaten()
  const laatste = useRef(bezit)
  // What is closed already is kept: on the way out closing comes first.
  useEffect(() => {
    laatste.current = { ...bezit, open: bezit.open ?? laatste.current.open }
  })
  useEffect(() => {
    laatNa([])
    const { pathname } = window.location
    return () => {
      if (window.location.pathname !== pathname) return
      const { document, open, gered } = laatste.current
      const tekst = open?.onopgeslagenTekst() ?? ''
      const id = (gered.at(-1)?.id ?? 0) + 1
      const laatst = tekst ? [{ id, document, tekst, code: 'geen-toegang' as const }] : []
      laatNa([...gered, ...laatst])
    }
  }, [laatNa])
}
