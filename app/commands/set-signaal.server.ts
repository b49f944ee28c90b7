import type { ClientBrowser } from '#app/context.ts'
import { type Signaal, setSignaal } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'

/** A calm signal of one browser of the client side to the procesregisseur; null takes it back. */
export async function setSignaalCommand(
  sql: Sql,
  { browser, signaal }: { browser: Pick<ClientBrowser, 'sessieId'>; signaal: Signaal | null },
): Promise<void> {
  await setSignaal(sql, browser.sessieId, signaal)
}
