import { SelectField } from '#app/components/ui/field.tsx'
import { TAALNAAM, TALEN, type Taal } from '#app/woorden/taal.ts'

type Props = { id: string; naam?: string; taal?: Taal }

/** K2 */
export function Taalveld({ id, naam, taal }: Props) {
  return (
    <SelectField
      id={id}
      name="taal"
      label={naam ? `Taal van brief en scherm voor ${naam}` : 'Taal van brief en scherm'}
      hint="Geldt voor de volgende brief. Op zijn scherm kan hij zelf een andere taal kiezen. Het plan blijft Nederlands."
      size="middle"
      defaultValue={taal}
    >
      {TALEN.map((taal) => (
        <option key={taal} value={taal}>
          {TAALNAAM[taal]}
        </option>
      ))}
    </SelectField>
  )
}
