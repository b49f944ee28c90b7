import { z } from 'zod'
import { acceptCasushouderschapCommand } from '#app/commands/accept-casushouderschap.server.ts'
import { addClientPersoonCommand } from '#app/commands/add-client-persoon.server.ts'
import { addDeelnemerCommand } from '#app/commands/add-deelnemer.server.ts'
import { admitSessieCommand } from '#app/commands/admit-sessie.server.ts'
import { answerAfspraakCommand, sendCollegaCommand } from '#app/commands/answer-afspraak.server.ts'
import { breakOffCommand } from '#app/commands/break-off.server.ts'
import { changeBriefgegevensCommand } from '#app/commands/change-briefgegevens.server.ts'
import { changeClientTaalCommand } from '#app/commands/change-client-taal.server.ts'
import { changeDeelnemerCommand } from '#app/commands/change-deelnemer.server.ts'
import { changeLinksCommand } from '#app/commands/change-links.server.ts'
import { moveOverlegCommand } from '#app/commands/move-overleg.server.ts'
import { nominateCasushouderCommand } from '#app/commands/nominate-casushouder.server.ts'
import { removeClientPersoonCommand } from '#app/commands/remove-client-persoon.server.ts'
import { removeDeelnemerCommand } from '#app/commands/remove-deelnemer.server.ts'
import { setKeuzeCommand } from '#app/commands/set-keuze.server.ts'
import {
  answerAfwegingCommand,
  proposeAfwegingCommand,
  withdrawAfwegingCommand,
} from '#app/commands/weigh-client.server.ts'
import type { Sql } from '#db/connection.ts'
import { parseMoment } from '#domain/moment.ts'
import type { Refusal } from '#domain/refusal.ts'
import { type Result, refuse } from '#domain/result.ts'
import { CLIENTSOORTEN } from '#domain/rol.ts'
import { TALEN } from '#domain/taal.ts'
import { ZONDER_CLIENT_REDENNAMEN } from '#domain/tafel.ts'
import { Afspraakvelden } from './afspraak-invoer.ts'
import { KEUZEWAARDEN, keuzeOf } from './keuzewaarde.ts'

const Id = z.uuid()
const Tekst = z.string().max(4000)

/** Everything that can be done on the page deelnemers; a letter that is made has a page of its own. */
export const DeelnemersInvoer = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('keuze'), doel: Id, keuze: z.enum(KEUZEWAARDEN) }),
  z.strictObject({ intent: z.literal('taak'), doel: Id, taak: Tekst }),
  z.strictObject({ intent: z.literal('voordragen'), doel: Id }),
  z.strictObject({ intent: z.literal('aanvaarden') }),
  z.strictObject({ intent: z.literal('deelnemer-erbij'), gebruikerId: Id, taak: Tekst }),
  z.strictObject({ intent: z.literal('deelnemer-eruit'), doel: Id }),
  z.strictObject({
    intent: z.literal('clientpersoon-erbij'),
    soort: z.enum(CLIENTSOORTEN),
    naam: Tekst,
    taal: z.enum(TALEN).default('nl'),
  }),
  z.strictObject({ intent: z.literal('clientpersoon-taal'), doel: Id, taal: z.enum(TALEN) }),
  z.strictObject({ intent: z.literal('clientpersoon-eruit'), doel: Id }),
  z.strictObject({ intent: z.literal('client-binnen'), doel: Id }),
  z.strictObject({ intent: z.literal('brief'), doel: Id }),
  z.strictObject({ intent: z.literal('briefgegevens'), plaats: Tekst, doelzin: Tekst }),
  z.strictObject({ intent: z.literal('verplaatsen'), datum: z.string(), tijd: z.string() }),
  z.strictObject({ intent: z.literal('links'), linkVooroverleg: Tekst, linkTafel: Tekst }),
  z.strictObject({ intent: z.literal('afbreken'), reden: Tekst }),
  z.strictObject({ intent: z.literal('afspraak'), ...Afspraakvelden }),
  z.strictObject({ intent: z.literal('collega'), moment: Afspraakvelden.moment, collega: Id }),
  z.strictObject({
    intent: z.literal('voorstel-zonder'),
    waarom: z.enum(ZONDER_CLIENT_REDENNAMEN),
    toelichting: Tekst,
  }),
  z.strictObject({ intent: z.literal('voorstel-met') }),
  z.strictObject({ intent: z.literal('voorstel-intrekken'), doel: Id }),
  z.strictObject({ intent: z.literal('voorstel-bevestigen'), doel: Id }),
  z.strictObject({ intent: z.literal('voorstel-weigeren'), doel: Id, reden: Tekst }),
])
export type DeelnemersInvoer = z.output<typeof DeelnemersInvoer>

