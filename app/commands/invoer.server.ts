import { schoneTekst } from '#db/schone-tekst.ts'
import type { Refusal } from '#domain/refusal.ts'
import { refuse } from '#domain/result.ts'

export const TAAK_TE_LANG = 'Zeg het in ten hoogste 120 tekens.'

/** Trimmed, and as PostgreSQL can hold it; null when it is longer than there is room for. */
export function parseTekst(text: string, max: number): string | null {
  const schoon = schoneTekst(text).trim()
  return schoon.length <= max ? schoon : null
}

/** The same, when there has to be something. */
export function parseNaam(text: string, max: number): string | null {
  return parseTekst(text, max) || null
}

/** A moment that a calendar has and PostgreSQL can hold. */
export function isMoment(moment: Date): boolean {
  const jaar = moment.getUTCFullYear()
  return jaar >= 2000 && jaar < 2100
}

export function refuseVelden(velden: Record<string, string>): { ok: false; refusal: Refusal } {
  return refuse({ code: 'ongeldige-invoer', velden })
}

type Links = { linkVooroverleg: string | null; linkTafel: string | null }

/** What is wrong with the two links, by field; null when nothing is. */
export function checkLinks({ linkVooroverleg, linkTafel }: Links): Record<string, string> | null {
  const fout = 'Vul een link in die met https:// begint.'
  if (!isLink(linkVooroverleg)) return { linkVooroverleg: fout }
  if (!isLink(linkTafel)) return { linkTafel: fout }
  if (linkVooroverleg !== null && linkVooroverleg === linkTafel) {
    return { linkTafel: 'Neem een andere link: zo hoeft niemand een ruimte uit gezet te worden.' }
  }
  return null
}

function isLink(link: string | null): boolean {
  if (link === null) return true
  const url = /^https:\/\/[^\s\\\p{C}]{3,2000}$/u.test(link) ? URL.parse(link) : null
  // What stands before an @ looks like the host, and is not.
  return url !== null && url.username === '' && url.password === ''
}
