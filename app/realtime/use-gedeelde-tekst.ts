import { useEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { verschilTussen, verschuif } from './tekst-verschil.ts'

/**
 * Binds a textarea to a shared text.
 *
 * The field is uncontrolled: what another writes is put around the caret, and never under the hands of somebody who is
 * composing a letter.
 */
export function useGedeeldeTekst(tekst: Y.Text) {
  const veld = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    const element = veld.current
    if (!element) return
    let schrijft = false
    let stelt = false

    function toon() {
      if (!element || stelt) return
      const verschil = verschilTussen(element.value, tekst.toString())
      if (!verschil) return
      const { selectionStart, selectionEnd, selectionDirection } = element
      element.value = tekst.toString()
      element.setSelectionRange(
        verschuif(selectionStart, verschil),
        verschuif(selectionEnd, verschil),
        selectionDirection,
      )
    }

    function onInput() {
      if (!element) return
      const verschil = verschilTussen(tekst.toString(), element.value)
      if (!verschil) return
      schrijft = true
      tekst.doc?.transact(() => {
        tekst.delete(verschil.index, verschil.weg)
        tekst.insert(verschil.index, verschil.erbij)
      })
      schrijft = false
    }

    const onChange = () => schrijft || toon()
    const onBegin = () => {
      stelt = true
    }
    const onEind = () => {
      stelt = false
      onInput()
      toon()
    }
    toon()
    tekst.observe(onChange)
    element.addEventListener('input', onInput)
    element.addEventListener('compositionstart', onBegin)
    element.addEventListener('compositionend', onEind)
    return () => {
      tekst.unobserve(onChange)
      element.removeEventListener('input', onInput)
      element.removeEventListener('compositionstart', onBegin)
      element.removeEventListener('compositionend', onEind)
    }
  }, [tekst])

  return veld
}
