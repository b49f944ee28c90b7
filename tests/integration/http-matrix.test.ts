import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { celOf, dataAdres, parseTabel } from '../helpers/http-tabel.ts'
import { dumpInhoud, leeft, MOMENTEN, openHuis, WIE, type Wie } from '../helpers/huis.ts'
import { adresOf, ROUTES } from '../helpers/routes.ts'

// Letters are redirects: in = inloggen, ov = overleggen, mp = mijn-plan, ac = acties, nu = the overleg itself,
// be = bevestigen, vk = verklaring, pl = plan, V B O L = its documents.
const TABEL = parseTabel(`
/                           procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           ov
/                           niemand                                                                 in
/                           wachtkamer tafel plan                                                   mp
/inloggen                   procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           ov
/inloggen                   niemand wachtkamer tafel plan                                           200
/inloggen/tweede-stap       procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           in
/inloggen/tweede-stap       niemand wachtkamer tafel plan                                           in
/inloggen/instellen         procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           in
/inloggen/instellen         niemand wachtkamer tafel plan                                           in
/inloggen/organisatie       procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           ov
/inloggen/organisatie       niemand wachtkamer tafel plan                                           404
/inloggen/oidc/terug        procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           403
/inloggen/oidc/terug        niemand wachtkamer tafel plan                                           403
/wachtwoord-vergeten        procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           200
/wachtwoord-vergeten        niemand wachtkamer tafel plan                                           200
/wachtwoord-nieuw           procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           200
/wachtwoord-nieuw           niemand wachtkamer tafel plan                                           200
/passkey                    procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           404
/passkey                    niemand wachtkamer tafel plan                                           404
/account                    procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           200
/account                    niemand wachtkamer tafel plan                                           in
/account/wachtwoord         procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           200
/account/wachtwoord         niemand wachtkamer tafel plan                                           in
/account/app                procesregisseur casushouder blijft vertrekt zonder-convenant elders                      be
/account/app                beheerder                                                              200
/account/app                niemand wachtkamer tafel plan                                           in
/account/passkey            procesregisseur casushouder blijft vertrekt zonder-convenant elders                      be
/account/passkey            beheerder                                                              200
/account/passkey            niemand wachtkamer tafel plan                                           in
/account/herstelcodes       procesregisseur casushouder blijft vertrekt zonder-convenant elders                      be
/account/herstelcodes       beheerder                                                              200
/account/herstelcodes       niemand wachtkamer tafel plan                                           in
/bevestigen                 procesregisseur casushouder blijft vertrekt zonder-convenant elders                      200
/bevestigen                 beheerder                                                              /account
/bevestigen                 niemand wachtkamer tafel plan                                           in
/uitloggen                  procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           /
/uitloggen                  niemand wachtkamer tafel plan                                           /
/overleggen                 procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           200
/overleggen                 niemand wachtkamer tafel plan                                           in
/overleggen/nieuw           procesregisseur elders                                                  200
/overleggen/nieuw           casushouder blijft vertrekt zonder-convenant beheerder                  403
/overleggen/nieuw           niemand wachtkamer tafel plan                                           in
/acties                     procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           200
/acties                     niemand wachtkamer tafel plan                                           in
/evaluatie                  procesregisseur elders                                                  200
/evaluatie                  casushouder blijft vertrekt zonder-convenant beheerder                  404
/evaluatie                  niemand wachtkamer tafel plan                                           in
/beheer  beheerder  200
/beheer  procesregisseur casushouder blijft vertrekt zonder-convenant elders  404
/beheer  niemand wachtkamer tafel plan  in
/beheer/uitnodigen  beheerder  200
/beheer/uitnodigen  procesregisseur casushouder blijft vertrekt zonder-convenant elders  404
/beheer/uitnodigen  niemand wachtkamer tafel plan  in
/beheer/organisaties  beheerder  200
/beheer/organisaties  procesregisseur casushouder blijft vertrekt zonder-convenant elders  404
/beheer/organisaties  niemand wachtkamer tafel plan  in
/beheer/mensen/:gebruikerId  beheerder  200
/beheer/mensen/:gebruikerId  procesregisseur casushouder blijft vertrekt zonder-convenant elders  404
/beheer/mensen/:gebruikerId  niemand wachtkamer tafel plan  in
/beheer/mensen/:gebruikerId/toegang  beheerder  200
/beheer/mensen/:gebruikerId/toegang  procesregisseur casushouder blijft vertrekt zonder-convenant elders  404
/beheer/mensen/:gebruikerId/toegang  niemand wachtkamer tafel plan  in
/uitnodiging/:token         procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           200
/uitnodiging/:token         niemand wachtkamer tafel plan                                           200
/taal                       procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           mp
/taal                       niemand wachtkamer tafel plan                                           mp
/u                          procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           200
/u                          niemand wachtkamer tafel plan                                           200
/mijn-plan                  wachtkamer tafel plan                                                   200
/mijn-plan                  procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           401
/mijn-plan                  niemand                                                                 401
/mijn-plan/papier           niemand procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder   mp
/mijn-plan/papier           wachtkamer tafel plan                                                   mp
/mijn-plan/wie-keek         wachtkamer tafel plan                                                   mp
/mijn-plan/wie-keek         procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           401
/mijn-plan/wie-keek         niemand                                                                 401
/mijn-plan/evaluatie        wachtkamer tafel plan                                                   mp
/mijn-plan/evaluatie        procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           401
/mijn-plan/evaluatie        niemand                                                                 401
/*                          procesregisseur casushouder blijft vertrekt zonder-convenant elders beheerder           404
/*                          niemand wachtkamer tafel plan                                           404

route                       who                            gepland  vraag  voor  metcl  dicht  vast  afgebr
/overleggen/:overlegId/*    niemand wachtkamer tafel plan  in       in     in    in     in     in    in
/overleggen/:overlegId/*    elders beheerder               404      404    404   404    404    404   404
/overleggen/:overlegId/*    zonder-convenant               vk       vk     vk    vk     404    vk    404
/overleggen/:overlegId      procesregisseur                V        V      L     L      L      pl    L
/overleggen/:overlegId      casushouder                    V        V      L     L      404    pl    L
/overleggen/:overlegId      blijft                         V        V      L     L      404    pl    404
/overleggen/:overlegId      vertrekt                       V        V      L     O      404    ac    404

/overleggen/:overlegId/verklaring  procesregisseur         nu       nu     nu    nu     nu     nu    nu
/overleggen/:overlegId/verklaring  casushouder             nu       nu     nu    nu     404    nu    nu
/overleggen/:overlegId/verklaring  blijft vertrekt         nu       nu     nu    nu     404    nu    404
/overleggen/:overlegId/verklaring  zonder-convenant        200      200    200   200    404    200   404

/overleggen/:overlegId/deelnemers  procesregisseur         200      200    200   200    200    200   200
/overleggen/:overlegId/deelnemers  casushouder             200      200    200   200    404    200   200
/overleggen/:overlegId/deelnemers  blijft vertrekt         200      200    200   200    404    200   404

/overleggen/:overlegId/document/vraagstelling    procesregisseur       200  200  200  200  200  200  200
/overleggen/:overlegId/document/vraagstelling    casushouder           200  200  200  200  404  200  200
/overleggen/:overlegId/document/vraagstelling    blijft                200  200  200  200  404  200  404
/overleggen/:overlegId/document/vraagstelling    vertrekt              200  200  200  200  404  404  404
/overleggen/:overlegId/document/beeldvorming     procesregisseur       200  404  200  200  200  200  200
/overleggen/:overlegId/document/beeldvorming     casushouder           200  404  200  200  404  200  200
/overleggen/:overlegId/document/beeldvorming     blijft                200  404  200  200  404  200  404
/overleggen/:overlegId/document/beeldvorming     vertrekt              200  404  200  200  404  404  404
/overleggen/:overlegId/document/oordeelsvorming  procesregisseur       404  404  200  200  200  200  200
/overleggen/:overlegId/document/oordeelsvorming  casushouder           404  404  200  200  404  200  200
/overleggen/:overlegId/document/oordeelsvorming  blijft                404  404  200  200  404  200  404
/overleggen/:overlegId/document/oordeelsvorming  vertrekt              404  404  200  200  404  404  404
/overleggen/:overlegId/document/samenvatting     procesregisseur       404  404  200  200  200  200  200
/overleggen/:overlegId/document/samenvatting     casushouder           404  404  200  200  404  200  200
/overleggen/:overlegId/document/samenvatting     blijft                404  404  200  200  404  200  404
/overleggen/:overlegId/document/samenvatting     vertrekt              404  404  200  404  404  404  404
/overleggen/:overlegId/document/besluitvorming   procesregisseur       404  404  200  200  200  200  200
/overleggen/:overlegId/document/besluitvorming   casushouder           404  404  200  200  404  200  200
/overleggen/:overlegId/document/besluitvorming   blijft                404  404  200  200  404  200  404
/overleggen/:overlegId/document/besluitvorming   vertrekt              404  404  200  404  404  404  404
/overleggen/:overlegId/document/iets-anders      procesregisseur casushouder blijft vertrekt        404

/overleggen/:overlegId/plan        procesregisseur         nu       nu     nu    nu     nu     200   nu
/overleggen/:overlegId/plan        casushouder             nu       nu     nu    nu     404    200   nu
/overleggen/:overlegId/plan        blijft vertrekt         nu       nu     nu    nu     404    200   404

/overleggen/:overlegId/meekijken   procesregisseur              200
/overleggen/:overlegId/meekijken   casushouder blijft vertrekt  404

/overleggen/:overlegId/plan/papier  procesregisseur         404      404    404   404    404    200   404
/overleggen/:overlegId/plan/papier  casushouder blijft      404      404    404   404    404    200   404
/overleggen/:overlegId/plan/papier  vertrekt                404
/overleggen/:overlegId/evaluatie   casushouder             nu       nu     nu    nu     404    nu    nu
/overleggen/:overlegId/evaluatie   procesregisseur blijft vertrekt  404

/overleggen/:overlegId/dossier     procesregisseur              be
/overleggen/:overlegId/dossier     casushouder blijft vertrekt  404

/overleggen/:overlegId/agenda      procesregisseur         200      200    200   200    200    404   404
/overleggen/:overlegId/agenda      casushouder             200      200    200   200    404    404   404
/overleggen/:overlegId/agenda      blijft vertrekt         200      200    200   200    404    404   404
/overleggen/:overlegId/brieven/:briefId      procesregisseur              200
/overleggen/:overlegId/brieven/:briefId      casushouder blijft vertrekt  404
/overleggen/:overlegId/brieven/:briefId/pdf  procesregisseur              200
/overleggen/:overlegId/brieven/:briefId/pdf  casushouder blijft vertrekt  404

/overleggen/:overlegId/handeling   procesregisseur casushouder blijft vertrekt zonder-convenant    404
/overleggen/:overlegId/handeling   niemand elders beheerder wachtkamer tafel plan                  404
`)

