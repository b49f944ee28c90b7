import type { Tafelgenoot } from '#domain/projectie.ts'

/** Who is there now, and never who left. T6 */
export function Tafelgenoten({ aanTafel }: { aanTafel: readonly Tafelgenoot[] }) {
  return (
    <ul className="genoten">
      {aanTafel.map(({ naam, organisatie, taak }) => (
        <li key={`${naam} ${organisatie}`}>
          <strong>{naam}</strong>
          <span>{organisatie}</span>
          {taak && <span>{taak}</span>}
        </li>
      ))}
    </ul>
  )
}
