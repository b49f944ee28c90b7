import type { Kluis } from '#app/auth/kluis.server.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { answerVerzoekCommand } from '#app/commands/answer-verzoek.server.ts'
import { createUitnodigingCommand } from '#app/commands/create-uitnodiging.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { signInClientCommand } from '#app/commands/sign-in-client.server.ts'
import { submitVerzoekCommand } from '#app/commands/submit-verzoek.server.ts'
import { updateActieCommand } from '#app/commands/update-actie.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { listClientPersonen } from '#db/client-personen.ts'
import { listClientSessies, removeClientSessies } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import { findPlan } from '#db/plannen.ts'
import { type Besluit, zinVan } from '#domain/verzoek.ts'
import { VASTGESTELD } from './demo-besluiten.ts'
import type { Casusverhaal } from './demo-casussen.ts'
import { idOf, must, tellVerhaal, type Verteld } from './demo-verhaal.ts'

const DAGEN_GELEDEN = 99
const DAG_IN_MS = 24 * 60 * 60 * 1000

/** The plan that mevrouw S. J. had in summer: what is different now shows on Mijn plan. K8 */
const EERDER: Casusverhaal = {
  ...VASTGESTELD,
  vraag: 'Mevrouw is haar woning kwijt. Waar kan zij slapen, en wie helpt haar met geld?',
  overDagen: -DAGEN_GELEDEN,
  zinnen: [
    {
      document: 'samenvatting',
      door: 'joke',
      kop: 'Wat hebben we besproken?',
      tekst: 'U slaapt in uw auto. U heeft nog wel een uitkering.',
    },
    {
      document: 'besluitvorming',
      door: 'joke',
      kop: 'Wat wilt u bereiken?',
      tekst: 'Vóór de winter een eigen kamer.',
    },
  ],
  acties: [
    {
      wat: 'Inschrijven voor een kamer bij de opvang',
      wie: 'mehmet',
      overDagen: -80,
      leefgebied: 'Huisvesting',
      waarom: 'Een plek voor de winter.',
    },
    {
      wat: 'Elke maand even langskomen en vragen hoe het gaat',
      wie: 'anneke',
      overDagen: -70,
      leefgebied: 'Zorg',
      waarom: 'Slapen in een auto is niet goed voor uw gezondheid.',
    },
    {
      wat: 'Een parkeerplek zoeken waar u mag staan',
      wie: 'fleur',
      overDagen: -90,
      leefgebied: 'Overig',
      waarom: 'Dan krijgt u geen boetes meer.',
    },
    {
      wat: 'De boetes op een rij zetten',
      wie: 'joke',
      overDagen: -85,
      leefgebied: 'Schulden',
      waarom: 'Dan kunt u een regeling treffen.',
    },
  ],
}

export async function seedEerderPlan(sql: Sql, kluis: Kluis): Promise<void> {
  const verteld = await tellVerhaal(sql, EERDER, 'besluitvorming')
  const { overlegId, regie } = verteld
  const [persoon] = await listClientPersonen(sql, overlegId)
  if (!persoon) throw new Error('This overleg is with cliënt')
  const key = { overlegId, gebruikerId: regie, clientPersoonId: persoon.id }
  const brief = must(await createUitnodigingCommand(sql, kluis, key))
  const { sessieId } = must(await signInClientCommand(sql, brief))
  const [browser] = await listClientSessies(sql, [hashOf(sessieId)])
  const sessieIds = browser ? [browser.sessieId] : []
  must(await seatClientCommand(sql, { overlegId, gebruikerId: regie, sessieIds }))
  const now = new Date(Date.now() - DAGEN_GELEDEN * DAG_IN_MS)
  must(await vaststellenCommand(sql, { overlegId, gebruikerId: regie, now }))
  await closeActies(sql, verteld)
  await removeClientSessies(sql, persoon.id)
}

/** What came of it is in the plan of now. */
async function closeActies(sql: Sql, { overlegId }: Verteld) {
  const key = { overlegId, gebruikerId: await idOf(sql, 'joke') }
  for (const { id, wat } of (await findPlan(sql, overlegId))?.acties ?? []) {
    const status = wat === 'De boetes op een rij zetten' ? 'gedaan' : 'vervallen'
    const notitie = 'Staat in het nieuwe plan, of is niet meer nodig.'
    must(await updateActieCommand(sql, { ...key, actieId: id, status, notitie }))
  }
}

/** What mevrouw says does not hold, and what she was answered. K7 */
export async function seedVerzoeken(sql: Sql, verteld: Verteld, sessieHash: string) {
  const { overlegId } = verteld
  const [browser] = await listClientSessies(sql, [sessieHash])
  if (!browser) throw new Error('A session that was just made is there')
  const gebruikerId = await idOf(sql, 'joke')
  for (const { zin, tekst, antwoord } of VERZOEKEN) {
    const { sleutel } = zinVan(zin)
    const { verzoekId } = must(await submitVerzoekCommand(sql, { browser, sleutel, tekst }))
    if (!antwoord) continue
    must(await answerVerzoekCommand(sql, { overlegId, gebruikerId, verzoekId, ...antwoord }))
  }
}

type Gevraagd = { zin: string; tekst: string; antwoord: { besluit: Besluit; tekst: string } | null }

const VERZOEKEN: readonly Gevraagd[] = [
  {
    zin: 'Daardoor krijgt u geen post en geen uitkering.',
    tekst: 'Ik krijg wel post. Die komt bij mijn zus.',
    antwoord: {
      besluit: 'toegewezen',
      tekst: 'Uw post komt bij uw zus. U krijgt nu geen uitkering.',
    },
  },
  {
    zin: 'Als u drie maanden op één plek woont en elke maand geld binnenkomt.',
    tekst: 'Drie maanden is te lang. Ik wil eerder vooruitkijken.',
    antwoord: {
      besluit: 'afgewezen',
      tekst: 'De opvang rekent met drie maanden. In januari praten we er opnieuw over.',
    },
  },
  {
    zin: 'Elke week even langskomen en vragen hoe het gaat',
    tekst: 'Ik wil graag dat Anneke eerst belt.',
    antwoord: null,
  },
]
