import { UNSAFE_decodeViaTurboStream as decode } from 'react-router'
import { z } from 'zod'
import { redenVanBuiten } from '#app/realtime/nog-toegang.ts'
import { type OpenDocument, openDocument, type Verlies } from '#app/realtime/open-document.ts'
import { DOCUMENTEN, type Document } from '#domain/document.ts'
import { TOEGANGEN, type Toegang } from '#domain/toegang.ts'
import { bij } from './browser.ts'
import { type Gebeurtenis, nu, tekstVan, woordenIn } from './records.ts'

const Pagina = z.object({
  'routes/overleg/document': z.object({
    data: z.object({
      onderdelen: z.array(
        z.object({
          document: z.enum(DOCUMENTEN),
          toegang: z.enum(TOEGANGEN),
          moment: z.enum(['komt', 'nu', 'klaar']),
        }),
      ),
    }),
  }),
})
type Onderdeel = { document: Document; toegang: Toegang; moment: 'komt' | 'nu' | 'klaar' }

type Parts = {
  wie: string
  poort: number
  overlegId: string
  cookie: () => string
  meld: (gebeurtenis: Gebeurtenis) => void
}

const GEDULD_IN_MS = 4000

/**
 * The page of the meeting, as one person has it: what use-document and use-meeting do, around the same openDocument.
 *
 * React is left out of it; what it shows is told instead.
 */
export function openBladzijde({ wie, poort, overlegId, cookie, meld }: Parts, eerste: Document) {
  let document = eerste
  let open: OpenDocument | null = null
  let onderdelen: readonly Onderdeel[] = []
  let dicht = false
  let afgemeld = false
  let vraagt = false
  let gestopt = false
  let bekend = new Set<string>()
  let onderweg: string[] = []

  function start() {
    if (gestopt || open || dicht || afgemeld || toegang() === 'geen') return
    bekend = new Set()
    const opened = bij(poort, () =>
      openDocument(
        { overlegId, document },
        {
          onVerlies,
          onDicht: () => sluit(true),
          onAfgemeld: () => {
            afgemeld = true
            sluit(true)
          },
          onMislukt: () => void vraag(),
        },
      ),
    )
    open = opened
    opened.subscribe(kijkOpgeslagen)
    opened.provider.on('sync', (gesynct) => {
      if (gesynct) meld({ soort: 'geopend', wie, document, op: nu() })
    })
    opened.doc.on('update', (_update, origin) => {
      if (origin === opened.provider) lees(opened)
    })
  }

  function lees({ doc }: OpenDocument) {
    const op = nu()
    for (const woord of woordenIn(tekstVan(doc))) {
      if (bekend.has(woord) || woord.startsWith(`${wie}-`)) continue
      bekend.add(woord)
      meld({ soort: 'gezien', wie, woord, document, op })
    }
  }

  function kijkOpgeslagen() {
    const stand = open?.snapshot()
    if (!stand || stand.onopgeslagen || stand.geweigerd) return
    for (const woord of onderweg) meld({ soort: 'opgeslagen', wie, woord, op: nu() })
    onderweg = []
  }

  function onVerlies(verlies: Verlies) {
    for (const woord of woordenIn(verlies.tekst)) {
      meld({ soort: 'gered', wie, woord, op: nu() })
    }
    if (verlies.code === 'afgemeld') afgemeld = true
    sluit(verlies.code === 'geen-toegang' || verlies.code === 'afgemeld')
    start()
  }

  function sluit(isDicht: boolean) {
    open?.close()
    open = null
    onderweg = []
    dicht = isDicht
    void vraag()
  }

  function toegang(): Toegang {
    return onderdelen.find((onderdeel) => onderdeel.document === document)?.toegang ?? 'geen'
  }

  /** Asks the page again, as use-opnieuw does. */
  async function vraag() {
    if (vraagt) return
    vraagt = true
    try {
      await vraagNu()
    } catch {
      // It cannot serve now: the page stays as it is.
    }
    vraagt = false
  }

  async function vraagNu() {
    const adres = `http://127.0.0.1:${poort}/overleggen/${overlegId}/document/${document}`
    const stand = open?.snapshot()
    if (stand?.onopgeslagen && stand.opslag === 'geen-verbinding') {
      const reden = await redenVanBuiten(adres, halen)
      if (reden) return open?.loslaten(reden)
    }
    const response = await halen(`${adres}.data`, { redirect: 'manual' })
    if (response.status === 202 || response.status === 302 || response.status === 401) {
      afgemeld = true
      return
    }
    if (response.status !== 200 && response.status !== 404) return
    onderdelen = await onderdelenVan(response)
    dicht = false
    if (toegang() === 'geen' && open) {
      open.loslaten('geen-toegang')
      open?.close()
      open = null
      onderweg = []
    }
    start()
  }

  function halen(adres: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const headers = { cookie: cookie(), connection: 'close' }
    return fetch(adres, { ...init, headers, signal: AbortSignal.timeout(GEDULD_IN_MS) })
  }

  return {
    vraag,
    onderdelen: () => onderdelen,
    isAfgemeld: () => afgemeld,
    /** Signed in again. */
    aangemeld() {
      afgemeld = false
      dicht = false
      void vraag()
    },
    /** What is not saved holds a person: the page asks whether he is sure, and he is not. */
    naar(volgende: Document): void {
      if (volgende === document || open?.snapshot().onopgeslagen) return
      open?.close()
      open = null
      onderweg = []
      document = volgende
      dicht = false
      start()
    },
    magSchrijven: () => toegang() === 'schrijven',
    /** The document that can be written in now, as far as this screen knows. */
    schrijfbaar: () => {
      const stand = open?.snapshot()
      const magSchrijven = toegang() === 'schrijven' && stand?.geladen && !stand.geweigerd
      return open && magSchrijven ? { document, doc: open.doc } : null
    },
    getypt(woord: string) {
      onderweg.push(woord)
      kijkOpgeslagen()
    },
    onopgeslagen: () => open?.snapshot().onopgeslagen ?? false,
    scherm: () =>
      open?.snapshot().geladen
        ? {
            wie,
            document,
            woorden: woordenIn(tekstVan(open.doc)),
            onopgeslagen: open.snapshot().onopgeslagen,
          }
        : null,
    /** Whether it shows what it should: open, loaded, saved; or rightly nothing. */
    isRustig: () =>
      afgemeld ||
      (onderdelen.length > 0 && toegang() === 'geen') ||
      (open?.snapshot().opslag === 'opgeslagen' && open.snapshot().geladen),
    weg() {
      if (open?.snapshot().onopgeslagen) return false
      open?.close()
      open = null
      return true
    },
    /** For good: an answer that is still on its way opens nothing any more. */
    sluit() {
      gestopt = true
      open?.close()
      open = null
    },
  }
}
export type Bladzijde = ReturnType<typeof openBladzijde>

async function onderdelenVan({ body }: Response): Promise<readonly Onderdeel[]> {
  if (!body) return []
  const { value } = await decode(body, Object(globalThis))
  const pagina = Pagina.safeParse(await value)
  return pagina.success ? pagina.data['routes/overleg/document'].data.onderdelen : []
}
