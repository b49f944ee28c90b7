import { afterAll, expect, test } from 'vitest'
import { dataAdres } from '../helpers/http-tabel.ts'
import { openHuis } from '../helpers/huis.ts'
import { MAG_WETEN } from '../helpers/loader-tabel.ts'
import { veldenOfData } from '../helpers/loader-velden.ts'

const huis = await openHuis(['met cliënt', 'vastgesteld'])
afterAll(() => huis[Symbol.asyncDispose]())

const WIE = [
  'procesregisseur',
  'casushouder',
  'blijft',
  'vertrekt',
  'zonder-convenant',
  'wachtkamer',
  'tafel',
  'plan',
] as const

test('[check 63] [S2] the data of every page of an overleg has exactly the fields of this table, for each who reads it', async () => {
  const gezien = new Set<string>()
  for (const moment of ['met cliënt', 'vastgesteld'] as const) {
    const { tafel, cookies } = huis.plek(moment)
    const overleg = `/overleggen/${tafel.overlegId}`
    const delen = ['deelnemers', 'document/besluitvorming', 'document/vraagstelling', 'plan']
    const paths = [...delen, 'meekijken', 'verklaring'].map((deel) => `${overleg}/${deel}`)
    paths.push(`${overleg}/brieven/${tafel.overlegId}`)
    for (const path of [...paths, '/overleggen', '/acties', '/mijn-plan']) {
      for (const wie of WIE) {
        const init = { redirect: 'manual', headers: { cookie: cookies[wie] } } as const
        const response = await fetch(huis.origin + dataAdres(path), init)
        if (response.status !== 200) continue
        for (const [route, velden] of await veldenOfData(response)) {
          gezien.add(`${route} ${moment.replace(' ', '-')} ${wie} ${velden}`)
        }
      }
    }
  }
  expect([...gezien].filter((rij) => !MAG_WETEN.has(rij))).toEqual([])
  expect([...MAG_WETEN].filter((rij) => !gezien.has(rij))).toEqual([])
})
