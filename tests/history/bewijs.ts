import { findRechten, type Rechten } from '#db/rechten.ts'
import type { Getoond } from './browsers.ts'
import type { House } from './house.ts'
import type { Scherm } from './records.ts'

/** Nobody moved it any more: what was refused, or answered as failed, is not done afterwards either. */
export async function checkEinde({ sql }: House, overlegId: string, laatst: Rechten | undefined) {
  const nu = (await findRechten(sql, [overlegId])).get(overlegId)
  const [toen, later] = [laatst, nu].map((rechten) => JSON.stringify(rechten?.stand.overleg))
  return toen === later ? [] : [`moved after the last move, from ${toen} to ${later}`]
}

/** What the record says was done with the overleg, for who reads a failure. */
export async function readVerslag({ sql }: House, overlegId: string): Promise<string[]> {
  const rows = await sql<{ regel: string }[]>`
    select concat_ws(' ', to_char(created_at, 'MI:SS.MS'), event, wat) as regel from audit
    where overleg_id = ${overlegId} and event !~ '-(read|changed)$' order by id`
  return rows.map(({ regel }) => regel)
}

/** What the server answered to moves, of this overleg and of its neighbours. */
export function geantwoord({ log }: House): string[] {
  return log()
    .split('\n')
    .filter((regel) => regel.includes('"methode":"POST"') && regel.includes('/handeling'))
    .slice(-40)
}

export function onrustTekst(anders: readonly Scherm[], getoond: readonly Getoond[]): string {
  const wie = anders.map(({ wie, document, onopgeslagen }) => ({ wie, document, onopgeslagen }))
  return `not quiet in time: ${JSON.stringify({ wie, rustig: getoond.map((room) => room.rustig) })}`
}
