import type { Fase, OverlegStatus, Tafel } from '#domain/fase.ts'
import type { Deelname } from '#domain/rol.ts'
import type { Stand } from '#domain/toegang.ts'
import { isBesloten } from './besloten.ts'
import type { Query } from './connection.ts'
import { toOverleg } from './overleggen.ts'

/** All that rights to the documents of one overleg depend on, at one version. */
export type Rechten = {
  versie: string
  stand: Stand
  /** By gebruiker; who is not in it has no right to anything. */
  deelnames: ReadonlyMap<string, Deelname>
}

type Row = {
  id: string
  versie: string
  status: OverlegStatus
  fase: Fase | null
  tafel: Tafel | null
  dicht: boolean
  metClient: boolean
  besloten: boolean
  deelnames: (Deelname & { gebruikerId: string })[] | null
}

/** The rights of everybody in these overleggen, in one question. */
export async function findRechten(
  sql: Query,
  overlegIds: readonly string[],
): Promise<Map<string, Rechten>> {
  const rows = await sql<Row[]>`
    select
      overleg.id, overleg.rechten_versie as versie, overleg.status, overleg.fase, overleg.tafel,
      overleg.dicht_op is not null as dicht, overleg.zonder_client_reden is null as "metClient",
      ${isBesloten(sql)} as besloten,
      (
        select json_agg(json_build_object(
          'gebruikerId', deelnemer.gebruiker_id,
          'rol', deelnemer.rol,
          'keuze', deelnemer.keuze,
          'toegelaten', organisatie.convenant_getekend_op is not null or deelnemer.verklaring_getekend_op is not null))
        from deelnemer
        join gebruiker on gebruiker.id = deelnemer.gebruiker_id
        join organisatie on organisatie.id = gebruiker.organisatie_id
        where deelnemer.overleg_id = overleg.id and gebruiker.uitgeschakeld_op is null
      ) as deelnames
    from overleg
    where overleg.id = any(${[...overlegIds]}::uuid[])`
  return new Map(rows.map((row) => [row.id, toRechten(row)]))
}

/** The version alone, cheap enough to ask all the time. S3 */
export async function listRechtenVersies(
  sql: Query,
  overlegIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; versie: string }[]>`
    select id, rechten_versie as versie from overleg where id = any(${[...overlegIds]}::uuid[])`
  return new Map(rows.map(({ id, versie }) => [id, versie]))
}

function toRechten({ versie, dicht, metClient, besloten, deelnames, ...row }: Row): Rechten {
  return {
    versie,
    stand: { overleg: toOverleg(row), dicht, metClient, besloten },
    deelnames: new Map(
      (deelnames ?? []).map(({ gebruikerId, ...deelname }) => [gebruikerId, deelname]),
    ),
  }
}
