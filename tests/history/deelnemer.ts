import { setTimeout as pauze } from 'node:timers/promises'
import * as Y from 'yjs'
import { addActie } from '#app/realtime/use-acties.ts'
import { ACTIES, TEKST } from '#domain/document.ts'
import { createRandom } from '../helpers/raw.ts'
import { type Bladzijde, openBladzijde } from './bladzijde.ts'
import { sluitDeur, zetDeur } from './browser.ts'
import { type Gebeurtenis, maakWoord, nu } from './records.ts'

export type Komst = {
  wie: string
  overlegId: string
  poort: number
  cookie: string
  seed: number
  /** The number of his first word; no other overleg has it. */
  vanaf: number
}

const KIJKT_IN_MS = 2500

/** Somebody at the table: types, looks at other documents, leaves, comes back; all of it by his seed. */
export function createDeelnemer(komst: Komst, meld: (gebeurtenis: Gebeurtenis) => void) {
  const { wie, overlegId, poort } = komst
  const random = createRandom(komst.seed)
  let { cookie } = komst
  let gestopt = false
  let rustig = true
  let weg = 0
  let nummer = komst.vanaf
  let gekeken = 0
  zetDeur(poort, { cookie, hoor: () => {} })
  const bladzijde = openBladzijde(
    { wie, overlegId, poort, cookie: () => cookie, meld },
    'vraagstelling',
  )
  void leef()

  async function leef() {
    while (!gestopt) {
      await pauze(30 + random(220))
      if (weg > nu()) continue
      if (nu() - gekeken > KIJKT_IN_MS) {
        gekeken = nu()
        void bladzijde.vraag()
      }
      if (!rustig) doeIets()
    }
  }

  function doeIets() {
    const kans = random(100)
    if (kans < 3 && bladzijde.weg()) weg = nu() + 200 + random(1500)
    else if (kans < 8) blader()
    else typ()
  }

  function blader() {
    const leesbaar = bladzijde.onderdelen().filter(({ toegang }) => toegang !== 'geen')
    const [nuBezig] = leesbaar.filter(({ toegang }) => toegang === 'schrijven')
    const gekozen = random(4) === 0 ? leesbaar[random(leesbaar.length)] : nuBezig
    if (gekozen) bladzijde.naar(gekozen.document)
  }

  function typ() {
    const schrijfbaar = bladzijde.schrijfbaar()
    if (!schrijfbaar) return bladzijde.magSchrijven() ? undefined : blader()
    const { doc, document } = schrijfbaar
    const woord = maakWoord(wie, nummer)
    nummer += 1
    meld({ soort: 'getypt', wie, woord, document, op: nu() })
    if (document === 'besluitvorming' && random(4) === 0) typInActie(doc, woord)
    else typInTekst(doc, woord)
    bladzijde.getypt(woord)
  }

  function typInTekst(doc: Y.Doc, woord: string) {
    const fragment = doc.getXmlFragment(TEKST)
    const alineas = fragment
      .toArray()
      .filter((node) => node instanceof Y.XmlElement && node.nodeName === 'paragraph')
    const alinea = alineas[random(alineas.length + 1)]
    if (!(alinea instanceof Y.XmlElement)) {
      const nieuw = new Y.XmlElement('paragraph')
      nieuw.insert(0, [new Y.XmlText(`${woord} `)])
      fragment.insert(random(fragment.length + 1), [nieuw])
      return
    }
    doc.transact(() => {
      if (alinea.length === 0) alinea.insert(0, [new Y.XmlText()])
    })
    const tekst = alinea.get(0)
    if (tekst instanceof Y.XmlText) typLetters(tekst, woord)
  }

  function typInActie(doc: Y.Doc, woord: string) {
    const acties = doc.getArray(ACTIES)
    if (acties.length < 3) addActie(doc)
    const actie = acties.get(random(acties.length))
    const wat = actie instanceof Y.Map ? actie.get('wat') : null
    if (wat instanceof Y.Text) typLetters(wat, woord)
  }

  /**
   * At once, or a letter at a time: each letter is an edit of its own.
   *
   * Between two spaces that are there first, or who types at the end of what he sees stands in the middle of a word.
   */
  function typLetters(tekst: Y.Text, woord: string) {
    const plek = random(2) === 0 ? 0 : tekst.length
    if (random(3) > 0) return tekst.insert(plek, ` ${woord} `)
    tekst.insert(plek, '  ')
    for (const [index, letter] of [...woord].entries()) tekst.insert(plek + 1 + index, letter)
  }

  return {
    bladzijde,
    begin() {
      rustig = false
    },
    rustig() {
      rustig = true
      weg = 0
      void bladzijde.vraag()
    },
    aangemeld(nieuw: string) {
      cookie = nieuw
      zetDeur(poort, { cookie, hoor: () => {} })
      bladzijde.aangemeld()
    },
    stop() {
      gestopt = true
      bladzijde.sluit()
      sluitDeur(poort)
    },
  }
}
export type Deelnemer = ReturnType<typeof createDeelnemer>
export type { Bladzijde }
