import { findOpenAfweging } from '#db/client-afwegingen.ts'
import { listClientPersonen } from '#db/client-personen.ts'
import type { Sql } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import type { Deelnemerschap } from '#db/overleggen.ts'
import { listVerzoeken } from '#db/verzoeken.ts'
import { datumInNederland } from '#domain/datum.ts'
import { checkBevoegd, isBevoegd } from '#domain/rol.ts'
import { isOverTijd } from '#domain/verzoek.ts'
import { isEvaluatieOpenVoor } from '../evaluatie-open.server.ts'
import type { OverlegVoorWerklijst } from './werklijst.ts'

/** What of one overleg waits for this person. */
export async function toWerklijst(sql: Sql, rij: Deelnemerschap): Promise<OverlegVoorWerklijst> {
  const { overleg, deelname, deelnemerId } = rij
  const { id, casus, stand, geplandOp } = overleg
  const niets = {
    overleg: { id, casus, stand, geplandOp },
    deelname,
    moetAanvaarden: false,
    moetAfwegen: false,
    moetAntwoorden: false,
    brievenTeMaken: 0,
    evaluatieOpen: await isEvaluatieOpenVoor(sql, rij),
    verzoeken: await telVerzoeken(sql, rij),
  }
  const isGepland = stand.overleg.status === 'gepland'
  if (!isGepland && stand.overleg.status !== 'lopend') return niets
  if (deelname.rol === 'procesregisseur') {
    const personen = stand.metClient ? await listClientPersonen(sql, id) : []
    return { ...niets, brievenTeMaken: personen.filter((p) => p.uitgenodigdOp === null).length }
  }

  const deelnemers = await listDeelnemers(sql, id)
  const ik = deelnemers.find((deelnemer) => deelnemer.id === deelnemerId)
  const open = isGepland && isBevoegd(deelname.rol, 'afweging-beantwoorden')
  return {
    ...niets,
    moetAanvaarden: deelname.rol === 'casushouder' && ik?.casushouderAanvaardOp === null,
    moetAfwegen: open && (await findOpenAfweging(sql, id)) !== null,
    moetAntwoorden: isGepland && ik?.antwoord === null,
  }
}

/** The casushouder answers; the procesregisseur hears of it when that takes too long. K7 */
async function telVerzoeken(sql: Sql, { overleg, deelname }: Deelnemerschap) {
  const { id, stand } = overleg
  const isVastgesteld = stand.overleg.status === 'vastgesteld' && !stand.dicht
  if (!isVastgesteld || !checkBevoegd(deelname, 'verzoeken-zien').ok) return { open: 0, teLaat: 0 }

  const vandaag = datumInNederland(new Date())
  const wachtend = (await listVerzoeken(sql, id)).filter(({ antwoord }) => antwoord === null)
  const teLaat = wachtend.filter((verzoek) => isOverTijd(verzoek, vandaag)).length
  const magBeantwoorden = isBevoegd(deelname.rol, 'verzoek-beantwoorden')
  return { open: magBeantwoorden ? wachtend.length - teLaat : 0, teLaat }
}
