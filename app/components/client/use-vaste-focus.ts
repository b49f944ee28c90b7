import { useEffect } from 'react'

/**
 * A button that goes away with its answer does not take the keyboard with it.
 *
 * Focus goes to the button that came in its place, or else to the heading: never to a text box, which would bring up
 * the keys of a telephone. Nor from a text box to a button, which his next space would press; nor to an answer, when
 * the table changed the words that he just answered: it would be about other words.
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
      const plaats = om.find((element) => element.isConnected)
      vervanger(hier, plaats)?.focus({ preventScroll: true })
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

function vervanger(weg: Element, plaats: Element | undefined): HTMLElement | null {
  const kop = document.querySelector<HTMLElement>('main h1')
  if (!plaats || plaats.matches('body, main, main > *')) return kop
  const wat = weg.matches('input, textarea')
    ? ['summary']
    : ['button:not([aria-pressed])', 'summary']
  const knoppen = wat.flatMap((soort) => [...plaats.querySelectorAll<HTMLElement>(soort)])
  return knoppen.find((knop) => knop.checkVisibility()) ?? kop
}
