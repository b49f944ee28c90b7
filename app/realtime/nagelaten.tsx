import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { GeredeTekst } from './use-document.ts'

type Nagelaten = {
  teksten: readonly GeredeTekst[]
  laatNa: (teksten: readonly GeredeTekst[]) => void
}

const NIETS: readonly GeredeTekst[] = []
const NagelatenContext = createContext<Nagelaten>({ teksten: NIETS, laatNa: () => {} })

/**
 * Keeps the words of a page that was taken away before they were saved, while this tab is open.
 *
 * Dicht nu may reach the page before it reaches the text; an error page then stands in the place of all above it. D3, T8
 */
export function NagelatenProvider({ children }: { children: ReactNode }) {
  const [teksten, laatNa] = useState(NIETS)
  const context = useMemo(() => ({ teksten, laatNa }), [teksten])
  return <NagelatenContext value={context}>{children}</NagelatenContext>
}

export function useNagelaten(): Nagelaten {
  return useContext(NagelatenContext)
}

/** Where everything is well again, or somebody else signed in, nothing of before is shown. */
export function useZonderNagelaten() {
  const { laatNa } = useNagelaten()
  useEffect(() => laatNa(NIETS), [laatNa])
}
