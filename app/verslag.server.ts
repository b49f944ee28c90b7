import { data, type RouterContextProvider } from 'react-router'
import type { Audit } from '#db/audit.ts'
import { recordOf } from '#db/record.ts'
import { parseDocument } from '#domain/document.ts'
import { eisClient, gebruikerContext, reportErrorContext, sqlContext } from './context.ts'

type Context = Readonly<RouterContextProvider>
type Reading = { event: string; wat: string }

/**
 * What each address of app/routes.ts below an overleg shows of it. Null: nothing, it sends on or says yes or no.
 *
 * An address that is not here answers nobody.
 */
export const GELEZEN: Record<string, Reading | null> = {
  'overleggen/:overlegId': null,
  'overleggen/:overlegId/verklaring': { event: 'verklaring-read', wat: 'verklaring' },
  'overleggen/:overlegId/deelnemers': { event: 'deelnemers-read', wat: 'deelnemers' },
  'overleggen/:overlegId/document/:document': { event: 'document-read', wat: 'document' },
  'overleggen/:overlegId/plan': { event: 'plan-read', wat: 'plan' },
  'overleggen/:overlegId/plan/papier': { event: 'plan-read', wat: 'plan' },
  'overleggen/:overlegId/meekijken': { event: 'meekijken-read', wat: 'meekijken' },
  'overleggen/:overlegId/agenda': { event: 'agenda-read', wat: 'agenda' },
  'overleggen/:overlegId/brieven/:briefId': { event: 'brief-read', wat: 'brief' },
  'overleggen/:overlegId/brieven/:briefId/pdf': { event: 'brief-pdf-read', wat: 'brief' },
  'overleggen/:overlegId/handeling': null,
  'overleggen/:overlegId/evaluatie': null,
  // Every download is a row, made where it is read: see export-dossier.server.ts.
  'overleggen/:overlegId/dossier': null,
}

type Page = {
  context: Context
  request: Request
  pattern: string
  params: { overlegId: string; document?: string }
}

/**
 * Lets the answer of a page of an overleg go only when the record says who reads it. Without that row it says nothing.
 *
 * Not the loader itself: what is thrown after it would be shown on a page that has its data.
 */
export async function recordPage(page: Page, response: Response): Promise<Response> {
  if (!(page.pattern in GELEZEN)) return unrecorded()
  const outcome = outcomeOf(page, response)
  if (outcome === 'niets') return response
  if (outcome === 'geweigerd') {
    recordRefusedPage(page, response.status)
    return response
  }
  try {
    await recordReading(page.context, auditOf(page, outcome))
    return response
  } catch (error) {
    page.context.get(reportErrorContext)(error)
    await response.body?.cancel()
    return unrecorded()
  }
}

/** Of an overleg that is there, and not his; what is not there is in no record. */
export function recordRefusedPage(page: Page, status = 404): void {
  const reading = readingOf(page) ?? { event: '', wat: 'overleg' }
  const refused = { ...reading, event: 'reading-refused' }
  const { id, sessieHash } = page.context.get(gebruikerContext)
  recordOf(page.context.get(sqlContext)).refused(sessieHash, {
    ...refused,
    overlegId: page.params.overlegId,
    gebruikerId: id,
    details: { langs: 'pagina', status },
  })
}

/** A page that shows something of several overleggen: one row that names them. */
export function recordLijst(context: Context, wat: string, overlegIds: readonly string[]) {
  const overleggen = [...new Set(overlegIds)].toSorted()
  if (overleggen.length === 0) return Promise.resolve()
  const { id } = context.get(gebruikerContext)
  const reading = { event: `${wat}-read`, wat, overlegId: null, gebruikerId: id }
  return recordOrThrow(context, { ...reading, details: { langs: 'pagina', overleggen } })
}

/** What a browser of the client side gets to see. */
export function recordClientPage(context: Context, weergave: string): Promise<void> {
  const { overlegId, clientPersoonId } = eisClient(context)
  const details = { langs: 'pagina' }
  return recordOrThrow(context, { ...clientReading(weergave), overlegId, clientPersoonId, details })
}

export function clientReading(weergave: string): Reading {
  return { event: `${weergave}-read`, wat: weergave }
}

async function recordOrThrow(context: Context, audit: Audit) {
  try {
    await recordReading(context, audit)
  } catch (error) {
    context.get(reportErrorContext)(error)
    throw data(null, { status: 503 })
  }
}

function recordReading(context: Context, audit: Audit): Promise<void> {
  const { sessieHash } = audit.clientPersoonId ? eisClient(context) : context.get(gebruikerContext)
  return recordOf(context.get(sqlContext)).read(sessieHash, audit)
}

/** A form that was sent is answered with the page around it, whatever became of it. */
function outcomeOf(page: Page, { status }: Response): Reading | 'geweigerd' | 'niets' {
  const reading = readingOf(page)
  if (status === 202 || (status >= 300 && status < 400) || status >= 500) return 'niets'
  if (page.request.method !== 'POST' && status >= 400) return 'geweigerd'
  return reading ?? 'niets'
}

function readingOf({ pattern, params }: Page): Reading | null {
  const reading = GELEZEN[pattern] ?? null
  if (reading?.wat !== 'document') return reading
  const document = parseDocument(params.document ?? '')
  return document && { ...reading, wat: `document:${document}` }
}

function auditOf({ context, params: { overlegId } }: Page, reading: Reading): Audit {
  const gebruikerId = context.get(gebruikerContext).id
  return { ...reading, overlegId, gebruikerId, details: { langs: 'pagina' } }
}

function unrecorded() {
  const tekst = 'Focustafel is even niet bereikbaar. Probeer het over een halve minuut opnieuw.'
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response(tekst, { status: 503, headers })
}
