import { type Agendapost, padVanOverleg } from './agenda.ts'
import { momentTekst } from './moment.ts'

/** What a professional hears by mail of an overleg: that there is one, when, and where to read on. F8 */
export const OVERLEGMAILS = [
  'overleg-uitnodiging',
  'overleg-verplaatst',
  'overleg-afgebroken',
  'overleg-zonder-u',
] as const
export type Overlegmail = { soort: (typeof OVERLEGMAILS)[number]; agenda: Agendapost }

type Overlegbrief = { onderwerp: string; zinnen: string[] }

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const BIJLAGE = 'Open de bijlage om dit in uw agenda te verwerken.'

/** The words around the calendar file. An address is a line of its own, without the house: see opHuis. */
export function overlegbrief({ soort, agenda: { overlegId, uid, begin } }: Overlegmail) {
  const moment = new Date(begin)
  if (!ID.test(overlegId) || !ID.test(uid) || moment.toISOString() !== begin) {
    throw new Error('Not an overleg of ours')
  }
  return woordenVan(soort, { wanneer: momentTekst(moment), pad: padVanOverleg(overlegId) })
}

type Feiten = { wanneer: string; pad: string }

function woordenVan(soort: Overlegmail['soort'], { wanneer, pad }: Feiten): Overlegbrief {
  switch (soort) {
    case 'overleg-uitnodiging':
      return {
        onderwerp: 'Uitnodiging voor een overleg',
        zinnen: [
          `Het Veiligheidshuis nodigt u uit voor een overleg op ${wanneer}.`,
          'Log in om te lezen waarover het gaat, en om te zeggen of u komt:',
          pad,
          BIJLAGE,
        ],
      }
    case 'overleg-verplaatst':
      return {
        onderwerp: 'Een overleg is verplaatst',
        zinnen: [
          `Een overleg van het Veiligheidshuis is verplaatst. Het is nu op ${wanneer}.`,
          'Log in om te zeggen of u dan kunt:',
          pad,
          BIJLAGE,
        ],
      }
    case 'overleg-afgebroken':
      return {
        onderwerp: 'Een overleg gaat niet door',
        zinnen: [
          `Het overleg van het Veiligheidshuis van ${wanneer} gaat niet door, of niet verder.`,
          BIJLAGE,
        ],
      }
    case 'overleg-zonder-u':
      return {
        onderwerp: 'U hoeft niet naar een overleg',
        zinnen: [
          `U doet niet meer mee aan het overleg van het Veiligheidshuis van ${wanneer}.`,
          BIJLAGE,
          'Klopt dit niet? Bel dan de procesregisseur.',
        ],
      }
  }
}

/** Where this house is stands in its configuration, and is asked when a mail goes: not when it was written. */
export function opHuis(tekst: string, origin: string): string {
  return tekst.replaceAll(/^(?=\/overleggen\/)/gm, origin)
}