const DOCUMENTEN = [
  'vraagstelling',
  'beeldvorming',
  'oordeelsvorming',
  'samenvatting',
  'besluitvorming',
  'iets-anders',
]
const ADRESSEN = ROUTES.flatMap((path) =>
  path.includes(':document')
    ? DOCUMENTEN.map((document) => path.replace(':document', document))
    : [path],
)
const VAN_OVERLEG = ADRESSEN.filter((adres) => adres.includes(':overlegId'))

const huis = await openHuis(MOMENTEN)
afterAll(() => huis[Symbol.asyncDispose]())

test('every route, for everybody, at every moment: as a page and as data; and looking changes nothing', async () => {
  const before = await dumpInhoud(huis.sql)
  const anders: string[] = []
  const vraag = async (adres: string, wie: Wie, moment: (typeof MOMENTEN)[number]) => {
    const { tafel, cookies } = huis.plek(moment)
    const path = adresOf(adres.replace(':gebruikerId', tafel.ids.blijft), tafel.overlegId)
    const cells = await Promise.all(
      [path, dataAdres(path)].map(async (path) => {
        const init = { redirect: 'manual', headers: { cookie: cookies[wie] } } as const
        return celOf(await fetch(huis.origin + path, init))
      }),
    )
    const [page, data] = cells
    const wanted = TABEL(adres, wie, moment) ?? 'not in the table'
    if (page !== wanted || data !== wanted) {
      anders.push(`${adres} ${wie} ${moment}: ${page} and ${data}, not ${wanted}`)
    }
  }
  for (const moment of MOMENTEN) {
    const adressen = moment === 'gepland' ? ADRESSEN : [...VAN_OVERLEG, '/mijn-plan']
    for (const adres of adressen) {
      await Promise.all(WIE.map((wie) => vraag(adres, wie, moment)))
    }
  }
  expect(anders).toEqual([])
  expect(await dumpInhoud(huis.sql)).toBe(before)
  expect(await leeft(huis)).toBe(true)
}, 120_000)

