import { randomUUID } from 'node:crypto'
import { acceptCasushouderschapCommand } from '#app/commands/accept-casushouderschap.server.ts'
import { addClientPersoonCommand } from '#app/commands/add-client-persoon.server.ts'
import { addDeelnemerCommand } from '#app/commands/add-deelnemer.server.ts'
import { admitSessieCommand } from '#app/commands/admit-sessie.server.ts'
import { advanceFaseCommand } from '#app/commands/advance-fase.server.ts'
import { answerAfspraakCommand, sendCollegaCommand } from '#app/commands/answer-afspraak.server.ts'
import { askInbrengCommand } from '#app/commands/ask-inbreng.server.ts'
import { breakOffCommand } from '#app/commands/break-off.server.ts'
import { changeClientTaalCommand } from '#app/commands/change-client-taal.server.ts'
import { changeDeelnemerCommand } from '#app/commands/change-deelnemer.server.ts'
import { changeLinksCommand } from '#app/commands/change-links.server.ts'
import { closeNowCommand } from '#app/commands/close-now.server.ts'
import { endBeslotenTijdCommand } from '#app/commands/end-besloten-tijd.server.ts'
import { giveBeslotenTijdCommand } from '#app/commands/give-besloten-tijd.server.ts'
import { moveOverlegCommand } from '#app/commands/move-overleg.server.ts'
import { nominateCasushouderCommand } from '#app/commands/nominate-casushouder.server.ts'
import { parkInbrengCommand, removeInbrengCommand } from '#app/commands/park-inbreng.server.ts'
import { raiseHandCommand } from '#app/commands/raise-hand.server.ts'
import { removeClientPersoonCommand } from '#app/commands/remove-client-persoon.server.ts'
import { removeDeelnemerCommand } from '#app/commands/remove-deelnemer.server.ts'
import { reopenFaseCommand } from '#app/commands/reopen-fase.server.ts'
import { reopenOverlegCommand } from '#app/commands/reopen-overleg.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { setKeuzeCommand } from '#app/commands/set-keuze.server.ts'
import { setTijdCommand } from '#app/commands/set-tijd.server.ts'
import { signVerklaringCommand } from '#app/commands/sign-verklaring.server.ts'
import { startOverlegCommand } from '#app/commands/start-overleg.server.ts'
import { submitAanvullingCommand } from '#app/commands/submit-aanvulling.server.ts'
import { unseatClientCommand } from '#app/commands/unseat-client.server.ts'
import { updateActieCommand } from '#app/commands/update-actie.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import {
  answerAfwegingCommand,
  proposeAfwegingCommand,
  withdrawAfwegingCommand,
} from '#app/commands/weigh-client.server.ts'
import type { Sql } from '#db/connection.ts'
import type { Actiestatus } from '#domain/actie.ts'
import type { Document } from '#domain/document.ts'
import type { Fase } from '#domain/fase.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import type { Clientsoort, Keuze } from '#domain/rol.ts'
import type { Vertrekreden } from '#domain/tafel.ts'
import type { Moment, Tafel } from './seed-tafel.ts'

/** All that any of the handelingen is asked with, besides who asks it. */
export type Invoer = {
  overlegId: string
  gebruikerIdNieuw: string
  deelnemerId: string
  nogEenDeelnemerId: string
  clientPersoonId: string
  soort: Clientsoort
  sessieId: string
  nogEenSessieId: string
  actieId: string
  inbrengId: string
  status: Actiestatus
  from: Fase
  document: Document
  keuze: Keuze
  vertrekreden: Vertrekreden | null
  geplandOp: Date
  /** The moment that is on the screen. */
  afspraak: Date
  collegaId: string
  afwegingId: string
  minuten: number
  link: string
  tekst: string
}

type Handeling = (
  sql: Sql,
  invoer: Invoer & { gebruikerId: string },
) => Promise<Result<unknown, Refusal>>

