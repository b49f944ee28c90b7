import type { Query } from './connection.ts'

type IncidentRij = {
  begonnenOp: Date
  heropendOp: Date | null
  naam: string
  toelichting: string
}

export function listIncidenten(sql: Query, overlegId: string): Promise<IncidentRij[]> {
  return sql<IncidentRij[]>`
    select incident.begonnen_op as "begonnenOp", incident.heropend_op as "heropendOp", gebruiker.naam,
      incident.toelichting
    from incident join gebruiker on gebruiker.id = incident.begonnen_door
    where incident.overleg_id = ${overlegId}
    order by incident.begonnen_op`
}

/** From which organisatie somebody looked, wrote or did something here: how often, and on which days. Refused tries are none. */
type InzageRij = { organisatie: string; keren: number; eerste: Date; laatste: Date }

export function listInzages(sql: Query, overlegId: string): Promise<InzageRij[]> {
  return sql<InzageRij[]>`
    select organisatie.naam as organisatie, count(*)::int as keren,
      min(audit.created_at) as eerste, max(audit.created_at) as laatste
    from audit join organisatie on organisatie.id = audit.organisatie_id
    where audit.overleg_id = ${overlegId} and audit.uitkomst = 'gelukt'
    group by organisatie.naam order by organisatie.naam`
}
