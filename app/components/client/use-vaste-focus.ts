import { useEffect } from 'react'

/**
 * A button that goes away with its answer does not take the keyboard with it.
 *
 * Focus goes to the button that came in its place, or else to the heading: never to a text box, which would bring up
 * the keys of a telephone.
 */
export function useVasteFocus() {
  useEffect(() => {
    let plek: Element[] = []
    const onthoud = ({ target }: FocusEvent) => {
      plek = target instanceof Element ? voorouders(target) : []
    }
    const kijker = new MutationObserver(() => {
      const [hier, ...om] = plek
      if (!hier || hier.isConnected || document.activeElement !== document.body) return
      plek = []
      // It may have gone by what somebody else did, while he reads further on.
      vervanger(om.find((element) => element.isConnected))?.focus({ preventScroll: true })
    })
    document.addEventListener('focusin', onthoud)
    kijker.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', onthoud)
      kijker.disconnect()
    }
  }, [])
}

function voorouders(element: Element): Element[] {
  const { parentElement } = element
  return parentElement ? [element, ...voorouders(parentElement)] : [element]
}

function vervanger(plaats: Element | undefined): HTMLElement | null {
  const kop = document.querySelector<HTMLElement>('main h1')
  if (!plaats || plaats.matches('body, main, main > *')) return kop
  const knoppen = [
    ...plaats.querySelectorAll<HTMLElement>('button'),
    ...plaats.querySelectorAll<HTMLElement>('summary'),
  ]
  return knoppen.find((knop) => knop.checkVisibility()) ?? kop
}
