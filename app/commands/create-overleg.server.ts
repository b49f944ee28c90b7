import { recordAudit } from '#db/audit.ts'
import { findOrCreateCasus } from '#db/casussen.ts'
import { insertClientPersoon } from '#db/client-personen.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { insertDeelnemer } from '#db/deelnemers.ts'
import { createDocumenten } from '#db/documenten.ts'
import { findGebruiker, type GebruikerRij, listGebruikers } from '#db/gebruikers.ts'
import { insertOverleg } from '#db/overleggen.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { mailUitnodiging } from './agendapost.server.ts'
import { refuseVelden } from './invoer.server.ts'
import { type NieuwOverleg, parseNieuwOverleg } from './nieuw-overleg.server.ts'
import { recordVoorstel } from './weigh-client.server.ts'

type Input = NieuwOverleg & { gebruikerId: string }

/** Makes an overleg with its people and its five documents; who makes it is its procesregisseur. */
export async function createOverlegCommand(
  sql: Sql,
  { gebruikerId, ...input }: Input,
): Promise<Result<{ overlegId: string }, Refusal>> {
  const maker = await findGebruiker(sql, gebruikerId)
  if (!maker) return refuse({ code: 'niet-gevonden' })
  if (maker.huisfunctie !== 'procesregisseur') return refuse({ code: 'niet-bevoegd' })
  const parsed = parseNieuwOverleg(input)
  if (!parsed.ok) return parsed
  const nieuw = parsed.value

  return sql.begin(async (sql) => {
    const fout = checkDeelnemers(nieuw, maker, await listGebruikers(sql))
    if (fout) return refuseVelden({ deelnemers: fout })
    const casusId = await findOrCreateCasus(sql, nieuw.casus)
    if (!casusId) {
      return refuseVelden({
        nummer:
          'Dit casusnummer hoort bij een ander. Controleer het nummer, de initialen en de gemeente.',
      })
    }

    const overlegId = await insertOverleg(sql, { ...nieuw, casusId })
    await insertPersonen(sql, { ...nieuw, overlegId, maker })
    await createDocumenten(sql, { overlegId, vraag: nieuw.vraag })
    await recordAudit(sql, { event: 'overleg-created', overlegId, gebruikerId })
    const { voorstelZonder } = nieuw
    if (voorstelZonder) {
      const voorstel = { voorstel: 'zonder', ...voorstelZonder } as const
      await recordVoorstel(sql, { overlegId, gebruikerId, voorstel })
    }
    return accept({ overlegId })
  })
}

/** One deelname per person, of somebody who is there; only a procesregisseur can stand in for one. */
function checkDeelnemers(
  { deelnemers }: NieuwOverleg,
  maker: GebruikerRij,
  gebruikers: readonly GebruikerRij[],
): string | null {
  const gekozen = deelnemers.map(({ gebruikerId, rol }) => ({
    rol,
    gebruiker: gebruikers.find(({ id }) => id === gebruikerId),
  }))
  if (gekozen.some(({ gebruiker }) => !gebruiker)) return 'Kies deelnemers uit de lijst.'
  const ids = new Set([maker.id, ...deelnemers.map(({ gebruikerId }) => gebruikerId)])
  if (ids.size !== deelnemers.length + 1)
    return 'Kies iedere deelnemer één keer; u doet zelf al mee.'
  if (deelnemers.filter(({ rol }) => rol === 'casushouder').length > 1) {
    return 'Kies één casushouder.'
  }
  const vervangers = gekozen.filter(({ rol }) => rol === 'procesregisseur')
  return vervangers.every(({ gebruiker }) => gebruiker?.huisfunctie === 'procesregisseur')
    ? null
    : 'Kies als vervanger iemand die procesregisseur is.'
}

type Personen = Pick<NieuwOverleg, 'deelnemers' | 'clienten' | 'geplandOp'> & {
  overlegId: string
  maker: GebruikerRij
}

async function insertPersonen(
  sql: Transaction,
  { overlegId, maker, deelnemers, clienten, geplandOp }: Personen,
) {
  const regie = {
    gebruikerId: maker.id,
    rol: 'procesregisseur',
    taak: 'Leidt het gesprek',
  } as const
  await insertDeelnemer(sql, { overlegId, ...regie })
  const deelnemerIds: string[] = []
  for (const deelnemer of deelnemers) {
    const id = await insertDeelnemer(sql, { overlegId, ...deelnemer })
    if (id) deelnemerIds.push(id)
  }
  await mailUitnodiging(sql, { overlegId, geplandOp, deelnemerIds })
  for (const client of clienten) await insertClientPersoon(sql, { overlegId, ...client })
}
