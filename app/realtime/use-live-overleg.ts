import { useOpnieuw } from './use-opnieuw.ts'
import { useOverlegSocket } from './use-overleg-socket.ts'

/** Keeps a page of an overleg up to date; nothing on it can be lost by asking again. */
export function useLiveOverleg({ overlegId, aanTafel }: { overlegId: string; aanTafel: boolean }) {
  const opnieuw = useOpnieuw({ magNu: () => true, even: () => false })
  return useOverlegSocket({ overlegId, aanTafel, opnieuw })
}
