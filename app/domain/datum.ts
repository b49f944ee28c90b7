declare const merk: unique symbol

/** A day, `YYYY-MM-DD`: sorts as text and has no time zone. */
export type Datum = string & { readonly [merk]: 'Datum' }

export function parseDatum(text: unknown): Datum | null {
  // PostgreSQL has no year 0.
  if (typeof text !== 'string' || !/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const date = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text
    ? null
    : asDatum(text)
}

/** The day that it is in the Netherlands at this moment. */
export function datumInNederland(now: Date): Datum {
  return asDatum(
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' }).format(
      now,
    ),
  )
}

export function addDagen(datum: Datum, dagen: number): Datum {
  const date = new Date(`${datum}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + dagen)
  return asDatum(date.toISOString().slice(0, 10))
}

/** Counts calendar months; 31 January plus one month is the last day of February. */
export function addMaanden(datum: Datum, maanden: number): Datum {
  const [jaar = 0, maand = 0, dag = 0] = datum.split('-').map(Number)
  const laatste = new Date(Date.UTC(jaar, maand - 1 + maanden + 1, 0)).getUTCDate()
  const date = new Date(Date.UTC(jaar, maand - 1 + maanden, Math.min(dag, laatste)))
  return asDatum(date.toISOString().slice(0, 10))
}

function asDatum(text: string): Datum {
  // The one place where a string becomes a Datum.
  return text as Datum
}
