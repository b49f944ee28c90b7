import type { Request, Response } from 'express'
import { within } from '#db/deadline.ts'

// Connection, resources, the operator's hand: what passes. 57014 is a question that took too long.
const UITVAL = /^(CONNECT|ECONN|EPIPE|ETIMEDOUT|08|53|57)/

const TITEL = 'Focustafel is even niet bereikbaar'
const UITLEG = 'Probeer het over een halve minuut opnieuw. Wat opgeslagen was, is niet verloren.'
const OPNIEUW = 'Probeer opnieuw'
// Which language the person reads is in the database. K2
const ENGELS =
  'Focustafel cannot be reached for a moment. Try again in half a minute, or call the number in your letter.'
const CLIENTZIJDE = /^\/(mijn-plan|u|uitnodiging|taal)(?![^/.])/
const OPNIEUW_IN_SECONDEN = '30'
// Longer than PostgreSQL may think about one question.
const GEDULD_IN_MS = 8_000

/** The database is away, or cannot do its work now: nobody's mistake, and it passes. */
export function isUitval(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' && UITVAL.test(code)
}

/** Nothing is read while the database is away. Without our pages and their scripts: those ask the database too. */
export function sendUitval(request: Request, response: Response) {
  response.status(503).set('Retry-After', OPNIEUW_IN_SECONDEN)
  const isClient = CLIENTZIJDE.test(request.path)
  if (!request.accepts('html')) return response.type('text').send(`${TITEL}. ${UITLEG}`)
  response.type('html').send(`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITEL}</title>
</head>
<body>
<main>
<h1>${TITEL}</h1>
<p>${UITLEG}</p>${isClient ? `\n<p lang="en">${ENGELS}</p>` : ''}
<p><a href="">${OPNIEUW}${isClient ? ' · <span lang="en">Try again</span>' : ''}</a></p>
</main>
</body>
</html>
`)
}

/** It went away while a page was being made: what would be our mistake is none. */
export function becomeUitval(response: Response) {
  const status = response.status.bind(response)
  response.status = (code) => status(code === 500 ? 503 : code)
}

/** It stopped answering while a page was being made: nobody waits for that without end, and what comes late is undone. */
export function limitTime(request: Request, response: Response, next: () => void) {
  const timer = setTimeout(() => {
    if (!response.headersSent) sendUitval(request, response)
  }, GEDULD_IN_MS)
  response.on('close', () => clearTimeout(timer))
  within(GEDULD_IN_MS, next)
}
