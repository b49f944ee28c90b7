import type { ClientBrowser } from '#app/context.ts'
import { setSignaal } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import type { Signaal } from '#domain/tafel.ts'

/** A calm signal of one browser of the client side to the procesregisseur; null takes it back. */
export async function setSignaalCommand(
  sql: Sql,
  { browser, signaal }: { browser: Pick<ClientBrowser, 'sessieId'>; signaal: Signaal | null },
): Promise<void> {
  await setSignaal(sql, browser.sessieId, signaal)
}
