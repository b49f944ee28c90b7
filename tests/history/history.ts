import { setTimeout as pauze } from 'node:timers/promises'
import * as Y from 'yjs'
import { findDocumentId, listBytes } from '#db/documenten.ts'
import { DOCUMENTEN, type Document } from '#domain/document.ts'
import { FASEN } from '#domain/fase.ts'
import { createClientCookie } from '../helpers/client-side.ts'
import { createFaultProxy, type FaultProxy } from '../helpers/fault-proxy.ts'
import { createRandom } from '../helpers/raw.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { schrijf } from '../helpers/seed-tafel.ts'
import { createCookie } from '../helpers/sign-in.ts'
import { checkEinde, geantwoord, onrustTekst, readVerslag } from './bewijs.ts'
import type { Browsers, Getoond } from './browsers.ts'
import { checkHistory } from './check.ts'
import type { House } from './house.ts'
import { plaagNetwerk } from './nemesis.ts'
import { type Gebeurtenis, nu, type Scherm, type Storing, tekstVan, woordenIn } from './records.ts'
import { createRegie, type Gast } from './regie.ts'
import { verbodenVan } from './verboden.ts'

const PLAATSEN = [
  'procesregisseur',
  'casushouder',
  'partner',
  'blijft',
  'vertrekt',
  'zonder-convenant',
] as const
const MINST = 4
const CLIENT = 'c9'
/** More than anybody types in his time; a word that comes from a neighbour is seen by its number. */
const WOORDEN = 1000
/** Promise 3 is five seconds; a link that is silent is left after eight; and the machine is busy with other tests. */
const HERSTEL_IN_MS = 30_000

type Parts = {
  house: House
  seed: number
  gebeurtenissenVan: (overlegId: string) => Gebeurtenis[]
  storingenVanHouse: readonly Storing[]
}

export type Uitkomst = {
  seed: number
  fouten: string[]
  /** How it went, for who reads a failure. */
  verhaal: string[]
  woorden: { getypt: number; opgeslagen: number; gered: number; bewaard: number; bijClient: number }
  herstelInMs: number
}

/** One overleg by its seed: everybody in his place first, then `speel` until all is quiet again. */
export async function createHistory(parts: Parts) {
  const random = createRandom(parts.seed)
  const opstelling = await stelOp(parts, random)
  const { overlegId } = opstelling
  await totIedereenZit(parts.house, overlegId)
  for (const room of parts.house.browsers) room.doe({ soort: 'begin', overlegId })
  return { speel: (tot: number) => speel(parts, opstelling, tot) }
}

async function totIedereenZit({ browsers }: House, overlegId: string) {
  const deadline = nu() + HERSTEL_IN_MS
  while (nu() < deadline) {
    const getoond = await Promise.all(browsers.map((room) => room.toon(overlegId)))
    if (getoond.every(({ rustig }) => rustig)) return
    await pauze(100)
  }
}

/** What happened until `tot`, and what was wrong with it. */
async function speel(parts: Parts, opstelling: Opstelling, tot: number): Promise<Uitkomst> {
  const { house, seed } = parts
  const { overlegId, gasten, proxies, regie, storingen } = opstelling
  await Promise.all([
    regie.leid(tot),
    ...proxies.map(({ wie, proxy }, index) =>
      plaagNetwerk({ wie, proxy, random: createRandom(seed * 31 + index), tot, storingen }),
    ),
  ])
  for (const room of house.browsers) room.doe({ soort: 'rustig', overlegId })
  const begonnen = nu()
  const { bewaard, schermen, onrust } = await totRust(house, overlegId)
  const herstelInMs = nu() - begonnen
  for (const room of house.browsers) room.doe({ soort: 'weg', overlegId })
  for (const { proxy } of proxies) await proxy[Symbol.asyncDispose]()

  const gebeurtenissen = parts.gebeurtenissenVan(overlegId)
  const fouten = checkHistory({
    gebeurtenissen,
    verboden: verbodenVan({ ...regie, gasten, client: CLIENT }),
    storingen: [...storingen, ...parts.storingenVanHouse],
    bewaard,
    schermen,
  })
  fouten.push(...onrust)
  fouten.push(...(await checkEinde(house, overlegId, regie.perioden.at(-1)?.rechten)))
  const aantal = (soort: Gebeurtenis['soort']) =>
    gebeurtenissen.filter((gebeurtenis) => gebeurtenis.soort === soort).length
  return {
    seed,
    fouten,
    verhaal: [
      ...regie.verteld,
      ...(fouten.length > 0
        ? [...(await readVerslag(house, overlegId)), ...geantwoord(house)]
        : []),
    ],
    woorden: {
      getypt: aantal('getypt'),
      opgeslagen: aantal('opgeslagen'),
      gered: aantal('gered'),
      bewaard: [...bewaard.values()].flat().length,
      bijClient: aantal('bij-client'),
    },
    herstelInMs,
  }
}

