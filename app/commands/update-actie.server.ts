import { findActie, findOrganisatieId, insertActiestatus, toDrager, zietActie } from '#db/acties.ts'
import { recordAudit } from '#db/audit.ts'
import { listClientPersonen } from '#db/client-personen.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { type Deelnemerschap, lockOverleg } from '#db/overleggen.ts'
import { findRechten } from '#db/rechten.ts'
import { isUuid } from '#db/uuid.ts'
import {
  type Actiestatus,
  type Bijwerker,
  UITLEG_IN_TEKENS,
  updateActie,
  WOORD_IN_TEKENS,
} from '#domain/actie.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { toegangTotDocument } from '#domain/toegang.ts'
import { asDeelnemer } from './as-deelnemer.server.ts'
import { parseTekst, refuseVelden } from './invoer.server.ts'

type Door =
  | { soort: 'professional'; gebruikerId: string }
  | { soort: 'client'; clientPersoonId: string }
type Input = {
  overlegId: string
  actieId: string
  status: Actiestatus
  notitie: string
  /** For the cliënt; of a professional alone. */
  uitleg?: string
  door: Door
}

const NOTITIE_IN_TEKENS = 2000
type Bijgewerkt = Promise<Result<{ status: Actiestatus }, Refusal>>

/**
 * One more row below an actie: how it stands, by whom, with a note. P2, P3
 *
 * Of the client side, whether this browser is in *Mijn plan* (S5) is for the caller to know: a person can have more than
 * one browser.
 */
export function updateActieCommand(sql: Sql, { door, ...input }: Input): Bijgewerkt {
  return door.soort === 'professional'
    ? updateAsProfessional(sql, { ...input, gebruikerId: door.gebruikerId })
    : updateAsClient(sql, { ...input, clientPersoonId: door.clientPersoonId })
}

type Update = Omit<Input, 'door'>

function updateAsProfessional(sql: Sql, input: Update & { gebruikerId: string }): Bijgewerkt {
  const { overlegId, actieId, gebruikerId } = input
  const key = { overlegId, gebruikerId, wat: 'handeling:actie-bijwerken' }
  return asDeelnemer(sql, key, async (sql, deelnemerschap) => {
    const { deelname, overleg } = deelnemerschap
    if (!deelname.toegelaten) return refuse({ code: 'verklaring-ontbreekt' })
    if (overleg.stand.overleg.status !== 'vastgesteld') {
      return refuse({ code: 'overleg-niet-vastgesteld' })
    }

    const actie = await findActie(sql, { overlegId, actieId })
    if (!actie) return refuse({ code: 'niet-gevonden' })
    const organisatieId = await findOrganisatieId(sql, gebruikerId)
    if (!zietActie(deelnemerschap, organisatieId, actie.drager)) return refuseUnseen(deelnemerschap)

    const bijwerker = { soort: 'professional', rol: deelname.rol, organisatieId } as const
    const door = { gebruikerId }
    return saveUpdate(sql, { ...input, bijwerker, drager: toDrager(actie.drager), door })
  })
}

/** Who reads the plan knows that the actie is there; who left when the cliënt sat down does not. */
function refuseUnseen({ deelname, overleg }: Deelnemerschap) {
  const toegang = toegangTotDocument(deelname, 'besluitvorming', overleg.stand)
  return refuse<Refusal>({ code: toegang === 'geen' ? 'niet-gevonden' : 'niet-bevoegd' })
}

async function updateAsClient(sql: Sql, input: Update & { clientPersoonId: string }): Bijgewerkt {
  const { overlegId, actieId, clientPersoonId } = input
  if (!isUuid(overlegId)) return refuse({ code: 'niet-gevonden' })
  return sql.begin(async (sql): Bijgewerkt => {
    await lockOverleg(sql, overlegId)
    const stand = (await findRechten(sql, [overlegId])).get(overlegId)?.stand
    const personen = await listClientPersonen(sql, overlegId)
    const persoon = personen.find(({ id }) => id === clientPersoonId)
    const actie = await findActie(sql, { overlegId, actieId })
    if (!persoon || !actie || !stand || stand.dicht) return refuse({ code: 'niet-gevonden' })

    const bijwerker = { soort: 'clientzijde', persoon: persoon.soort } as const
    const door = { clientPersoonId }
    return saveUpdate(sql, { ...input, bijwerker, drager: toDrager(actie.drager), door })
  })
}

type Save = Update & {
  bijwerker: Bijwerker
  drager: Parameters<typeof updateActie>[1]
  door: { gebruikerId: string } | { clientPersoonId: string }
}

async function saveUpdate(
  sql: Transaction,
  { bijwerker, drager, door, ...input }: Save,
): Bijgewerkt {
  const { overlegId, actieId, status } = input
  const max = 'gebruikerId' in door ? NOTITIE_IN_TEKENS : WOORD_IN_TEKENS
  const notitie = parseTekst(input.notitie, max)
  if (notitie === null) return refuseVelden({ notitie: `Maak de tekst korter dan ${max} tekens.` })
  const uitleg = parseTekst(input.uitleg ?? '', UITLEG_IN_TEKENS)
  if (uitleg === null) {
    return refuseVelden({ uitleg: `Maak de uitleg korter dan ${UITLEG_IN_TEKENS} tekens.` })
  }
  const result = updateActie(bijwerker, drager, { status, notitie, uitleg })
  if (!result.ok) return result

  await insertActiestatus(sql, { actieId, ...result.value, door })
  const details = { actieId, status }
  await recordAudit(sql, { event: 'actie-updated', overlegId, ...door, details })
  return accept({ status })
}
