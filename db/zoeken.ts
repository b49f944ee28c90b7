import type { Query } from './connection.ts'

const MEESTE_WOORDEN = 6

/** Every word somewhere in the text; Ozdemir finds Özdemir, and a percent sign is a percent sign. */
export function bevat(sql: Query, tekst: ReturnType<Query>, zoek: string): ReturnType<Query> {
  const woorden = kaal(zoek).split(/\s+/).filter(Boolean).slice(0, MEESTE_WOORDEN)
  // Combining marks are what stays of an accent when a letter is taken apart.
  return sql`(
    select coalesce(bool_and(strpos(
      regexp_replace(normalize(lower(${tekst}), nfd), ${'[\u0300-\u036f]'}, '', 'g'), woord) > 0), true)
    from unnest(${woorden}::text[]) as woord)`
}

function kaal(tekst: string): string {
  return tekst.replaceAll('\0', '').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
