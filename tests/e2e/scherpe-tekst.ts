import type { Sql } from '#db/connection.ts'
import { changeDocument } from '#db/documenten.ts'
import { appendActie, appendAlinea } from '#db/yjs-inhoud.ts'
import { DOCUMENTEN } from '#domain/document.ts'
import { conceptactie, type Tafel } from '../helpers/seed-tafel.ts'

/** What somebody would write who wants to run something in the browser of another; `n` says by which it was. */
const SCHERP = [
  '<script>window.__xss=1</script>',
  '"><img src=x onerror="window.__xss=2">',
  "'><svg/onload=window.__xss=3>",
  '</script><script>window.__xss=4</script>',
  '</title></textarea><script>window.__xss=5</script>',
  '<iframe srcdoc="<script>parent.__xss=6</script>">',
  '<a href="javascript:window.__xss=7">klik</a>',
  '<form action="javascript:window.__xss=8"><button autofocus onfocus=window.__xss=8>',
  '{{window.__xss=9}}<%= window.__xss=9 %>#{window.__xss=9}',
  '\\u003cimg src=x onerror=window.__xss=10\\u003e\u2028\u2029',
  '<!--><img src=x onerror=window.__xss=11>-->',
  '<base href="https://evil.example/"><link rel=stylesheet href=//evil.example/x>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<style>@import "https://evil.example/x";*{background:url(//evil.example/y)}</style>',
  '&lt;img src=x onerror=window.__xss=12&gt;',
  '<math><mtext><img src=x onerror=window.__xss=13></mtext></math>',
]

export const ALLES = SCHERP.join(' ')

/** The nth, in at most so many characters; the shortest for where there is little room. */
function scherp(n: number, max: number): string {
  const tekst = SCHERP[n % SCHERP.length] ?? ''
  return tekst.length <= max ? tekst : (SCHERP[0] ?? '').slice(0, max)
}

/** Puts it in every field and every text that people can fill in, at this table. */
export async function maakScherp(sql: Sql, tafel: Tafel) {
  const { overlegId, clientPersoonId, regie } = tafel
  await sql`
    update gebruiker set naam = ${scherp(0, 100)}, functie = ${scherp(1, 100)}, telefoon = ${scherp(2, 40)}
    where id in ${sql(Object.values(tafel.ids))}`
  await sql`
    update organisatie set naam = ${scherp(4, 90)} || id::text where id in (
      select organisatie_id from gebruiker where id in ${sql(Object.values(tafel.ids))})`
  await sql`
    update casus set initialen = ${'<b>"\'&</b>'}, gemeente = ${scherp(7, 60)}
    where id = (select casus_id from overleg where id = ${overlegId})`
  await sql`
    update overleg set vraag = ${ALLES}, zonder_client_toelichting = ${scherp(8, 900)},
      link_tafel = ${'https://video.example/"><script>window.__xss=20</script>'}
    where id = ${overlegId}`
  await sql`update deelnemer set taak = ${scherp(2, 120)} where overleg_id = ${overlegId}`
  await sql`update client_persoon set naam = ${scherp(1, 120)} where id = ${clientPersoonId}`
  await sql`
    insert into heropening (overleg_id, fase, reden, gebruiker_id)
    select ${overlegId}, 'beeldvorming', ${ALLES}, ${regie.gebruikerId}`
  for (const document of DOCUMENTEN) {
    await sql`
      insert into aanvulling (overleg_id, document, gebruiker_id, tekst)
      values (${overlegId}, ${document}, ${regie.gebruikerId}, ${ALLES})`
    await changeDocument(sql, { ...regie, document }, (doc) => {
      for (const tekst of SCHERP) appendAlinea(doc, '', tekst)
      if (document !== 'besluitvorming') return
      appendActie(doc, conceptactie({ wat: ALLES, waarom: scherp(2, 200) }))
      appendActie(doc, conceptactie({ wat: ALLES, deelnemerId: tafel.deelnemerIds.blijft }))
    })
  }
}
