import { type FormEvent, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import type { Refusal } from '#domain/refusal.ts'

export type Uitslag = { refusal: Refusal | null; mislukt?: true }

const MISLUKT: Uitslag = { refusal: null, mislukt: true }

/**
 * Posts a form of the table without leaving the page.
 *
 * Not with a fetcher of React Router: that loads the code of the route first, and reloads the page when it cannot,
 * with the text that was not saved yet.
 */
export function useHandeling(onGelukt?: () => void) {
  const { revalidate } = useRevalidator()
  const [uitslag, setUitslag] = useState<Uitslag | null>(null)
  const bezig = useRef(false)

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (bezig.current) return
    bezig.current = true
    setUitslag(null)
    const antwoord = await post(event.currentTarget)
    bezig.current = false

    setUitslag(antwoord)
    if (antwoord.mislukt) return
    // Done or refused: what is on the screen is not how it is any more.
    void revalidate()
    if (!antwoord.refusal) onGelukt?.()
  }

  return { uitslag, onSubmit }
}

async function post(form: HTMLFormElement): Promise<Uitslag> {
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new FormData(form),
    })
    const body: unknown = await response.json().catch(() => null)
    if (isUitslag(body)) return body
    // Signed out, or not of this overleg any more: the page finds out when it is asked again.
    const isWeg = response.redirected || (response.status >= 400 && response.status < 500)
    return isWeg ? { refusal: { code: 'niet-gevonden' } } : MISLUKT
  } catch {
    return MISLUKT
  }
}

function isUitslag(body: unknown): body is Uitslag {
  return typeof body === 'object' && body !== null && 'refusal' in body
}
