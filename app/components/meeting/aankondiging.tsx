import { useEffect, useRef, useState } from 'react'
import { FASE_TEKST, opsomming } from '#app/tekst.ts'
import type { Meeting } from './meeting.ts'

const SAMEN_IN_MS = 2000

type Props = Pick<Meeting, 'stand' | 'tafel'>

/** Says politely, in batches, who came and went and which fase it is. Carets are never announced. */
export function Aankondiging({ stand: { overleg, besloten }, tafel }: Props) {
  const [tekst, setTekst] = useState('')
  const fase = overleg.status === 'lopend' ? FASE_TEKST[overleg.fase] : null
  const namen = (tafel?.gasten ?? []).filter(({ aanwezig }) => aanwezig).map(({ naam }) => naam)
  const sleutel = [fase, besloten, ...namen].join('|')
  const gezegd = useRef({ fase, besloten, namen })

  // biome-ignore lint/correctness/useExhaustiveDependencies: sleutel is all that is said
  useEffect(() => {
    const timer = setTimeout(() => {
      const zinnen = zinnenTussen(gezegd.current, { fase, besloten, namen })
      gezegd.current = { fase, besloten, namen }
      if (zinnen.length > 0) setTekst(zinnen.join(' '))
    }, SAMEN_IN_MS)
    return () => clearTimeout(timer)
  }, [sleutel])

  return (
    <p className="visually-hidden" role="status">
      {tekst}
    </p>
  )
}

type Moment = { fase: string | null; besloten: boolean; namen: string[] }

export function zinnenTussen(eerst: Moment, nu: Moment): string[] {
  const erbij = nu.namen.filter((naam) => !eerst.namen.includes(naam))
  const weg = eerst.namen.filter((naam) => !nu.namen.includes(naam))
  return [
    nu.fase && nu.fase !== eerst.fase ? `Nu bezig: ${nu.fase}.` : '',
    nu.besloten && !eerst.besloten ? 'De cliënt heeft nu besloten tijd. Schrijven staat stil.' : '',
    eerst.besloten && !nu.besloten ? 'De besloten tijd is voorbij.' : '',
    erbij.length > 0 ? `Aan tafel gekomen: ${opsomming(erbij)}.` : '',
    weg.length > 0 ? `Niet meer aan tafel: ${opsomming(weg)}.` : '',
  ].filter(Boolean)
}
