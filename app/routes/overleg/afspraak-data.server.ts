import { momentTekst } from '#app/tekst.ts'
import { type AfwegingRij, listAfwegingen } from '#db/client-afwegingen.ts'
import type { Sql } from '#db/connection.ts'
import type { DeelnemerRij } from '#db/deelnemers.ts'
import { listGebruikers } from '#db/gebruikers.ts'
import type { Deelnemerschap } from '#db/overleggen.ts'
import { isBevoegd } from '#domain/rol.ts'

/** Whether this person comes, and who could come in his place. Null: he is not asked, or not any more. F8 */
export async function readAfspraak(
  sql: Sql,
  { overleg, deelname, deelnemerId }: Deelnemerschap,
  deelnemers: readonly DeelnemerRij[],
) {
  const ik = deelnemers.find(({ id }) => id === deelnemerId)
  const isGepland = overleg.stand.overleg.status === 'gepland'
  if (!ik || !isGepland || !isBevoegd(deelname.rol, 'afspraak-beantwoorden')) return null
  return {
    moment: overleg.geplandOp.toISOString(),
    wanneer: momentTekst(overleg.geplandOp),
    antwoord: ik.antwoord,
    collegas: isBevoegd(deelname.rol, 'collega-sturen')
      ? await listCollegas(sql, ik, deelnemers)
      : null,
  }
}

async function listCollegas(sql: Sql, ik: DeelnemerRij, deelnemers: readonly DeelnemerRij[]) {
  const er = new Set(deelnemers.map(({ gebruikerId }) => gebruikerId))
  const gebruikers = await listGebruikers(sql)
  return gebruikers
    .filter(({ id, organisatieId }) => organisatieId === ik.organisatieId && !er.has(id))
    .map(({ id, naam, functie }) => ({ id, naam, functie }))
}

/** For who propose and answer; a partner hears what was decided, not what was weighed. F7 */
export async function readAfwegingen(sql: Sql, { overleg, deelname: { rol } }: Deelnemerschap) {
  if (rol === 'partner') return null
  const isGepland = overleg.stand.overleg.status === 'gepland'
  const rijen = await listAfwegingen(sql, overleg.id)
  const open = rijen.find(({ uitkomst }) => uitkomst === null)
  return {
    open: isGepland && open ? toAfweging(open) : null,
    geweest: rijen.filter(({ uitkomst }) => uitkomst !== null).map(toAfweging),
    magVoorstellen: isGepland && isBevoegd(rol, 'afweging-voorstellen'),
    magBeantwoorden: isGepland && isBevoegd(rol, 'afweging-beantwoorden'),
  }
}

function toAfweging({ voorgesteldOp, beslotenOp, ...rij }: AfwegingRij) {
  return {
    ...rij,
    voorgesteldOp: momentTekst(voorgesteldOp),
    beslotenOp: beslotenOp && momentTekst(beslotenOp),
  }
}
export type Afweging = ReturnType<typeof toAfweging>