/** Every command on an overleg, by the name that the field has for it. */
const HANDELINGEN = {
  verplaatsen: moveOverlegCommand,
  'links zetten': (sql, { link, ...invoer }) =>
    changeLinksCommand(sql, { ...invoer, linkVooroverleg: null, linkTafel: link }),
  'deelnemer toevoegen': (sql, { tekst, ...invoer }) =>
    addDeelnemerCommand(sql, { ...invoer, rol: 'partner', taak: tekst }),
  'deelnemer verwijderen': removeDeelnemerCommand,
  'taak opschrijven': (sql, { tekst, ...invoer }) =>
    changeDeelnemerCommand(sql, { ...invoer, taak: tekst }),
  'cliëntzijde toevoegen': (sql, { tekst, ...invoer }) =>
    addClientPersoonCommand(sql, { ...invoer, naam: tekst }),
  'taal van de cliëntzijde': (sql, invoer) =>
    changeClientTaalCommand(sql, { ...invoer, taal: 'en' }),
  'cliëntzijde verwijderen': removeClientPersoonCommand,
  'verklaring tekenen': signVerklaringCommand,
  starten: startOverlegCommand,
  'fase afronden': advanceFaseCommand,
  'fase heropenen': (sql, { tekst, ...invoer }) =>
    reopenFaseCommand(sql, { ...invoer, reden: tekst }),
  'tijd zetten': setTijdCommand,
  'keuze zetten': setKeuzeCommand,
  'casushouder voordragen': (sql, { nogEenDeelnemerId, ...invoer }) =>
    nominateCasushouderCommand(sql, { ...invoer, deelnemerId: nogEenDeelnemerId }),
  'casushouderschap aanvaarden': acceptCasushouderschapCommand,
  'cliënt aan tafel': (sql, { sessieId, ...invoer }) =>
    seatClientCommand(sql, { ...invoer, sessieIds: [sessieId] }),
  'nog een scherm toelaten': (sql, { nogEenSessieId, ...invoer }) =>
    admitSessieCommand(sql, { ...invoer, sessieId: nogEenSessieId }),
  'terug naar de wachtkamer': unseatClientCommand,
  'besloten tijd geven': giveBeslotenTijdCommand,
  'besloten tijd beëindigen': (sql, invoer) =>
    endBeslotenTijdCommand(sql, { ...invoer, beslotenreden: 'dringend' }),
  'inbreng klaarzetten': (sql, { tekst, ...invoer }) =>
    parkInbrengCommand(sql, { ...invoer, inbrengId: null, onderwerp: tekst, tekst }),
  'inbreng vragen': askInbrengCommand,
  'inbreng weggooien': removeInbrengCommand,
  'dicht nu': closeNowCommand,
  'weer openen': (sql, { tekst, ...invoer }) =>
    reopenOverlegCommand(sql, { ...invoer, toelichting: tekst }),
  afbreken: (sql, { tekst, ...invoer }) => breakOffCommand(sql, { ...invoer, reden: tekst }),
  vaststellen: vaststellenCommand,
  'actie bijwerken': (sql, { tekst, ...invoer }) =>
    updateActieCommand(sql, { ...invoer, notitie: tekst }),
  'aanvulling indienen': submitAanvullingCommand,
  'zonder cliënt voorstellen': (sql, { tekst, ...invoer }) =>
    proposeAfwegingCommand(sql, {
      ...invoer,
      voorstel: { voorstel: 'zonder', reden: 'anders', toelichting: tekst },
    }),
  'voorstel intrekken': withdrawAfwegingCommand,
  'voorstel bevestigen': (sql, invoer) =>
    answerAfwegingCommand(sql, { ...invoer, uitkomst: 'bevestigd', reden: '' }),
  'voorstel weigeren': (sql, { tekst, ...invoer }) =>
    answerAfwegingCommand(sql, { ...invoer, uitkomst: 'geweigerd', reden: tekst }),
  'zeggen of ik kom': (sql, { afspraak, ...invoer }) =>
    answerAfspraakCommand(sql, { ...invoer, geplandOp: afspraak, antwoord: 'komt' }),
  'een collega sturen': (sql, { afspraak, ...invoer }) =>
    sendCollegaCommand(sql, { ...invoer, geplandOp: afspraak }),
  'hand opsteken': (sql, invoer) => raiseHandCommand(sql, { ...invoer, hand: 'op' }),
} as const satisfies Record<string, Handeling>
export type Handelingnaam = keyof typeof HANDELINGEN

export const HANDELINGNAMEN = Object.keys(HANDELINGEN).filter(isHandelingnaam)

function isHandelingnaam(naam: string): naam is Handelingnaam {
  return naam in HANDELINGEN
}

type Vraag = {
  handeling: Handelingnaam
  tafel: Tafel
  moment: Moment
  gebruikerId: string
  anders?: Partial<Invoer>
}

/** Asks for it as a careful person would at this table, but for what is `anders`. */
export function doe(
  sql: Sql,
  { handeling, tafel, moment, gebruikerId, anders }: Vraag,
): Promise<Result<unknown, Refusal>> {
  return HANDELINGEN[handeling](sql, { ...invoerAt(tafel, moment), ...anders, gebruikerId })
}

function invoerAt(tafel: Tafel, moment: Moment): Invoer {
  return {
    overlegId: tafel.overlegId,
    gebruikerIdNieuw: tafel.nieuw,
    deelnemerId: tafel.deelnemerIds.blijft,
    nogEenDeelnemerId: tafel.deelnemerIds.vertrekt,
    clientPersoonId: tafel.clientPersoonId,
    soort: 'steunpersoon',
    sessieId: tafel.wachtend,
    nogEenSessieId: tafel.tweede,
    actieId: tafel.actieIds[0] ?? randomUUID(),
    inbrengId: tafel.inbrengId,
    status: 'loopt',
    from: moment === 'vraagstelling' ? 'vraagstelling' : 'besluitvorming',
    document: 'vraagstelling',
    keuze: 'vertrekt',
    vertrekreden: 'niet-deelbaar',
    geplandOp: new Date('2027-02-01T09:00:00Z'),
    afspraak: tafel.afspraak,
    collegaId: tafel.nieuw,
    afwegingId: randomUUID(),
    minuten: 20,
    link: 'https://video.voorbeeld.nl/tafel',
    tekst: 'Omdat er nieuws is.',
  }
}
