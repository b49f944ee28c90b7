import { useEffect, useRef, useState } from 'react'
import { href, useFetcher } from 'react-router'
import type { Woordveld } from '#domain/antwoord.ts'
import type { Formulierfout } from '../fout.ts'
import { useConcepten } from './concepten.tsx'

const RUST_IN_MS = 1500
const OPNIEUW_IN_MS = 4000

type Versie = { tekst: string; versie: number }
type Antwoord = { fout: Formulierfout | null; versie?: number }
export type Stand = 'rust' | 'nog-niet' | 'bezig' | 'geen-verbinding' | 'geweigerd'
type Vraag = { veld: Woordveld; bewaard: Versie; geweigerd: Formulierfout['woorden'] }

/**
 * One field of own words that saves itself when nobody typed for a while.
 *
 * What counts as saved is only what the server answered. Whatever else comes in, what was typed stays in the field.
 */
export function useWoordveld({ veld, bewaard, geweigerd }: Vraag) {
  const concepten = useConcepten()
  const fetcher = useFetcher<Antwoord>({ key: `woorden-${veld}` })
  const [tekst, setTekst] = useState(
    geweigerd?.tekst ?? concepten.get(veld)?.tekst ?? bewaard.tekst,
  )
  const [basis, setBasis] = useState<Versie>(concepten.get(veld)?.basis ?? bewaard)
  const [ander, setAnder] = useState<Versie | null>(geweigerd?.nu ?? null)
  const [stand, setStand] = useState<Stand>('rust')
  const verzonden = useRef<Versie[]>([])
  const gezien = useRef(fetcher.data)
  const open = tekst !== basis.tekst

  useEffect(() => {
    if (open) concepten.set(veld, { tekst, basis })
    else concepten.delete(veld)
  }, [concepten, veld, tekst, basis, open])

  /** What another browser saved: taken over when nothing would be lost by it, else asked about. */
  function neem(nu: Versie) {
    const eigen =
      nu.tekst === tekst || verzonden.current.some((eerder) => eerder.tekst === nu.tekst)
    if (!eigen && open) return setAnder(nu)
    if (!eigen) setTekst(nu.tekst)
    setBasis(nu)
    // It had arrived; only its answer had not.
    setStand((stand) => (stand === 'geen-verbinding' ? 'rust' : stand))
  }

  function bewaar(wijze: 'zo' | 'onder-elkaar' = 'zo') {
    const vanaf = ander ?? basis
    const straks = wijze === 'zo' || !vanaf.tekst ? tekst : `${vanaf.tekst}\n\n${tekst}`
    verzonden.current = [...verzonden.current.slice(-4), { tekst: straks, versie: vanaf.versie }]
    setStand('bezig')
    const velden = { intent: 'woorden', veld, woorden: tekst, versie: String(vanaf.versie), wijze }
    void fetcher.submit(velden, { method: 'post', action: href('/mijn-plan') })
  }

  function hoor({ fout, versie }: Antwoord) {
    const laatste = verzonden.current.at(-1)
    if (!fout && versie !== undefined && laatste !== undefined) {
      // Below each other is a text that the field does not have yet.
      if (ander && laatste.tekst.endsWith(tekst)) setTekst(laatste.tekst)
      setAnder(null)
      setBasis({ tekst: laatste.tekst, versie })
      setStand('rust')
    } else if (fout?.geenVerbinding) {
      // Until a later version is seen, what was sent may be there or not: also when it was taken back since.
      const isGezien = laatste !== undefined && basis.versie > laatste.versie
      setStand(open || !isGezien ? 'geen-verbinding' : 'rust')
    } else if (fout?.woorden?.nu) {
      setStand('nog-niet')
      neem(fout.woorden.nu)
    } else setStand('geweigerd')
  }

  useEffect(() => {
    if (bewaard.versie > basis.versie && bewaard.versie !== ander?.versie) neem(bewaard)
  })
  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data || gezien.current === fetcher.data) return
    gezien.current = fetcher.data
    hoor(fetcher.data)
  })
  useEffect(() => {
    const stil = stand === 'bezig' || stand === 'geweigerd'
    const klaar = !open && stand !== 'geen-verbinding'
    if (klaar || ander || stil || fetcher.state !== 'idle') return
    const wachten = stand === 'geen-verbinding' ? OPNIEUW_IN_MS : RUST_IN_MS
    const timer = window.setTimeout(bewaar, wachten)
    return () => window.clearTimeout(timer)
  })

  return {
    tekst,
    ander,
    stand: open && stand === 'rust' ? 'nog-niet' : stand,
    fout: stand === 'geweigerd' ? (fetcher.data?.fout?.tekst ?? null) : null,
    versie: (ander ?? basis).versie,
    schrijf(nieuw: string) {
      setTekst(nieuw)
      if (stand === 'geweigerd') setStand('rust')
    },
    bewaar,
    neemAndere() {
      if (!ander) return
      setTekst(ander.tekst)
      setBasis(ander)
      setAnder(null)
      setStand('rust')
    },
  }
}
