import type { ActieOpScherm } from '#app/components/acties/actieblok.tsx'
import type { ActieRij } from '#db/acties.ts'

/** Of an actie, what a professional who sees it sees. */
export function toActieOpScherm(actie: ActieRij): ActieOpScherm {
  const { id, wat, waarom, leefgebied, wanneer, status, historie, drager } = actie
  const wie = drager.soort === 'client' ? 'De cliënt zelf' : `${drager.naam}, ${drager.organisatie}`
  return {
    ...{ id, wat, waarom, leefgebied, wie, wanneer, status },
    historie: historie.map(({ status, notitie, uitleg, door, op }) => ({
      status,
      notitie,
      uitleg,
      door,
      op,
    })),
  }
}

/** What the client side wrote with its own actie is for the casushouder and the procesregisseur. P3 */
export function zonderWoordVanClient(actie: ActieRij): ActieRij {
  const historie = actie.historie.map((rij) =>
    rij.clientPersoonId ? { ...rij, notitie: '' } : rij,
  )
  return { ...actie, historie }
}
