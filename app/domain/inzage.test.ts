import { expect, test } from 'vitest'
import { magInzagenZien, organisatiesVoorClient } from './inzage.ts'
import { CLIENTSOORTEN } from './rol.ts'

test('[K9] [T6] an organisatie is named when somebody of it stays, and never because of who left or was not decided about', () => {
  const deelnemers = [
    { organisatieId: 'huis', rol: 'procesregisseur', keuze: 'onbeslist' },
    { organisatieId: 'reclassering', rol: 'casushouder', keuze: 'onbeslist' },
    { organisatieId: 'wijkteam', rol: 'partner', keuze: 'blijft' },
    { organisatieId: 'wijkteam', rol: 'partner', keuze: 'vertrekt' },
    { organisatieId: 'politie', rol: 'partner', keuze: 'vertrekt' },
    { organisatieId: 'gemeente', rol: 'partner', keuze: 'onbeslist' },
  ] as const
  expect(organisatiesVoorClient(deelnemers)).toEqual(['huis', 'reclassering', 'wijkteam'])
  const zonderVertrek = deelnemers.filter(({ keuze }) => keuze !== 'vertrekt')
  expect(organisatiesVoorClient(zonderVertrek)).toEqual(organisatiesVoorClient(deelnemers))
})

test('[K9] the cliënt and who acts for him see who looked, and whom he brings does not', () => {
  expect(CLIENTSOORTEN.map(magInzagenZien)).toEqual([true, false, true])
})
