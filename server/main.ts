import process from 'node:process'

const environment = { ...process.env }
// React asks when it is loaded: the pages of the demo are those of production, though its accounts are not.
if (environment.FOCUSTAFEL_MODE !== 'development') process.env.NODE_ENV = 'production'

try {
  const { start } = await import('./start.ts')
  await start(environment)
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? `\n  ${error.cause.message}` : ''
  return `Focustafel could not start. ${error.message}${cause}`
}
