import { useId } from 'react'
import { formatWie, parseWie, type Wie } from '#domain/actie.ts'
import type { Tafelgast } from '../meeting.ts'

type Props = {
  wie: Wie | null
  deelnemers: readonly Tafelgast[]
  metClient: boolean
  onKies: (wie: string) => void
}

/** Who carries it. Of somebody who vertrekt the cliënt sees the organisation alone. P6 */
export function WieKeuze({ wie, deelnemers, metClient, onKies }: Props) {
  const id = useId()
  const { aanTafel, onbeslist, vertrekt } = groepen(deelnemers, metClient)
  const gekozen = wie?.soort === 'deelnemer' ? wie.deelnemerId : null
  const gast = deelnemers.find(({ id }) => id === gekozen)
  const alleenOrganisatie = vertrekt.find(({ id }) => id === gekozen)
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        Wie
      </label>
      <select
        id={id}
        className="input"
        value={wie ? formatWie(wie) : ''}
        onChange={(event) => onKies(parseWie(event.target.value) ? event.target.value : '')}
        aria-describedby={alleenOrganisatie ? `${id}-let-op` : undefined}
      >
        <option value="">Kies wie dit doet</option>
        <option value="client">De cliënt zelf</option>
        <Groep label={metClient ? 'Blijft aan tafel' : 'Deelnemers'} gasten={aanTafel} />
        <Groep label="Nog niet besloten of hij of zij blijft" gasten={onbeslist} />
        <Groep label="Vertrekt: de cliënt ziet alleen de organisatie" gasten={vertrekt} />
      </select>
      {/* What is chosen in a list does not wrap, and a telephone is narrower than most of them. */}
      {gast && !alleenOrganisatie && (
        <span className="field__hint small alleen-smal">{gast.organisatie}</span>
      )}
      {alleenOrganisatie && (
        <span id={`${id}-let-op`} className="field__hint small">
          {alleenOrganisatie.naam} vertrekt. De cliënt ziet alleen: {alleenOrganisatie.organisatie}.
        </span>
      )}
    </div>
  )
}

function Groep({ label, gasten }: { label: string; gasten: readonly Tafelgast[] }) {
  if (gasten.length === 0) return null
  return (
    <optgroup label={label}>
      {gasten.map(({ id, naam, organisatie }) => (
        <option key={id} value={formatWie({ soort: 'deelnemer', deelnemerId: id })}>
          {naam} ({organisatie})
        </option>
      ))}
    </optgroup>
  )
}

function groepen(deelnemers: readonly Tafelgast[], metClient: boolean) {
  const partners = deelnemers.filter(({ rol }) => metClient && rol === 'partner')
  return {
    aanTafel: deelnemers.filter((gast) => !partners.includes(gast) || gast.keuze === 'blijft'),
    onbeslist: partners.filter(({ keuze }) => keuze === 'onbeslist'),
    vertrekt: partners.filter(({ keuze }) => keuze === 'vertrekt'),
  }
}
