import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** After a navigation focus is on the heading of the new page, so that it is read out. */
export function useFocusHeading() {
  const { pathname } = useLocation()
  const shown = useRef(pathname)

  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    const heading = document.querySelector<HTMLElement>('main h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus()
  }, [pathname])
}
