import { answerCommand } from '#app/commands/answer.server.ts'
import { writeEigenWoordenCommand } from '#app/commands/write-eigen-woorden.server.ts'
import type { ClientBrowser } from '#app/context.ts'
import { readClientbeelden } from '#app/routes/client/clientbeeld.server.ts'
import type { Sql } from '#db/connection.ts'
import { ZINANTWOORDEN } from '#domain/antwoord.ts'
import { must } from './demo-verhaal.ts'

const WIL = 'Ik wil weer slapen zonder zorgen.\nEn zelf bepalen wie mijn post opent.'
const ANDERS = 'Jullie noemen het overlast. Ik noem het: ik wist niet waar ik heen moest.'

/** What a cliënt says at the table: most is right, one thing is not, and about one actie he wants to talk. */
export async function seedStem(sql: Sql, browser: ClientBrowser): Promise<void> {
  const woorden = { browser, versie: 0, wijze: 'zo' } as const
  must(await writeEigenWoordenCommand(sql, { ...woorden, veld: 'wil', tekst: WIL }))
  must(await writeEigenWoordenCommand(sql, { ...woorden, veld: 'anders', tekst: ANDERS }))

  const { overlegId, sessieHash } = browser
  const beelden = await readClientbeelden(sql, { overlegId, sessieHashes: [sessieHash] })
  const beeld = beelden.get(sessieHash)
  if (beeld?.weergave !== 'tafel') throw new Error('This browser is at the table')
  const zinnen = beeld.antwoorden.samenvatting.filter((regel) => regel.soort === 'zin')
  for (const [index, { sleutel }] of zinnen.entries()) {
    const antwoord = ZINANTWOORDEN[index] ?? 'klopt'
    must(await answerCommand(sql, { browser, vraag: { soort: 'zin', sleutel, antwoord } }))
  }
  for (const [index, { stem }] of beeld.inhoud.acties.entries()) {
    const antwoord = index === 1 ? 'praten' : 'ja'
    const vraag = { soort: 'actie', sleutel: stem.sleutel, antwoord } as const
    must(await answerCommand(sql, { browser, vraag }))
  }
}
