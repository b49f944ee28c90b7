import { useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { io, type Socket } from 'socket.io-client'
import { CLIENT_NAMESPACE } from '#app/realtime/protocol.ts'
import type { Clientbeeld } from './clientbeeld.ts'

const OPNIEUW_IN_MS = 5_000

type Events = { weergave: (beeld: Clientbeeld) => void }
export type Verbinding = 'onbekend' | 'open' | 'weg'

/**
 * The view as the server last said it: the page's own, until the socket speaks.
 *
 * The browser says nothing back over it: what the person does goes by forms, which work without it.
 */
export function useClientbeeld(eerste: Clientbeeld): {
  beeld: Clientbeeld
  verbinding: Verbinding
} {
  const [live, setLive] = useState<Clientbeeld | null>(null)
  const [verbinding, setVerbinding] = useState<Verbinding>('onbekend')
  const revalidator = useRevalidator()
  const revalidate = useRef(revalidator.revalidate)
  revalidate.current = revalidator.revalidate

  useEffect(() => {
    const socket: Socket<Events> = io(CLIENT_NAMESPACE, { transports: ['websocket'] })
    let timer: number | undefined

    // The session may have ended: the page knows what to say then, and this one must not stay.
    function askPage() {
      setLive(null)
      void revalidate.current()
      timer = window.setTimeout(() => socket.connect(), OPNIEUW_IN_MS)
    }

    socket.on('connect', () => setVerbinding('open'))
    socket.on('weergave', setLive)
    socket.on('disconnect', (reason) => {
      setVerbinding('weg')
      if (reason === 'io server disconnect') askPage()
    })
    socket.on('connect_error', () => {
      setVerbinding('weg')
      if (!socket.active) askPage()
    })
    return () => {
      window.clearTimeout(timer)
      socket.disconnect()
    }
  }, [])

  // Without a socket the page is what came last: a form that was sent brought a newer one.
  const vorige = useRef(eerste)
  useEffect(() => {
    if (vorige.current !== eerste && verbinding === 'weg') setLive(null)
    vorige.current = eerste
  }, [eerste, verbinding])

  return { beeld: live ?? eerste, verbinding }
}
