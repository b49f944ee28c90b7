import { KLEUREN } from '#domain/kleur.ts'

const NAAM_IN_MS = 3000
const TOONT = 'caret--toont'
const OMGEKEERD = 'caret--omgekeerd'

type Awareness = {
  clientID: number
  getStates: () => Map<number, Record<string, unknown>>
  on: (event: 'change', listener: (change: Change) => void) => void
  off: (event: 'change', listener: (change: Change) => void) => void
}
type Change = { added: number[]; updated: number[] }

/**
 * Where the others write. Names came from the session (S4), and go in as text, never as markup.
 *
 * A name shows when its caret moves; when it has been still for a while there is a dot.
 */
export function createCarets(awareness: Awareness) {
  const timers = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>()

  function toon(caret: HTMLElement) {
    clearTimeout(timers.get(caret))
    caret.classList.add(TOONT)
    requestAnimationFrame(() => keerOm(caret))
    timers.set(
      caret,
      setTimeout(() => caret.classList.remove(TOONT), NAAM_IN_MS),
    )
  }

  return {
    render(user: Record<string, unknown>): HTMLElement {
      const caret = createCaret(user)
      toon(caret)
      return caret
    },

    renderSelectie(user: Record<string, unknown>) {
      return { class: `caret-selectie caret--${kleurOf(user)}` }
    },

    /** Follows the carets in this text; gives back how to stop. */
    volg(tekst: HTMLElement): () => void {
      function onChange({ added, updated }: Change) {
        for (const id of [...added, ...updated]) {
          const user = awareness.getStates().get(id)?.user
          if (id === awareness.clientID || !isRecord(user)) continue
          for (const caret of tekst.querySelectorAll<HTMLElement>('.caret')) {
            if (caret.dataset.wie === naamOf(user)) toon(caret)
          }
        }
      }
      awareness.on('change', onChange)
      return () => awareness.off('change', onChange)
    },
  }
}

// At the right edge the name stands to the left of its caret, so that the page does not scroll sideways.
function keerOm(caret: HTMLElement) {
  caret.classList.remove(OMGEKEERD)
  const kader = caret.closest('.editor__inhoud')?.getBoundingClientRect()
  const naam = caret.firstElementChild?.getBoundingClientRect()
  if (kader && naam && naam.right > kader.right) caret.classList.add(OMGEKEERD)
}

function createCaret(user: Record<string, unknown>) {
  const caret = document.createElement('span')
  caret.className = `caret caret--${kleurOf(user)}`
  caret.dataset.wie = naamOf(user)
  caret.setAttribute('aria-hidden', 'true')
  const naam = document.createElement('span')
  naam.className = 'caret__naam'
  naam.textContent = naamOf(user)
  caret.append(naam)
  return caret
}

function naamOf({ naam, organisatie }: Record<string, unknown>) {
  return [naam, organisatie].filter((deel) => typeof deel === 'string' && deel).join(', ')
}

function kleurOf({ kleur }: Record<string, unknown>) {
  return typeof kleur === 'number' && kleur in KLEUREN ? kleur : 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
