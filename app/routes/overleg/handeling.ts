import { href, redirect } from 'react-router'
import { acceptCasushouderschapCommand } from '#app/commands/accept-casushouderschap.server.ts'
import { admitSessieCommand } from '#app/commands/admit-sessie.server.ts'
import { advanceFaseCommand } from '#app/commands/advance-fase.server.ts'
import { askInbrengCommand, withdrawInbrengCommand } from '#app/commands/ask-inbreng.server.ts'
import { clearSignaalCommand } from '#app/commands/clear-signaal.server.ts'
import { closeNowCommand } from '#app/commands/close-now.server.ts'
import { endBeslotenTijdCommand } from '#app/commands/end-besloten-tijd.server.ts'
import { giveBeslotenTijdCommand } from '#app/commands/give-besloten-tijd.server.ts'
import { nominateCasushouderCommand } from '#app/commands/nominate-casushouder.server.ts'
import { parkInbrengCommand, removeInbrengCommand } from '#app/commands/park-inbreng.server.ts'
import { raiseHandCommand } from '#app/commands/raise-hand.server.ts'
import { reopenFaseCommand } from '#app/commands/reopen-fase.server.ts'
import { reopenOverlegCommand } from '#app/commands/reopen-overleg.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { setKeuzeCommand } from '#app/commands/set-keuze.server.ts'
import { setTijdCommand } from '#app/commands/set-tijd.server.ts'
import { startOverlegCommand } from '#app/commands/start-overleg.server.ts'
import { submitAanvullingCommand } from '#app/commands/submit-aanvulling.server.ts'
import { unseatClientCommand } from '#app/commands/unseat-client.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { gebruikerContext, sqlContext } from '#app/context.ts'
import { isZonderJavaScript, readForm } from '#app/invoer.server.ts'
import { statusOf } from '#app/refusal-response.ts'
import type { Sql } from '#db/connection.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import type { Route } from './+types/handeling'
import { type Handeling, parseHandeling } from './handeling-invoer.ts'

export async function action({ request, params: { overlegId }, context }: Route.ActionArgs) {
  // A body that is no form is a form with nothing in it: bad input, not a mistake of ours.
  const invoer = parseHandeling((await readForm(request)) ?? new FormData())
  const result: Result<unknown, Refusal> = invoer.ok
    ? await doHandeling(context.get(sqlContext), invoer.handeling, {
        overlegId,
        gebruikerId: context.get(gebruikerContext).id,
      })
    : { ok: false, refusal: { code: 'ongeldige-invoer', velden: invoer.velden } }

  if (isZonderJavaScript(request)) return redirect(terugNaar(overlegId, invoer.terug, result))
  return result.ok
    ? Response.json({ refusal: null })
    : Response.json({ refusal: result.refusal }, { status: statusOf(result.refusal) })
}

type Wie = { overlegId: string; gebruikerId: string }

function doHandeling(sql: Sql, handeling: Handeling, wie: Wie): Promise<Result<unknown, Refusal>> {
  switch (handeling.intent) {
    case 'start':
      return startOverlegCommand(sql, wie)
    case 'afronden':
      return advanceFaseCommand(sql, { ...wie, from: handeling.from })
    case 'heropenen':
      return reopenFaseCommand(sql, { ...wie, from: handeling.from, reden: handeling.reden })
    case 'tijd':
      return setTijdCommand(sql, { ...wie, minuten: handeling.minuten })
    case 'tijd-erbij':
      return setTijdCommand(sql, { ...wie, erbij: 5 })
    case 'hand':
      return raiseHandCommand(sql, { ...wie, hand: handeling.hand })
    case 'aanvulling':
      return submitAanvullingCommand(sql, {
        ...wie,
        document: handeling.document,
        tekst: handeling.tekst,
      })
    default:
      return doTafel(sql, handeling, wie)
  }
}

type Overig = 'start' | 'afronden' | 'heropenen' | 'tijd' | 'tijd-erbij' | 'hand' | 'aanvulling'
type Tafelhandeling = Exclude<Handeling, { intent: Overig }>

function doTafel(sql: Sql, handeling: Tafelhandeling, wie: Wie): Promise<Result<unknown, Refusal>> {
  switch (handeling.intent) {
    case 'keuze':
      return setKeuzeCommand(sql, {
        ...wie,
        deelnemerId: handeling.deelnemerId,
        keuze: handeling.keuze,
        vertrekreden: handeling.vertrekreden ?? null,
      })
    case 'aan-tafel':
      return seatClientCommand(sql, { ...wie, sessieIds: handeling.sessieId })
    case 'toelaten':
      return admitSessieCommand(sql, { ...wie, sessieId: handeling.sessieId })
    case 'signaal-gezien':
      return clearSignaalCommand(sql, { ...wie, sessieId: handeling.sessieId })
    case 'terug':
      return unseatClientCommand(sql, wie)
    case 'besloten':
      return giveBeslotenTijdCommand(sql, wie)
    case 'besloten-einde':
      return endBeslotenTijdCommand(sql, { ...wie, beslotenreden: handeling.beslotenreden })
    case 'inbreng-klaarzetten':
    case 'inbreng-weg':
    case 'inbreng-vragen':
    case 'inbreng-terugnemen':
      return doInbreng(sql, handeling, wie)
    case 'dicht':
      return closeNowCommand(sql, wie)
    case 'openen':
      return reopenOverlegCommand(sql, { ...wie, toelichting: handeling.toelichting })
    case 'voordragen':
      return nominateCasushouderCommand(sql, { ...wie, deelnemerId: handeling.deelnemerId })
    case 'aanvaarden':
      return acceptCasushouderschapCommand(sql, wie)
    case 'vaststellen':
      return vaststellenCommand(sql, wie)
  }
}

type Inbreng = Extract<Tafelhandeling, { intent: `inbreng-${string}` }>

function doInbreng(sql: Sql, handeling: Inbreng, wie: Wie): Promise<Result<unknown, Refusal>> {
  switch (handeling.intent) {
    case 'inbreng-klaarzetten': {
      const { inbrengId = null, onderwerp, tekst } = handeling
      return parkInbrengCommand(sql, { ...wie, inbrengId, onderwerp, tekst })
    }
    case 'inbreng-weg':
      return removeInbrengCommand(sql, { ...wie, inbrengId: handeling.inbrengId })
    case 'inbreng-vragen':
      return askInbrengCommand(sql, { ...wie, inbrengId: handeling.inbrengId })
    case 'inbreng-terugnemen':
      return withdrawInbrengCommand(sql, { ...wie, inbrengId: handeling.inbrengId })
  }
}

function terugNaar(overlegId: string, terug: string | null, result: Result<unknown, Refusal>) {
  const begin = href('/overleggen/:overlegId', { overlegId })
  const isHier = terug !== null && /^\/overleggen\/[0-9a-f-]{36}\/[a-z/]+$/.test(terug)
  const pad = isHier && terug.startsWith(`${begin}/`) ? terug : begin
  return result.ok ? pad : `${pad}?geweigerd=${result.refusal.code}`
}
