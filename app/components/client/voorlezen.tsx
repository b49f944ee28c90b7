import { useEffect, useState } from 'react'
import { LuidsprekerIcon, StopIcon } from './icons.tsx'
import { useWoorden } from './woorden.tsx'

type Stemmen = ReadonlyMap<string, SpeechSynthesisVoice>
type Regel = { tekst: string; taal: string }

/**
 * Reads the page aloud, each part with a voice of its language that lives on the device.
 *
 * With another voice the text would leave it: where one language has none, there is no button.
 */
export function Voorlezen() {
  const w = useWoorden().huis
  const stemmen = useLokaleStemmen()
  const [leest, setLeest] = useState(false)
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  if (!stemmen) return null

  function toggle() {
    window.speechSynthesis.cancel()
    if (leest) return setLeest(false)
    const uitingen = stemmen ? regelsOpDePagina().flatMap((regel) => uitingOf(regel, stemmen)) : []
    const laatste = uitingen.at(-1)
    if (laatste) laatste.onend = () => setLeest(false)
    for (const uiting of uitingen) window.speechSynthesis.speak(uiting)
    setLeest(uitingen.length > 0)
  }

  return (
    <button type="button" className="button geen-print" onClick={toggle}>
      {leest ? <StopIcon /> : <LuidsprekerIcon />}
      {leest ? w.stopVoorlezen : w.voorlezen}
    </button>
  )
}

function uitingOf({ tekst, taal }: Regel, stemmen: Stemmen): SpeechSynthesisUtterance[] {
  const stem = stemmen.get(taal)
  if (!stem) return []
  const uiting = new SpeechSynthesisUtterance(tekst)
  uiting.voice = stem
  uiting.lang = stem.lang
  return [uiting]
}

/** A voice for each language of this page; null as long as one is missing. */
function useLokaleStemmen(): Stemmen | null {
  const [lokaal, setLokaal] = useState<Stemmen>(new Map())
  const [talen, setTalen] = useState('')
  useEffect(() => {
    const { speechSynthesis } = window
    if (!speechSynthesis) return
    function choose() {
      const stemmen = speechSynthesis.getVoices().filter(({ localService }) => localService)
      setLokaal(new Map(stemmen.reverse().map((stem) => [taalOf(stem.lang), stem])))
    }
    choose()
    speechSynthesis.addEventListener('voiceschanged', choose)
    return () => speechSynthesis.removeEventListener('voiceschanged', choose)
  }, [])
  // After every change of the page: a plan in Dutch may have come to a page in another language.
  useEffect(() => setTalen([...new Set(regelsOpDePagina().map(({ taal }) => taal))].join()))

  return talen.split(',').every((taal) => lokaal.has(taal)) ? lokaal : null
}

// A line at a time: long texts stop half-way in some browsers. Buttons are not part of the text.
function regelsOpDePagina(): Regel[] {
  const regels = document.querySelectorAll<HTMLElement>(
    '[data-voorlezen] :is(h1, h2, h3, h4, p, li, td, th)',
  )
  return [...regels]
    .filter((regel) => !regel.closest('button, form, .visually-hidden'))
    .filter((regel) => !regel.querySelector('p, li'))
    .map((regel) => ({
      tekst: regel.innerText.trim(),
      taal: taalOf(regel.closest('[lang]')?.getAttribute('lang') ?? 'nl'),
    }))
    .filter(({ tekst }) => tekst)
}

function taalOf(lang: string): string {
  return lang.slice(0, 2).toLowerCase()
}
