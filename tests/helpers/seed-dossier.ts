import { randomBytes } from 'node:crypto'
import { submitAanvullingCommand } from '#app/commands/submit-aanvulling.server.ts'
import { updateActieCommand } from '#app/commands/update-actie.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import type { Sql } from '#db/connection.ts'
import { DOCUMENTEN } from '#domain/document.ts'
import { actieIdsOf, conceptactie, schrijf, schrijfActies, seedTafel } from './seed-tafel.ts'

/** A casus with a plan, and its own unlikely word wherever somebody can write something. */
export async function seedDossier(sql: Sql) {
  const woord = `k${randomBytes(5).toString('hex')}`
  const tafel = await seedTafel(sql, 'vooroverleg')
  const { overlegId, regie, clientPersoonId, deelnemerIds } = tafel
  await sql`
    update casus set initialen = ${woord} where id = (select casus_id from overleg where id = ${overlegId})`
  await sql`
    update overleg set vraag = ${`Vraag ${woord}`}, link_tafel = ${`https://video.nl/${woord}`}
    where id = ${overlegId}`
  await sql`update client_persoon set naam = ${`Naam ${woord}`} where id = ${clientPersoonId}`
  await sql`update deelnemer set taak = ${woord} where overleg_id = ${overlegId}`
  await sql`
    insert into heropening (overleg_id, fase, reden, gebruiker_id)
    values (${overlegId}, 'beeldvorming', ${`Reden ${woord}`}, ${regie.gebruikerId})`
  await sql`
    insert into incident (overleg_id, begonnen_door, heropend_op, toelichting)
    values (${overlegId}, ${regie.gebruikerId}, now(), ${`Toelichting ${woord}`})`
  await sql`
    insert into client_afweging (overleg_id, voorstel, reden, toelichting, voorgesteld_door,
      uitkomst, uitkomst_reden, besloten_door, besloten_op)
    values (${overlegId}, 'zonder', 'anders', ${`Afweging ${woord}`}, ${regie.gebruikerId},
      'geweigerd', ${`Weigering ${woord}`}, ${tafel.ids.casushouder}, now())`
  for (const document of DOCUMENTEN) {
    await schrijf(sql, { ...regie, document, tekst: `Over ${document}: ${woord}` })
  }
  const actie = conceptactie({ wat: `Bellen ${woord}`, deelnemerId: deelnemerIds.blijft })
  await schrijfActies(sql, { ...regie, acties: [{ ...actie, waarom: `Omdat ${woord}` }] })

  await vaststellenCommand(sql, regie)
  const [actieId = ''] = await actieIdsOf(sql, overlegId)
  const notitie = `Notitie ${woord}`
  const uitleg = `Uitleg ${woord}`
  const update = { overlegId, actieId, status: 'loopt', notitie, uitleg } as const
  await updateActieCommand(sql, { ...update, gebruikerId: tafel.ids.casushouder })
  await sql`
    with verzoek as (
      insert into verzoek (plan_id, client_persoon_id, zin, tekst)
      select id, ${clientPersoonId}, ${`Zin ${woord}`}, ${`Verzoek ${woord}`}
      from plan where overleg_id = ${overlegId} returning id)
    insert into verzoek_antwoord (verzoek_id, besluit, tekst, gebruiker_id)
    select id, 'afgewezen', ${`Antwoord ${woord}`}, ${regie.gebruikerId} from verzoek`
  const aanvulling = { ...regie, document: 'beeldvorming', tekst: `Aanvulling ${woord}` } as const
  await submitAanvullingCommand(sql, aanvulling)
  const [casus] = await sql<{ id: string }[]>`
    select casus_id as id from overleg where id = ${overlegId}`
  return { ...tafel, woord, casusId: casus?.id ?? '' }
}
