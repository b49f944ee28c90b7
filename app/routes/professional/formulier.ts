import type { SubmissionResult } from '@conform-to/dom'

type Payload = NonNullable<SubmissionResult['initialValue']>[string]

/** What was sent before and what was wrong with it, by the name of the field; works before JavaScript has loaded. */
export function formulierOf(result: SubmissionResult | undefined) {
  const waarden = result?.initialValue ?? {}
  const fouten = result?.error ?? {}

  return {
    isVerstuurd: result !== undefined,
    waarde: (naam: string) => textOf(valueAt(waarden, naam)),
    gekozen: (naam: string) => listOf(waarden[naam]),
    fout: (naam: string) => fouten[naam]?.at(0),
    samenvatting: Object.entries(fouten).flatMap(([naam, teksten]) => {
      const text = teksten?.at(0)
      return text ? [{ id: naam || 'formulier', text }] : []
    }),
  }
}
export type Formulier = ReturnType<typeof formulierOf>

// `rol.<id>` is a field of the object `rol`.
function valueAt(waarden: Readonly<Record<string, Payload>>, naam: string): Payload | undefined {
  const [first = '', second] = naam.split('.')
  const value = waarden[first]
  if (second === undefined) return value
  return typeof value === 'object' && !Array.isArray(value) ? value[second] : undefined
}

function textOf(value: Payload | undefined) {
  return typeof value === 'string' ? value : undefined
}

function listOf(value: Payload | undefined): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
