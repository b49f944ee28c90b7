const SECONDE_IN_MS = 1000
const MINUUT_IN_MS = 60 * SECONDE_IN_MS

type Looptijd = { soort: 'nog' | 'over' | 'bezig'; tekst: string; gesproken: string }

type Bron = { begonnenOp: Date; minuten: number | null; nu: number }

/** The silent time of a fase: what is left, or how far over it is. It never stops anything. */
export function looptijdOf({ begonnenOp, minuten, nu }: Bron): Looptijd {
  const bezig = Math.max(0, nu - begonnenOp.getTime())
  if (minuten === null) {
    return { soort: 'bezig', tekst: klok(bezig), gesproken: `${inMinuten(bezig)} bezig` }
  }
  const nog = minuten * MINUUT_IN_MS - bezig
  return nog >= 0
    ? { soort: 'nog', tekst: klok(nog), gesproken: `nog ${inMinuten(nog)}` }
    : { soort: 'over', tekst: `+${klok(-nog)}`, gesproken: `${inMinuten(-nog)} over de tijd` }
}

function klok(ms: number) {
  const seconden = Math.floor(ms / SECONDE_IN_MS)
  const delen = [Math.floor(seconden / 60), seconden % 60]
  return delen.map((deel) => String(deel).padStart(2, '0')).join('.')
}

function inMinuten(ms: number) {
  const minuten = Math.floor(ms / MINUUT_IN_MS)
  return minuten === 1 ? '1 minuut' : `${minuten} minuten`
}
