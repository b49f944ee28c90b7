import { afterAll, expect, test } from 'vitest'
import { dumpInhoud, openHuis } from '../helpers/huis.ts'

const MOMENTEN = [
  'gepland',
  'vraagstelling',
  'vooroverleg',
  'met cliënt',
  'vastgesteld',
  'afgebroken',
] as const
const huis = await openHuis(MOMENTEN)
afterAll(() => huis[Symbol.asyncDispose]())

// Status of each handeling of the procesregisseur at each moment; a dash where it would be right.
const TABEL = `
start                         -    409  409  409  409  409
afronden vraagstelling        409  -    409  409  409  409
afronden besluitvorming       409  409  409  409  409  409
heropenen vraagstelling       409  409  409  409  409  409
heropenen oordeelsvorming     409  409  409  409  409  409
aan-tafel                     409  409  -    409  409  409
toelaten                      409  409  409  -    -    409
terug                         409  409  409  -    409  409
dicht                         -    -    -    -    -    -
openen                        409  409  409  409  409  409
vaststellen                   409  409  -    -    409  409
tijd-erbij                    409  -    -    -    409  409
keuze                         -    -    -    -    409  409
`

test('[check 66] [F1] a handeling in the wrong order is refused over HTTP too, with its reason, and changes nothing', async () => {
  const { sql, origin } = huis
  const mis: string[] = []
  for (const line of TABEL.trim().split('\n')) {
    const [naam = '', ...cellen] = line.split(/ {2,}/)
    const [intent = '', from] = naam.split(' ')
    for (const [index, moment] of MOMENTEN.entries()) {
      const wanted = cellen[index]
      if (wanted === '-') continue
      const { tafel, cookies } = huis.plek(moment)
      const body = new URLSearchParams({ intent, ...(from && { from }) })
      if (intent === 'heropenen') body.set('reden', 'Er is nieuws.')
      if (intent === 'openen') body.set('toelichting', 'Het was een oefening.')
      if (intent === 'tijd-erbij') body.set('erbij', '5')
      if (intent === 'aan-tafel' || intent === 'toelaten') body.set('sessieId', tafel.wachtend)
      if (intent === 'keuze') {
        body.set('deelnemerId', tafel.deelnemerIds.blijft)
        body.set('keuze', 'blijft')
      }
      const before = await dumpInhoud(sql)
      const response = await fetch(`${origin}/overleggen/${tafel.overlegId}/handeling`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: cookies.procesregisseur, origin },
        body,
      })
      const { refusal } = await response.json()
      const isStil = (await dumpInhoud(sql)) === before
      if (String(response.status) !== wanted || !refusal?.code || !isStil) {
        mis.push(
          `${naam} ${moment}: ${response.status} ${refusal?.code} ${isStil ? '' : 'changed'}`,
        )
      }
    }
  }
  expect(mis).toEqual([])
}, 60_000)
