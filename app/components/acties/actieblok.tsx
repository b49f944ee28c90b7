import { CalendarX } from 'lucide-react'
import type { ReactNode } from 'react'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import { datumTekst } from '#app/tekst.ts'
import type { Actiestatus } from '#domain/actie.ts'
import type { Datum } from '#domain/datum.ts'
import { Actiehistorie, type Wijziging } from './actiehistorie.tsx'
import { Actiestand } from './actiestand.tsx'

/** An actie as professionals see it; only what is shown. */
export type ActieOpScherm = {
  id: string
  wat: string
  waarom: string
  leefgebied: string | null
  wie: string
  wanneer: Datum
  status: Actiestatus
  historie: Wijziging[]
}

type Props = { actie: ActieOpScherm; teLaat?: boolean; boven?: ReactNode; children?: ReactNode }

/** One actie: what, why, who, when, how it stands and how that came about. */
export function Actieblok({ actie, teLaat = false, boven, children }: Props) {
  const { wat, waarom, leefgebied, wie, wanneer, status, historie } = actie
  return (
    <article className="actieblok avoid-break">
      <div className="actieblok__tekst">
        {boven}
        <h3>{wat}</h3>
        {waarom && <p>{waarom}</p>}
        <p className="small subtle">
          {wie} · voor {datumTekst(wanneer)}
          {leefgebied && ` · ${leefgebied}`}
        </p>
      </div>
      <div className="actieblok__stand">
        <Actiestand status={status} />
        {teLaat && (
          <StatusTag tone="warn" icon={CalendarX}>
            Te laat
          </StatusTag>
        )}
      </div>
      {children}
      <Actiehistorie wat={wat} historie={historie} />
    </article>
  )
}