type Random = (below: number) => number

type Opstelling = Awaited<ReturnType<typeof stelOp>>

/** Seeded in the database, everybody in his browser, two of them on the wrong day. */
async function stelOp({ house, seed }: Parts, random: Random) {
  const { sql, browsers } = house
  const plaatsen = PLAATSEN.slice(0, MINST + random(PLAATSEN.length - MINST + 1))
  // The cliënt comes in the last: half of the histories begin there.
  const fase = FASEN[random(2 * FASEN.length)] ?? 'besluitvorming'
  const overleg = { status: 'lopend', fase, tafel: 'vooroverleg' } as const
  const seeded = await seedOverleg(sql, overleg, plaatsen)
  const { overlegId, ids, deelnemerIds, clientPersoonId } = seeded
  await schrijf(sql, {
    overlegId,
    gebruikerId: ids.procesregisseur,
    document: 'samenvatting',
    tekst: 'We spraken over uw woning.',
  })
  if (random(3) > 0) {
    await sql`
      update deelnemer set keuze = 'blijft'
      where overleg_id = ${overlegId} and rol = 'partner' and keuze = 'onbeslist'`
  }
  const gasten = await Promise.all(
    plaatsen.map(
      async (plaats, index): Promise<Gast> => ({
        wie: `p${index}`,
        gebruikerId: ids[plaats],
        deelnemerId: deelnemerIds[plaats],
        cookie: await createCookie(sql, ids[plaats]),
      }),
    ),
  )
  const storingen: Storing[] = []
  const proxies: { wie: string; proxy: FaultProxy }[] = []
  const vanaf = (seed % WOORDEN) * WOORDEN
  const roomVan = (index: number): Browsers => browsers[index === 1 ? 1 : index === 2 ? 2 : 0]
  for (const [index, { wie, cookie }] of gasten.entries()) {
    const poort = await deurVoor(wie)
    const komst = { wie, overlegId, poort, cookie, seed: seed * 17 + index, vanaf }
    roomVan(index).doe({ soort: 'kom', overlegId, komst })
  }
  const cookie = await createClientCookie(sql, { clientPersoonId: clientPersoonId ?? '' })
  const komst = { wie: CLIENT, overlegId, poort: await deurVoor(CLIENT), cookie, seed, vanaf }
  browsers[0].doe({ soort: 'kom-client', overlegId, komst })
  const [sessie] = await sql<{ id: string }[]>`
    update client_sessie set gezien_op = now() + interval '1 hour'
    where client_persoon_id = ${clientPersoonId} returning id`

  const regisseur = gasten[0]
  if (!regisseur) throw new Error('There is a procesregisseur')
  const regie = createRegie({
    house,
    overlegId,
    regisseur,
    gasten,
    clientSessieId: sessie?.id ?? '',
    random,
    aangemeld({ wie, cookie }) {
      const index = gasten.findIndex((gast) => gast.wie === wie)
      roomVan(index).doe({ soort: 'aangemeld', overlegId, wie, cookie })
    },
  })
  return { overlegId, gasten, proxies, regie, storingen }

  async function deurVoor(wie: string): Promise<number> {
    const proxy = await createFaultProxy({
      port: house.serverPort,
      random: () => random(1000) / 1000,
    })
    proxies.push({ wie, proxy })
    return proxy.port
  }
}

type Rust = { bewaard: Map<Document, string[]>; schermen: Scherm[]; onrust: string[] }

/** Waits until everybody has what PostgreSQL has, or until that should have been so. */
async function totRust({ browsers, sql }: House, overlegId: string): Promise<Rust> {
  const deadline = nu() + HERSTEL_IN_MS
  for (;;) {
    const getoond = await Promise.all(browsers.map((room) => room.toon(overlegId)))
    const schermen = getoond.flatMap((room: Getoond) => room.schermen)
    // Until it is whole the database may still be broken on purpose.
    const bewaard = await lees().catch(() => null)
    const anders = schermen.filter(
      ({ document, woorden, onopgeslagen }) =>
        onopgeslagen || woorden.join() !== bewaard?.get(document)?.join(),
    )
    const isRustig = anders.length === 0 && getoond.every(({ rustig }) => rustig)
    if (bewaard && (isRustig || nu() > deadline)) {
      return { bewaard, schermen, onrust: isRustig ? [] : [onrustTekst(anders, getoond)] }
    }
    await pauze(100)
  }

  async function lees() {
    const bewaard = new Map<Document, string[]>()
    for (const document of DOCUMENTEN) {
      const id = await findDocumentId(sql, { overlegId, document })
      if (!id) continue
      const doc = new Y.Doc()
      for (const { bytes } of await listBytes(sql, id)) Y.applyUpdate(doc, bytes)
      bewaard.set(document, woordenIn(tekstVan(doc)))
      doc.destroy()
    }
    return bewaard
  }
}
