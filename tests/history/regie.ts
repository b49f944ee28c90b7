import { setTimeout as pauze } from 'node:timers/promises'
import { findRechten, type Rechten } from '#db/rechten.ts'
import { createCookie, post } from '../helpers/sign-in.ts'
import { type House, untilHealthy } from './house.ts'
import { nu } from './records.ts'

type Random = (below: number) => number

/** So long nothing but this was true of the rights of everybody. */
export type Periode = { van: number; tot: number; rechten: Rechten }
/** Nobody signed in with the session of this person. */
export type Afwezig = { wie: string; van: number; tot: number }

export type Gast = { wie: string; gebruikerId: string; deelnemerId: string; cookie: string }

type Parts = {
  house: House
  overlegId: string
  regisseur: Gast
  gasten: readonly Gast[]
  clientSessieId: string
  random: Random
  aangemeld: (gast: Gast) => void
}

const HEROPEN = { intent: 'openen', toelichting: 'Het is weer rustig.' }

/** Moves the overleg on and back by his seed, one move at a time, and keeps the account of what was true when. */
export function createRegie(parts: Parts) {
  const { house, overlegId, regisseur, gasten, clientSessieId, random } = parts
  const perioden: Periode[] = []
  const afwezig: Afwezig[] = []
  const verteld: string[] = []

  async function kijk() {
    for (;;) {
      try {
        const rechten = (await findRechten(house.sql, [overlegId])).get(overlegId)
        if (!rechten) throw new Error('The overleg is gone')
        perioden.push({ van: nu(), tot: Infinity, rechten })
        return rechten
      } catch {
        // The database is broken on purpose.
        await pauze(100)
      }
    }
  }

  async function doe(velden: Record<string, string>) {
    const laatste = perioden.at(-1)
    if (laatste) laatste.tot = nu()
    const url = `${house.origin}/overleggen/${overlegId}/handeling`
    const response = await post(url, velden, regisseur.cookie).catch(() => null)
    const op = new Date().toISOString().slice(14, 23)
    verteld.push(`${op} ${velden.intent} ${response?.status ?? 'cut off'}`)
    // Whether it was done nobody knows, before the one that was asked is gone and another is there.
    if (!response || response.status >= 500) await untilHealthy(house).then(() => pauze(300))
    await response?.arrayBuffer().catch(() => null)
    await kijk()
  }

  function kies(rechten: Rechten): Record<string, string> {
    const { overleg, dicht } = rechten.stand
    if (overleg.status !== 'lopend') return { intent: 'hand', hand: 'op' }
    if (dicht) return HEROPEN
    const kans = random(100)
    if (overleg.tafel === 'met-client') {
      if (kans < 10) return { intent: 'dicht' }
      return kans < 45 ? { intent: 'terug' } : { intent: 'hand', hand: 'op' }
    }
    if (kans < 8) return { intent: 'dicht' }
    if (kans < 20) return { intent: 'heropenen', from: overleg.fase, reden: 'Er is nieuws.' }
    if (kans < 40) return keuze()
    if (overleg.fase === 'besluitvorming') return { intent: 'aan-tafel', sessieId: clientSessieId }
    return { intent: 'afronden', from: overleg.fase }
  }

  function keuze(): Record<string, string> {
    const partners = gasten.filter(({ wie }) => wie !== regisseur.wie)
    const gast = partners[random(partners.length)]
    const velden = { intent: 'keuze', deelnemerId: gast?.deelnemerId ?? '' }
    return random(2) === 0
      ? { ...velden, keuze: 'blijft' }
      : { ...velden, keuze: 'vertrekt', vertrekreden: 'niet-deelbaar' }
  }

  /** Signs out somewhere, and in again a while later. */
  async function meldAf(tot: number) {
    while (nu() < tot) {
      await pauze(1500 + random(4000))
      const gast = gasten[random(gasten.length)]
      if (!gast || gast.wie === regisseur.wie || nu() > tot) continue
      const response = await post(`${house.origin}/uitloggen`, {}, gast.cookie).catch(() => null)
      if (response?.status !== 302) continue
      const weg: Afwezig = { wie: gast.wie, van: nu(), tot: Infinity }
      afwezig.push(weg)
      await pauze(500 + random(1500))
      weg.tot = nu()
      gast.cookie = await nieuweCookie(gast)
      parts.aangemeld(gast)
    }
  }

  async function nieuweCookie({ gebruikerId }: Gast): Promise<string> {
    for (;;) {
      const cookie = await createCookie(house.sql, gebruikerId).catch(() => null)
      if (cookie) return cookie
      await pauze(100)
    }
  }

  return {
    perioden,
    afwezig,
    verteld,
    async leid(tot: number) {
      let rechten = await kijk()
      const aanmeldingen = meldAf(tot)
      while (nu() < tot) {
        await pauze(200 + random(1400))
        await doe(kies(rechten))
        rechten = perioden.at(-1)?.rechten ?? rechten
      }
      await aanmeldingen
      // What is closed has no pages to become quiet.
      while (perioden.at(-1)?.rechten.stand.dicht) await doe(HEROPEN)
    },
  }
}