test('what is not yours, or not yours any more, looks like what is not there', async () => {
  const kijk = async (path: string, overlegId: string, cookie: string) => {
    const response = await fetch(huis.origin + path, { redirect: 'manual', headers: { cookie } })
    const text = (await response.text()).replaceAll(overlegId, 'ID')
    return [response.status, text.replace(/nonce="[^"]*"/g, '')]
  }
  const gevallen = [
    ['vooroverleg', 'elders'],
    ['dicht', 'elders'],
    ['dicht', 'blijft'],
    ['dicht', 'casushouder'],
    ['vastgesteld', 'elders'],
    ['afgebroken', 'elders'],
    ['afgebroken', 'vertrekt'],
  ] as const
  for (const [moment, wie] of gevallen) {
    const { tafel, cookies } = huis.plek(moment)
    for (const adres of VAN_OVERLEG) {
      for (const form of [(path: string) => path, dataAdres]) {
        const [echt, verzonnen] = await Promise.all(
          [tafel.overlegId, randomUUID()].map((id) =>
            kijk(form(adresOf(adres, id)), id, cookies[wie]),
          ),
        )
        expect(echt?.[0], `${adres} ${moment} ${wie}`).toBe(404)
        expect(echt, `${adres} ${moment} ${wie}`).toEqual(verzonnen)
      }
    }
  }
}, 60_000)

test('who is outside can do nothing at any moment, with a form that is right', async () => {
  const before = await dumpInhoud(huis.sql)
  const formulieren = {
    handeling: { intent: 'hand', hand: 'op' },
    deelnemers: { intent: 'aanvaarden' },
    verklaring: { akkoord: 'ja' },
  }
  const wanted = {
    niemand: 'in',
    wachtkamer: 'in',
    tafel: 'in',
    plan: 'in',
    elders: '404',
  } as const
  for (const moment of MOMENTEN) {
    const { tafel, cookies } = huis.plek(moment)
    for (const [route, velden] of Object.entries(formulieren)) {
      const path = `/overleggen/${tafel.overlegId}/${route}`
      for (const wie of ['niemand', 'wachtkamer', 'tafel', 'plan', 'elders'] as const) {
        for (const adres of [path, dataAdres(path)]) {
          const response = await fetch(huis.origin + adres, {
            method: 'POST',
            redirect: 'manual',
            headers: { cookie: cookies[wie], origin: huis.origin },
            body: new URLSearchParams(velden),
          })
          expect(await celOf(response), `${route} ${wie} ${moment}`).toBe(wanted[wie])
        }
      }
    }
  }
  expect(await dumpInhoud(huis.sql)).toBe(before)
}, 60_000)
