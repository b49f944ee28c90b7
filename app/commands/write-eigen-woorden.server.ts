import type { ClientBrowser } from '#app/context.ts'
import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { findEigenWoorden, saveEigenWoorden } from '#db/eigen-woorden.ts'
import { schoneTekst } from '#db/schone-tekst.ts'
import { MAX_WOORDEN, magSpreken, type Woordveld } from '#domain/antwoord.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asClient } from './as-client.server.ts'

type Input = {
  browser: ClientBrowser
  veld: Woordveld
  tekst: string
  /** The version that this browser had before it when it began to write. */
  versie: number
  /** `onder-elkaar`: below what another browser wrote meanwhile. */
  wijze: 'zo' | 'onder-elkaar'
}

/**
 * Wat ik wil, and wat ik anders zie: word for word, by the client side alone. K3
 *
 * Two browsers of one person may write at once: the second is told, with what the first wrote, and chooses. The same
 * words twice are one saving: an answer may have been lost on its way.
 */
export function writeEigenWoordenCommand(
  sql: Sql,
  { browser, veld, versie, wijze, ...input }: Input,
): Promise<Result<{ versie: number }, Refusal>> {
  const { overlegId, clientPersoonId } = browser
  const wie = { browser, wat: 'handeling:eigen-woorden', weergaven: ['tafel'] } as const
  return asClient(sql, wie, async (sql, { sessie }) => {
    if (!magSpreken(sessie.soort)) return refuse({ code: 'niet-bevoegd' })
    const nu = (await findEigenWoorden(sql, overlegId))[veld]
    const geschreven = woordelijk(input.tekst)
    const tekst = wijze === 'zo' ? geschreven : onderElkaar(nu.tekst, geschreven)
    if (tekst.length > MAX_WOORDEN) return refuse({ code: 'te-groot' })
    if (tekst === nu.tekst) return accept({ versie: nu.versie })
    if (versie !== nu.versie) return refuse({ code: 'woorden-gewijzigd', nu })

    const bewaard = await saveEigenWoorden(sql, { overlegId, veld, tekst })
    await recordAudit(sql, { event: 'words-written', overlegId, clientPersoonId })
    return accept({ versie: bewaard })
  })
}

/** A form sends each end of a line as two characters; nobody wrote the first of them. */
function woordelijk(tekst: string): string {
  return schoneTekst(tekst.replaceAll('\r\n', '\n'))
}

function onderElkaar(eerst: string, dan: string): string {
  return eerst ? `${eerst}\n\n${dan}` : dan
}
