import { useEffect, useState } from 'react'
import { LuidsprekerIcon, StopIcon } from './icons.tsx'

/** Reads the page aloud. Only with a Dutch voice that lives on the device: with another, the text would leave it. */
export function Voorlezen() {
  const stem = useLokaleStem()
  const [leest, setLeest] = useState(false)
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  if (!stem) return null

  function toggle() {
    window.speechSynthesis.cancel()
    if (leest) return setLeest(false)
    const zinnen = zinnenOpDePagina()
    zinnen.forEach((zin, index) => {
      const uiting = new SpeechSynthesisUtterance(zin)
      uiting.voice = stem
      uiting.lang = 'nl-NL'
      if (index === zinnen.length - 1) uiting.onend = () => setLeest(false)
      window.speechSynthesis.speak(uiting)
    })
    setLeest(zinnen.length > 0)
  }

  return (
    <button type="button" className="button geen-print" onClick={toggle}>
      {leest ? <StopIcon /> : <LuidsprekerIcon />}
      {leest ? 'Stop met voorlezen' : 'Voorlezen'}
    </button>
  )
}

function useLokaleStem(): SpeechSynthesisVoice | null {
  const [stem, setStem] = useState<SpeechSynthesisVoice | null>(null)
  useEffect(() => {
    const { speechSynthesis } = window
    if (!speechSynthesis) return
    function choose() {
      const stemmen = speechSynthesis.getVoices()
      setStem(stemmen.find(({ localService, lang }) => localService && /^nl/i.test(lang)) ?? null)
    }
    choose()
    speechSynthesis.addEventListener('voiceschanged', choose)
    return () => speechSynthesis.removeEventListener('voiceschanged', choose)
  }, [])
  return stem
}

// A line at a time: long texts stop half-way in some browsers. Buttons are not part of the text.
function zinnenOpDePagina(): string[] {
  const regels = document.querySelectorAll<HTMLElement>(
    '[data-voorlezen] :is(h1, h2, h3, h4, p, li, td, th)',
  )
  return [...regels]
    .filter((regel) => !regel.closest('button, form, .visually-hidden'))
    .filter((regel) => !regel.querySelector('p, li'))
    .map((regel) => regel.innerText.trim())
    .filter(Boolean)
}
