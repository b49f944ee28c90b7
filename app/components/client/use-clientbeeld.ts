import { useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import type { Clientbeeld } from './clientbeeld.ts'
import { liveUrl, openLive } from './live.ts'

export type Verbinding = 'onbekend' | 'open' | 'weg'

/**
 * The view as the server last said it: the page's own, until the socket speaks.
 *
 * The browser says nothing back over it: what the person does goes by forms, which work without it.
 */
export function useClientbeeld(
  eerste: Clientbeeld,
  taal: string,
): {
  beeld: Clientbeeld
  verbinding: Verbinding
} {
  const [live, setLive] = useState<{ beeld: Clientbeeld; taal: string } | null>(null)
  const [verbinding, setVerbinding] = useState<Verbinding>('onbekend')
  const { revalidate } = useRevalidator()
  const askPage = useRef(revalidate)
  askPage.current = revalidate

  // Also when it comes back, the socket speaks the language of this page.
  useEffect(
    () =>
      openLive(liveUrl(window.location), {
        taal,
        verbonden: () => setVerbinding('open'),
        weergave: (beeld) => setLive({ beeld, taal }),
        verbroken: () => setVerbinding('weg'),
        // The session may have ended: what is on the screen must not stay there.
        geweigerd() {
          setLive(null)
          void askPage.current()
        },
      }),
    [taal],
  )

  // Without a socket the page is what came last: a form that was sent brought a newer one.
  const vorige = useRef(eerste)
  useEffect(() => {
    if (vorige.current !== eerste && verbinding === 'weg') setLive(null)
    vorige.current = eerste
  }, [eerste, verbinding])

  return { beeld: live?.taal === taal ? live.beeld : eerste, verbinding }
}
