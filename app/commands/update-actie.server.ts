import type { ClientBrowser } from '#app/context.ts'
import {
  type ActieRij,
  type Door,
  findActie,
  findOrganisatieId,
  insertActiestatus,
  toDrager,
} from '#db/acties.ts'
import { recordAudit } from '#db/audit.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import type { Deelnemerschap } from '#db/overleggen.ts'
import { findPlan } from '#db/plannen.ts'
import {
  type Actiestatus,
  type Bijwerker,
  UITLEG_IN_TEKENS,
  updateActie,
  WOORD_IN_TEKENS,
} from '#domain/actie.ts'
import { zietActie } from '#domain/actie-zien.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { toegangTotDocument } from '#domain/toegang.ts'
import { asClient } from './as-client.server.ts'
import { asDeelnemer, type Key } from './as-deelnemer.server.ts'
import { parseTekst, refuseVelden } from './invoer.server.ts'

type Bijgewerkt = Promise<Result<{ status: Actiestatus }, Refusal>>
type Input = Key & {
  actieId: string
  status: Actiestatus
  notitie: string
  /** For the cliënt. */
  uitleg?: string
}

const NOTITIE_IN_TEKENS = 2000

/** One more row below an actie: how it stands, by whom, with a note. P2, P3 */
export function updateActieCommand(sql: Sql, input: Input): Bijgewerkt {
  const { overlegId, actieId, gebruikerId } = input
  const key = { overlegId, gebruikerId, wat: 'handeling:actie-bijwerken' }
  return asDeelnemer(sql, key, async (sql, deelnemerschap) => {
    const { deelname, deelnemerId, overleg } = deelnemerschap
    if (!deelname.toegelaten) return refuse({ code: 'verklaring-ontbreekt' })
    if (overleg.stand.overleg.status !== 'vastgesteld') {
      return refuse({ code: 'overleg-niet-vastgesteld' })
    }

    const actie = await findActie(sql, { overlegId, actieId })
    if (!actie) return refuse({ code: 'niet-gevonden' })
    const organisatieId = await findOrganisatieId(sql, gebruikerId)
    const wie = { deelname, deelnemerId, organisatieId, stand: overleg.stand }
    if (!zietActie(wie, actie.drager)) return refuseUnseen(deelnemerschap)

    const bijwerker = { soort: 'professional', rol: deelname.rol, organisatieId } as const
    return saveUpdate(sql, { ...input, actie, bijwerker, door: { gebruikerId } })
  })
}

/** Who reads the plan knows that the actie is there; who left when the cliënt sat down does not. */
function refuseUnseen({ deelname, overleg }: Deelnemerschap) {
  const toegang = toegangTotDocument(deelname, 'besluitvorming', overleg.stand)
  return refuse<Refusal>({ code: toegang === 'geen' ? 'niet-gevonden' : 'niet-bevoegd' })
}

type EigenInput = {
  browser: ClientBrowser
  nummer: number
  status: Actiestatus
  /** A word with it, for who carries the plan. */
  woord: string
}

/** The cliënt marks his own, by its number in the plan that he sees now: no ids come from there. P3, S1 */
export function updateEigenActieCommand(
  sql: Sql,
  { browser, nummer, status, woord: notitie }: EigenInput,
): Bijgewerkt {
  const vraag = { browser, wat: 'handeling:actie-bijwerken', weergaven: ['plan'] } as const
  return asClient(sql, vraag, async (sql, { sessie }) => {
    const { overlegId, clientPersoonId } = sessie
    const plan = await findPlan(sql, overlegId)
    const actie = plan?.acties.find((actie) => actie.nummer === nummer)
    if (!actie) return refuse({ code: 'niet-gevonden' })

    const bijwerker = { soort: 'clientzijde', persoon: sessie.soort } as const
    const door = { clientPersoonId }
    return saveUpdate(sql, { overlegId, actie, status, notitie, bijwerker, door })
  })
}

type Gezegd = Pick<Input, 'status' | 'notitie'>

type Save = Omit<Input, 'gebruikerId' | 'actieId'> & {
  actie: ActieRij
  bijwerker: Bijwerker
  door: Door
}

async function saveUpdate(
  sql: Transaction,
  { actie, bijwerker, door, ...input }: Save,
): Bijgewerkt {
  const { overlegId, status } = input
  const max = 'gebruikerId' in door ? NOTITIE_IN_TEKENS : WOORD_IN_TEKENS
  const notitie = parseTekst(input.notitie, max)
  if (notitie === null) return refuseVelden({ notitie: `Maak de tekst korter dan ${max} tekens.` })
  const uitleg = parseTekst(input.uitleg ?? '', UITLEG_IN_TEKENS)
  if (uitleg === null) {
    return refuseVelden({ uitleg: `Maak de uitleg korter dan ${UITLEG_IN_TEKENS} tekens.` })
  }
  const result = updateActie(bijwerker, toDrager(actie.drager), { status, notitie, uitleg })
  if (!result.ok) return result

  if ('clientPersoonId' in door && isAlGezegd(actie, result.value)) return accept({ status })
  const { id: actieId } = actie
  await insertActiestatus(sql, { actieId, ...result.value, door })
  const details = { actieId, status }
  await recordAudit(sql, { event: 'actie-updated', overlegId, ...door, details })
  return accept({ status })
}

/** The answer may have been lost on its way: who then presses again has said it once. */
function isAlGezegd({ historie }: ActieRij, { status, notitie }: Gezegd): boolean {
  const laatste = historie.at(-1)
  return (
    laatste !== undefined &&
    laatste.clientPersoonId !== null &&
    laatste.status === status &&
    laatste.notitie === notitie
  )
}
