/** What this browser knows about the saving of one document, over all its connections. D1 */
export type Opslag = {
  verbonden: boolean
  /** How many of the frames with edits of this connection the server has dealt with. */
  afgehandeld: number
  /** The own clock of Yjs at the last frame that was dealt with, and at each frame sent after it. */
  klokken: readonly number[]
  /** The last of those frames that carries something of the person himself; 0 when none does. */
  eigen: number
  /** Something of the person himself is in no frame of this connection. */
  wachtend: boolean
  opgeslagenOp: number | null
}

/** What is said beside the title. It follows from acknowledgements alone, never from a timer. */
export type Opslagstand = 'opgeslagen' | 'nog-niet' | 'geen-verbinding'

export type Frame = 'stap-2' | 'wijziging'

export const NIETS_VERZONDEN: Opslag = {
  verbonden: false,
  afgehandeld: 0,
  klokken: [0],
  eigen: 0,
  wachtend: false,
  opgeslagenOp: null,
}

export function isOnopgeslagen({ wachtend, eigen, afgehandeld }: Opslag): boolean {
  return wachtend || eigen > afgehandeld
}

export function opslagstandOf(opslag: Opslag): Opslagstand {
  if (!opslag.verbonden) return 'geen-verbinding'
  return isOnopgeslagen(opslag) ? 'nog-niet' : 'opgeslagen'
}

export function connectOpslag(opslag: Opslag): Opslag {
  return { ...opslag, verbonden: true }
}

/** What was not acknowledged waits for the step 2 of the next connection, which carries all that the server lacks. */
export function dropOpslag(opslag: Opslag): Opslag {
  return {
    ...opslag,
    verbonden: false,
    afgehandeld: 0,
    klokken: opslag.klokken.slice(0, 1),
    eigen: 0,
    wachtend: isOnopgeslagen(opslag),
  }
}

export function editOpslag(opslag: Opslag): Opslag {
  return { ...opslag, wachtend: true }
}

export function sendOpslag(opslag: Opslag, frame: Frame, klok: number): Opslag {
  const next = { ...opslag, klokken: [...opslag.klokken, klok] }
  if (frame === 'wijziging') return { ...next, eigen: verzondenIn(next) }
  return opslag.wachtend ? { ...next, eigen: verzondenIn(next), wachtend: false } : next
}

export function acknowledgeOpslag(opslag: Opslag, aantal: number, now: number): Opslag {
  const afgehandeld = Math.max(opslag.afgehandeld, Math.min(aantal, verzondenIn(opslag)))
  const klokken = opslag.klokken.slice(afgehandeld - opslag.afgehandeld)
  const next = { ...opslag, afgehandeld, klokken }
  return isOnopgeslagen(opslag) && !isOnopgeslagen(next) ? { ...next, opgeslagenOp: now } : next
}

/** The own clock from which on nothing has been taken by the server; with a frame: because that one was refused. */
export function verlorenVanaf({ klokken, afgehandeld }: Opslag, geweigerdFrame?: number): number {
  const index = geweigerdFrame === undefined ? 0 : geweigerdFrame - 1 - afgehandeld
  return klokken[Math.max(0, index)] ?? klokken[0] ?? 0
}

function verzondenIn({ afgehandeld, klokken }: Opslag) {
  return afgehandeld + klokken.length - 1
}
