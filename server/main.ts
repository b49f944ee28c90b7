import { start } from './start.ts'

try {
  await start(process.env)
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? `\n  ${error.cause.message}` : ''
  return `Focustafel could not start. ${error.message}${cause}`
}