type Wie = { overlegId: string; gebruikerId: string }
type Invoer<Intent> = Extract<DeelnemersInvoer, { intent: Intent }>

export function changeDeelnemers(
  sql: Sql,
  wie: Wie,
  invoer: Exclude<DeelnemersInvoer, { intent: 'brief' }>,
): Promise<Result<unknown, Refusal>> {
  switch (invoer.intent) {
    case 'keuze':
      return setKeuzeCommand(sql, { ...wie, deelnemerId: invoer.doel, ...keuzeOf(invoer.keuze) })
    case 'taak':
      return changeDeelnemerCommand(sql, { ...wie, deelnemerId: invoer.doel, taak: invoer.taak })
    case 'voordragen':
      return nominateCasushouderCommand(sql, { ...wie, deelnemerId: invoer.doel })
    case 'aanvaarden':
      return acceptCasushouderschapCommand(sql, wie)
    case 'deelnemer-erbij': {
      const { gebruikerId: gebruikerIdNieuw, taak } = invoer
      return addDeelnemerCommand(sql, { ...wie, gebruikerIdNieuw, rol: 'partner', taak })
    }
    case 'deelnemer-eruit':
      return removeDeelnemerCommand(sql, { ...wie, deelnemerId: invoer.doel })
    case 'clientpersoon-erbij': {
      const { soort, naam, taal } = invoer
      return addClientPersoonCommand(sql, { ...wie, soort, naam, taal })
    }
    case 'clientpersoon-taal': {
      const { doel: clientPersoonId, taal } = invoer
      return changeClientTaalCommand(sql, { ...wie, clientPersoonId, taal })
    }
    case 'clientpersoon-eruit':
      return removeClientPersoonCommand(sql, { ...wie, clientPersoonId: invoer.doel })
    case 'briefgegevens': {
      const { plaats, doelzin: doel } = invoer
      return changeBriefgegevensCommand(sql, { ...wie, plaats, doel })
    }
    case 'client-binnen':
      return admitSessieCommand(sql, { ...wie, sessieId: invoer.doel })
    case 'verplaatsen':
      return move(sql, wie, invoer)
    case 'links':
      return changeLinksCommand(sql, {
        ...wie,
        linkVooroverleg: invoer.linkVooroverleg.trim() || null,
        linkTafel: invoer.linkTafel.trim() || null,
      })
    case 'afbreken':
      return breakOffCommand(sql, { ...wie, reden: invoer.reden })
    case 'afspraak': {
      const { moment, antwoord } = invoer
      return answerAfspraakCommand(sql, { ...wie, geplandOp: moment, antwoord })
    }
    case 'collega': {
      const { moment, collega } = invoer
      return sendCollegaCommand(sql, { ...wie, geplandOp: moment, collegaId: collega })
    }
    default:
      return weigh(sql, wie, invoer)
  }
}

type Afweging = Extract<DeelnemersInvoer, { intent: `voorstel-${string}` }>

// F7
function weigh(sql: Sql, wie: Wie, invoer: Afweging): Promise<Result<unknown, Refusal>> {
  switch (invoer.intent) {
    case 'voorstel-zonder': {
      const { waarom, toelichting } = invoer
      const voorstel = { voorstel: 'zonder', reden: waarom, toelichting } as const
      return proposeAfwegingCommand(sql, { ...wie, voorstel })
    }
    case 'voorstel-met':
      return proposeAfwegingCommand(sql, { ...wie, voorstel: { voorstel: 'met' } })
    case 'voorstel-intrekken':
      return withdrawAfwegingCommand(sql, { ...wie, afwegingId: invoer.doel })
    case 'voorstel-bevestigen': {
      const antwoord = { afwegingId: invoer.doel, uitkomst: 'bevestigd', reden: '' } as const
      return answerAfwegingCommand(sql, { ...wie, ...antwoord })
    }
    case 'voorstel-weigeren': {
      const { doel, reden } = invoer
      const antwoord = { afwegingId: doel, uitkomst: 'geweigerd', reden } as const
      return answerAfwegingCommand(sql, { ...wie, ...antwoord })
    }
  }
}

async function move(sql: Sql, wie: Wie, { datum, tijd }: Invoer<'verplaatsen'>) {
  const geplandOp = parseMoment(datum, tijd)
  if (geplandOp) return moveOverlegCommand(sql, { ...wie, geplandOp })
  const velden = { geplandOp: 'Kies een datum en een tijd die bestaan.' }
  return refuse<Refusal>({ code: 'ongeldige-invoer', velden })
}
