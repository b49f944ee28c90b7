import { useCallback, useEffect, useRef } from 'react'
import { href, useLocation, useNavigate } from 'react-router'
import type { Document } from '#domain/document.ts'
import { redenVanBuiten } from './nog-toegang.ts'
import type { OpenDocument } from './open-document.ts'
import { type GeredeTekst, useDocument } from './use-document.ts'
import { useOpnieuw } from './use-opnieuw.ts'
import { useOverlegSocket } from './use-overleg-socket.ts'

type Input = {
  overlegId: string
  document: Document
  magLezen: boolean
  aanTafel: boolean
  /** When the page was last answered. */
  nu: number
}

type Bezig = {
  afgesloten: boolean
  isOnderweg: () => boolean
  red: () => Promise<boolean>
}

const NIETS_BEZIG: Bezig = {
  afgesloten: false,
  isOnderweg: () => false,
  red: async () => true,
}
const DRUK_IN_MS = 4000

/** Everything that is live on the page of the meeting, and how it hangs together. */
export function useMeeting({ overlegId, document, magLezen, aanTafel, nu }: Input) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const naarInloggen = `${href('/inloggen')}?${new URLSearchParams({ naar: pathname })}`
  const nuBezig = useRef<Bezig>(NIETS_BEZIG)

  const opnieuw = useOpnieuw({
    magNu: () => !nuBezig.current.afgesloten,
    even: () => nuBezig.current.isOnderweg(),
    eerst: () => nuBezig.current.red(),
  })
  const onAfgemeld = useCallback(() => void navigate(naarInloggen), [navigate, naarInloggen])
  const live = useDocument({ overlegId, document, magLezen, opnieuw, onAfgemeld })
  const { open, dicht, gered, heropen } = live
  const { weg } = useOverlegSocket({ overlegId, aanTafel, opnieuw })

  // What he wrote is all that is left to him here: the page is not asked before he has decided about it. D3
  const afgesloten = dicht && gered.some(isZonderToegang)
  useEffect(() => {
    nuBezig.current = {
      afgesloten,
      isOnderweg: () => open?.snapshot().opslag === 'nog-niet',
      red: () => redOnopgeslagen(open, pathname),
    }
  }, [open, afgesloten, pathname])
  useEffect(() => {
    if (weg) opnieuw()
  }, [weg, opnieuw])

  // The page has been answered since the document was closed: what it says now counts.
  const antwoord = useRef(nu)
  useEffect(() => {
    if (antwoord.current === nu) return
    antwoord.current = nu
    if (dicht && !afgesloten) heropen()
  }, [nu, dicht, afgesloten, heropen])
  useEffect(() => {
    if (dicht && !afgesloten) opnieuw()
  }, [dicht, afgesloten, opnieuw])

  return {
    ...live,
    weg,
    opnieuw,
    afgesloten,
    naarInloggen,
    isDruk: useCallback(() => Date.now() - (open?.laatsteAnder() ?? 0) < DRUK_IN_MS, [open]),
  }
}

function isZonderToegang({ code }: GeredeTekst) {
  return code === 'geen-toegang' || code === 'afgemeld'
}

/** A page that is no longer his would take with it what a browser that was away has not saved. D3 */
async function redOnopgeslagen(open: OpenDocument | null, adres: string): Promise<boolean> {
  const stand = open?.snapshot()
  if (!stand?.onopgeslagen || stand.opslag !== 'geen-verbinding') return true
  const reden = await redenVanBuiten(adres)
  if (reden) open?.loslaten(reden)
  return reden === null
}
