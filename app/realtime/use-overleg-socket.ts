import { useEffect, useState } from 'react'
import { io } from 'socket.io-client'
import { TABLE_NAMESPACE } from './protocol.ts'

type Input = { overlegId: string; aanTafel: boolean; opnieuw: () => void }

const OPNIEUW_IN_MS = 1500
const KIJKEN_IN_MS = 15_000

/**
 * The socket of the table. It only says "look again"; while this person is not at the table there is none, and the page
 * looks now and then by itself. `weg`: the server said so, before the page was asked.
 */
export function useOverlegSocket({ overlegId, aanTafel, opnieuw }: Input): { weg: boolean } {
  const [weg, setWeg] = useState(false)

  useEffect(() => {
    if (!aanTafel) {
      setWeg(false)
      const timer = setInterval(opnieuw, KIJKEN_IN_MS)
      return () => clearInterval(timer)
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    let eerder = false
    const socket = io(TABLE_NAMESPACE, {
      auth: { overlegId },
      transports: ['websocket'],
      forceNew: true,
    })
    // The server refused or ended it, so socket.io leaves it at that. The page decides what is still here.
    const tryLater = () => {
      opnieuw()
      clearTimeout(timer)
      timer = setTimeout(() => socket.connect(), OPNIEUW_IN_MS)
    }
    socket.on('connect', () => {
      setWeg(false)
      if (eerder) opnieuw()
      eerder = true
    })
    socket.on('kijk-opnieuw', opnieuw)
    socket.on('weg', () => setWeg(true))
    socket.on('disconnect', (reden) => reden === 'io server disconnect' && tryLater())
    socket.on('connect_error', () => socket.active || tryLater())
    return () => {
      clearTimeout(timer)
      socket.disconnect()
    }
  }, [overlegId, aanTafel, opnieuw])

  return { weg }
}
