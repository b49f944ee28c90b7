import { z } from 'zod'
import type { ClientBrowser } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import type { Sql } from '#db/connection.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import { BeslotenKlaar, doBeslotenKlaar } from './handelingen/besloten.server.ts'
import { doEigenActie, EigenActie } from './handelingen/eigen-actie.server.ts'
import { doInbreng, Inbreng } from './handelingen/inbreng.server.ts'
import { doGeefPin, doKiesPin, GeefPin, KiesPin } from './handelingen/pin.server.ts'
import { doSignaal, Signaal } from './handelingen/signaal.server.ts'
import {
  ActieAntwoord,
  doActieAntwoord,
  doEigenWoorden,
  doZinAntwoord,
  EigenWoorden,
  ZinAntwoord,
} from './handelingen/stem.server.ts'
import { doSteunpersoon, Steunpersoon } from './handelingen/steunpersoon.server.ts'
import { doVerzoek, Verzoek } from './handelingen/verzoek.server.ts'

/** Every form of Mijn plan: what it says is in `handelingen/`, one file for each part. */
const Handeling = z.discriminatedUnion('intent', [
  Signaal,
  KiesPin,
  GeefPin,
  EigenActie,
  BeslotenKlaar,
  Inbreng,
  Steunpersoon,
  Verzoek,
  ZinAntwoord,
  ActieAntwoord,
  EigenWoorden,
  z.object({ intent: z.literal('uitloggen') }),
])
export type Handeling = z.infer<typeof Handeling>

/** What a form of Mijn plan asks for; null when it is none of ours. */
export function parseHandeling(request: Request): Promise<Handeling | null> {
  return parseForm(request, Handeling)
}

export function doHandeling(
  sql: Sql,
  browser: ClientBrowser,
  handeling: Exclude<Handeling, { intent: 'uitloggen' }>,
): Promise<Result<unknown, Refusal>> {
  switch (handeling.intent) {
    case 'signaal':
      return doSignaal(sql, browser, handeling)
    case 'kies-pin':
      return doKiesPin(sql, browser, handeling)
    case 'pin':
      return doGeefPin(sql, browser, handeling)
    case 'actie':
      return doEigenActie(sql, browser, handeling)
    case 'besloten-klaar':
      return doBeslotenKlaar(sql, browser, handeling)
    case 'inbreng':
      return doInbreng(sql, browser, handeling)
    case 'steunpersoon':
      return doSteunpersoon(sql, browser, handeling)
    case 'verzoek':
      return doVerzoek(sql, browser, handeling)
    case 'zin':
      return doZinAntwoord(sql, browser, handeling)
    case 'actie-antwoord':
      return doActieAntwoord(sql, browser, handeling)
    case 'woorden':
      return doEigenWoorden(sql, browser, handeling)
  }
}
