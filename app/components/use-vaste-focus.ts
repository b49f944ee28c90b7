import { useEffect } from 'react'

/** Where focus goes instead of `weg`; `plaats` is what is still there of where that was. */
type Vervanger = (weg: Element, plaats: Element | undefined) => HTMLElement | null

/** What goes away with its answer does not take the keyboard with it. */
export function useVasteFocus(vervanger: Vervanger) {
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
  }, [vervanger])
}

function voorouders(element: Element): Element[] {
  const { parentElement } = element
  return parentElement ? [element, ...voorouders(parentElement)] : [element]
}
