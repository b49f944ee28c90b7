import type { Inbrengbeeld } from '#app/components/client/inbreng.tsx'
import type { Steunpersoonbeeld } from '#app/components/client/steunpersoon.tsx'
import { findSteunpersoonstand } from '#db/client-personen.ts'
import type { Query } from '#db/connection.ts'
import { listInbrengvragen } from '#db/inbreng.ts'
import { isVraagOpen } from '#domain/inbreng.ts'
import type { Stand } from '#domain/toegang.ts'

/** What the cliënt and who is there in his place decide themselves: for nobody who looks along. K5, K6 */
export type Eigentafel = { inbreng: Inbrengbeeld | null; steunpersoon: Steunpersoonbeeld | null }

/** One question at a time. */
export async function readEigenTafel(
  sql: Query,
  { overlegId, stand }: { overlegId: string; stand: Stand },
): Promise<Eigentafel> {
  const vragen = await listInbrengvragen(sql, overlegId)
  const vraag = vragen.find(({ deelname }) => isVraagOpen(deelname, stand))
  const { aanTafel, weg } = await findSteunpersoonstand(sql, overlegId)
  return {
    inbreng: vraag ? inbrengOf(vraag) : null,
    steunpersoon: aanTafel || weg ? { aanTafel, weg } : null,
  }
}

function inbrengOf({ naam, organisatie, onderwerp, sleutel }: Inbrengbeeld): Inbrengbeeld {
  return { naam, organisatie, onderwerp, sleutel }
}
