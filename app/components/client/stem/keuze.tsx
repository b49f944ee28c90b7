import { type ReactNode, useId } from 'react'
import { href, useFetcher } from 'react-router'
import type { Actieantwoord, Zinantwoord } from '#domain/antwoord.ts'
import type { Formulierfout } from '../fout.ts'
import { NeeIcon, SpreekIcon, VinkIcon, VraagIcon } from '../icons.tsx'
import { useWoorden, vul } from '../woorden.tsx'

type Antwoord = Zinantwoord | Actieantwoord

const TEKEN = {
  klopt: <VinkIcon />,
  'klopt-niet': <NeeIcon />,
  'weet-niet': <VraagIcon />,
  ja: <VinkIcon />,
  nee: <NeeIcon />,
  praten: <SpreekIcon />,
} as const satisfies Record<Antwoord, ReactNode>

type Props = {
  intent: 'zin' | 'actie-antwoord'
  opties: readonly Antwoord[]
  sleutel: string
  antwoord: Antwoord | null
  eerder: Antwoord | null
  /** What the buttons are about, for who hears them one by one. */
  over: string
}

/** One question, one tap. What is chosen counts when the server has it; until then the button says that it is on its way. */
export function Keuze({ intent, opties, sleutel, antwoord, eerder, over }: Props) {
  const w = useWoorden().stem
  const fetcher = useFetcher<{ fout: Formulierfout | null }>()
  const geenVerbinding = useWoorden().tafel.geenVerbinding
  const onderweg = fetcher.formData?.get('antwoord') ?? null
  const gehoord = fetcher.data?.fout
  const fout = onderweg || gehoord?.verstuurd === antwoord ? null : gehoord
  const foutId = useId()
  return (
    <fetcher.Form method="post" action={href('/mijn-plan')} className="antwoord geen-print">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="sleutel" value={sleutel} />
      {eerder && !antwoord && (
        <p className="antwoord__eerder">{vul(w.eerder, { antwoord: w[eerder].toLowerCase() })}</p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset gets a legend, and this one would repeat the sentence above it */}
      <div role="group" aria-labelledby={over} className="antwoord__knoppen">
        {opties.map((optie) => (
          <button
            key={optie}
            type="submit"
            name="antwoord"
            value={optie}
            aria-pressed={antwoord === optie}
            aria-busy={onderweg === optie || undefined}
            aria-describedby={fout ? foutId : undefined}
            className="antwoord__knop"
          >
            {TEKEN[optie]}
            {w[optie]}
          </button>
        ))}
      </div>
      {fout && (
        <p id={foutId} role="alert" className="antwoord__fout">
          {fout.geenVerbinding ? geenVerbinding : fout.tekst}
        </p>
      )}
    </fetcher.Form>
  )
}

/** What was chosen, for who may only see it. */
export function Gekozen({ antwoord, wie }: { antwoord: Antwoord | null; wie: string }) {
  const w = useWoorden().stem
  if (!antwoord) return null
  return (
    <p className="gekozen">
      {TEKEN[antwoord]}
      <span>
        {wie} <strong>{w[antwoord]}</strong>
      </span>
    </p>
  )
}
