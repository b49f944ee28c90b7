import { useCallback, useMemo, useSyncExternalStore } from 'react'
import * as Y from 'yjs'
import { type Conceptactie, parseConceptactie } from '#domain/actie.ts'
import { ACTIES } from '#domain/document.ts'

/** One actie that is written together: what it says now, and the shared fields that it is written in. */
export type GedeeldeActie = { actie: Conceptactie; velden: Y.Map<unknown> }

const GEEN: readonly GedeeldeActie[] = []

export function useActies(doc: Y.Doc | null): readonly GedeeldeActie[] {
  const bron = useMemo(() => (doc ? createBron(doc.getArray(ACTIES)) : null), [doc])
  return useSyncExternalStore(
    useCallback((listener) => bron?.subscribe(listener) ?? (() => {}), [bron]),
    () => bron?.snapshot() ?? GEEN,
    () => GEEN,
  )
}

export function addActie(doc: Y.Doc): string {
  const id = crypto.randomUUID()
  const velden = new Y.Map<unknown>([
    ['id', id],
    ['wat', new Y.Text()],
    ['waarom', new Y.Text()],
    ['wie', ''],
    ['wanneer', ''],
    ['leefgebied', ''],
  ])
  doc.getArray(ACTIES).push([velden])
  return id
}

export function removeActie(doc: Y.Doc, velden: Y.Map<unknown>) {
  const acties = doc.getArray(ACTIES)
  const index = acties.toArray().indexOf(velden)
  if (index >= 0) acties.delete(index)
}

/** The shared text of one field; null when something else stands there. */
export function tekstVan(velden: Y.Map<unknown>, veld: 'wat' | 'waarom'): Y.Text | null {
  const value = velden.get(veld)
  return value instanceof Y.Text ? value : null
}

function createBron(array: Y.Array<unknown>) {
  let rijen = listRijen(array)
  return {
    snapshot: () => rijen,
    subscribe(listener: () => void) {
      const onChange = () => {
        rijen = listRijen(array)
        listener()
      }
      array.observeDeep(onChange)
      onChange()
      return () => array.unobserveDeep(onChange)
    },
  }
}

function listRijen(array: Y.Array<unknown>): readonly GedeeldeActie[] {
  return array.toArray().flatMap((velden) => {
    if (!(velden instanceof Y.Map)) return []
    const actie = parseConceptactie(velden.toJSON())
    return actie ? [{ actie, velden }] : []
  })
}
