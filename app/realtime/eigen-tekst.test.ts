import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { TEKST } from '#domain/document.ts'
import { eigenKlok, eigenTekstVanaf } from './eigen-tekst.ts'

function write(doc: Y.Doc, tekst: string) {
  const alinea = new Y.XmlElement('paragraph')
  alinea.insert(0, [new Y.XmlText(tekst)])
  doc.getXmlFragment(TEKST).push([alinea])
  return alinea
}

test('[D3] what was acknowledged is not in it, what came after is, a line per paragraph', () => {
  const doc = new Y.Doc()
  write(doc, 'Al opgeslagen.')
  const opgeslagen = eigenKlok(doc)
  write(doc, 'Meneer slaapt slecht.')
  write(doc, 'Hij wil hulp.')
  expect(eigenTekstVanaf(doc, opgeslagen)).toBe('Meneer slaapt slecht.\nHij wil hulp.')
})

test('[D3] the second half of a sentence of which the first half was saved', () => {
  const doc = new Y.Doc()
  const tekst = doc.getText('wat')
  tekst.insert(0, 'Bellen met ')
  const opgeslagen = eigenKlok(doc)
  tekst.insert(11, 'de woningbouw')
  expect(eigenTekstVanaf(doc, opgeslagen)).toBe('de woningbouw')
})

test('[D3] what the person took away himself, and what another wrote, is not in it', () => {
  const ander = new Y.Doc()
  write(ander, 'Van een ander.')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ander))
  const tekst = doc.getText('wat')
  tekst.insert(0, 'Dit blijft, dit gaat weg.')
  tekst.delete(11, 13)
  expect(eigenTekstVanaf(doc, 0)).toBe('Dit blijft,.')
})

test('[D3] a jump to another place in the text gives a new line', () => {
  const doc = new Y.Doc()
  const tekst = doc.getText('wat')
  tekst.insert(0, 'achter')
  tekst.insert(0, 'voor')
  expect(eigenTekstVanaf(doc, 0)).toBe('achter\nvoor')
})

test('[D3] of a word that was half saved, the whole word', () => {
  const doc = new Y.Doc()
  const tekst = doc.getText('wat')
  tekst.insert(0, 'Bellen met de won')
  const opgeslagen = eigenKlok(doc)
  tekst.insert(17, 'ingbouw')
  expect(eigenTekstVanaf(doc, opgeslagen)).toBe('woningbouw')
})
