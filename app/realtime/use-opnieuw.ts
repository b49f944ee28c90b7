import { useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { VANZELF_COOKIE } from './protocol.ts'

/** `magNu` says no while asking would take something from the screen; `even`: in a moment it may be safe. */
type Input = {
  magNu: () => boolean
  even: () => boolean
  /** What has to be done before the page is asked; false when it must not be asked after it. */
  eerst?: () => Promise<boolean>
}

const SAMEN_IN_MS = 60
const EVEN_IN_MS = 50
const EVEN_AANTAL = 8
const POGING_IN_MS = 1000
const LANGST_IN_MS = 10_000

/**
 * Asks the loaders of this page again; many requests at once become one.
 *
 * A revalidation that fails puts the error page in the place of the text, with what was not saved yet in it. So the
 * server is asked first whether it can serve, and while it cannot, the page stays as it is.
 */
export function useOpnieuw(input: Input): () => void {
  const { revalidate } = useRevalidator()
  const laatste = useRef({ ...input, revalidate })
  const [vrager] = useState(() =>
    createVrager({
      magNu: () => laatste.current.magNu(),
      even: () => laatste.current.even(),
      eerst: async () => (await laatste.current.eerst?.()) ?? true,
      vraag: () => laatste.current.revalidate(),
    }),
  )
  useEffect(() => {
    laatste.current = { ...input, revalidate }
  })
  useEffect(() => vrager.start(), [vrager])
  return vrager.opnieuw
}

type Vragen = Required<Input> & { vraag: () => Promise<void> }

function createVrager({ magNu, even, eerst, vraag }: Vragen) {
  let nodig = false
  let bezig = false
  let actief = false

  async function loop() {
    bezig = true
    let poging = 0
    while (actief && nodig) {
      await pause(poging === 0 ? SAMEN_IN_MS : Math.min(LANGST_IN_MS, POGING_IN_MS * poging))
      for (let keer = 0; keer < EVEN_AANTAL && even(); keer += 1) await pause(EVEN_IN_MS)
      if (!actief || !magNu()) break
      poging += 1
      if (!(await kanBedienen())) continue
      if (!magNu()) break
      poging = 0
      nodig = false
      await vanzelf(async () => {
        if (await eerst()) await vraag()
      }).catch(() => {
        // Broken off by another page that was asked for, which brings what is so now. The next notice asks again.
      })
    }
    bezig = false
  }

  return {
    start() {
      actief = true
      if (nodig && !bezig) void loop()
      return () => {
        actief = false
      }
    },
    opnieuw() {
      nodig = true
      if (actief && !bezig) void loop()
    },
  }
}

/** Nobody pressed anything: the session must not last longer by it. A click meanwhile counts a moment later. */
async function vanzelf(vraag: () => Promise<void>) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser
  document.cookie = `${VANZELF_COOKIE}=1; Path=/; SameSite=Lax; Max-Age=5`
  try {
    await vraag()
  } finally {
    // biome-ignore lint/suspicious/noDocumentCookie: as above
    document.cookie = `${VANZELF_COOKIE}=; Path=/; SameSite=Lax; Max-Age=0`
  }
}

async function kanBedienen() {
  try {
    return (await fetch('/gezond', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}

function pause(ms: number) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
