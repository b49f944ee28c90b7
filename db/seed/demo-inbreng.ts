import { addClientPersoonCommand } from '#app/commands/add-client-persoon.server.ts'
import { parkInbrengCommand } from '#app/commands/park-inbreng.server.ts'
import type { Sql } from '#db/connection.ts'
import { idOf, must, type Verteld } from './demo-verhaal.ts'

/** Somebody beside the cliënt, and a text of which the cliënt has yet to say whether it may be told. K5, K6 */
export async function seedInbreng(sql: Sql, { overlegId, regie }: Verteld): Promise<void> {
  must(
    await addClientPersoonCommand(sql, {
      overlegId,
      gebruikerId: regie,
      soort: 'steunpersoon',
      naam: 'Zus van meneer K. A.',
    }),
  )
  must(
    await parkInbrengCommand(sql, {
      overlegId,
      gebruikerId: await idOf(sql, 'thomas'),
      inbrengId: null,
      onderwerp: 'Hoe u de laatste tijd slaapt',
      tekst:
        'U vertelde mij dat u beter slaapt als u uw medicijnen om acht uur neemt.\nIk stel voor dat we daar samen een vast moment voor afspreken.',
    }),
  )
}
