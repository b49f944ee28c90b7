import type { ActieOpScherm } from '#app/components/acties/actieblok.tsx'
import type { ActieRij } from '#db/acties.ts'

/** Of an actie, what a professional who sees it sees. */
export function toActieOpScherm(actie: ActieRij): ActieOpScherm {
  const { id, wat, waarom, leefgebied, wanneer, status, historie, drager } = actie
  const wie = drager.soort === 'client' ? 'De cliënt zelf' : `${drager.naam}, ${drager.organisatie}`
  return { id, wat, waarom, leefgebied, wie, wanneer, status, historie }
}
