import { type Overlegmail, overlegbrief } from './overlegmail.ts'
import type { Taal } from './taal.ts'

/** How long the link in a mail works. An invitation may be read after a weekend. */
export const GELDIG_IN_MINUTEN = { vergeten: 60, uitnodiging: 72 * 60 } as const
export type Linksoort = keyof typeof GELDIG_IN_MINUTEN

/** `origin` is that of the configuration; `code` opens the link. */
type Link = { origin: string; code: string }

/** To the page of a letter of the client side, where its code is still asked. K1 */
type Brieflink = { origin: string; token: string; taal: Taal }

/** What happened to the ways in of an account; whose it is must hear of it, whoever did it. */
export const VEILIGHEIDSBERICHTEN = [
  'wachtwoord-changed',
  'totp-added',
  'totp-removed',
  'passkey-added',
  'passkey-removed',
  'herstelcodes-renewed',
  'factor-reset',
] as const
export type Veiligheidsbericht = (typeof VEILIGHEIDSBERICHTEN)[number]

/**
 * Every mail that there is. None has a name, a casus or a word that somebody typed: mail is read by others too.
 *
 * A kind that needs more than an address, a code or a moment does not belong here.
 */
export type Mail =
  | ({ soort: 'wachtwoord-vergeten' } & Link)
  | ({ soort: 'uitnodiging' } & Link)
  | ({ soort: 'uitnodiging-client' } & Brieflink)
  | { soort: Veiligheidsbericht }
  | Overlegmail
/** `geldigInMinuten`: there is no use in it afterwards, and its address is wiped. */
type Brief = { onderwerp: string; tekst: string; geldigInMinuten: number }

/** News of three days ago alarms nobody any more. */
const NIEUWS_IN_MINUTEN = 72 * 60

const CODE = /^[a-z2-9]{26}$/
const TOKEN = /^[\w-]{22}$/
const NIET_U = 'Was u dit niet? Bel dan meteen de beheerder van uw Veiligheidshuis.'

/** The words of a mail. No default: a kind without words does not compile. */
export function briefVan(mail: Mail): Brief {
  switch (mail.soort) {
    case 'wachtwoord-vergeten':
      return metLink(mail, 'vergeten', {
        onderwerp: 'Een nieuw wachtwoord kiezen',
        eerst: 'Iemand heeft om een nieuw wachtwoord gevraagd voor uw account bij Focustafel.',
        geldig: 'De link werkt één uur, en één keer.',
        laatst: 'Vroeg u dit niet? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.',
      })
    case 'uitnodiging':
      return metLink(mail, 'uitnodiging', {
        onderwerp: 'Uw account bij Focustafel',
        eerst: 'Er is een account voor u gemaakt bij Focustafel. Kies eerst uw eigen wachtwoord.',
        geldig: 'De link werkt drie dagen, en één keer.',
        laatst: 'Verwacht u dit niet? Bel dan de beheerder van uw Veiligheidshuis.',
      })
    case 'uitnodiging-client':
      return metBrieflink(mail)
    case 'wachtwoord-changed':
      return bericht('Uw wachtwoord is gewijzigd', [
        'Het wachtwoord van uw account bij Focustafel is zojuist gewijzigd.',
        'Op andere apparaten bent u nu uitgelogd.',
      ])
    case 'totp-added':
      return bericht('Een app met codes is toegevoegd', [
        'Bij uw account van Focustafel is zojuist een app met codes toegevoegd.',
        'Daarmee kan iemand de tweede stap van het inloggen zetten.',
      ])
    case 'totp-removed':
      return bericht('De app met codes is verwijderd', [
        'Bij uw account van Focustafel is zojuist de app met codes verwijderd.',
      ])
    case 'passkey-added':
      return bericht('Een passkey is toegevoegd', [
        'Bij uw account van Focustafel is zojuist een passkey toegevoegd.',
        'Daarmee kan iemand inloggen.',
      ])
    case 'passkey-removed':
      return bericht('Een passkey is verwijderd', [
        'Bij uw account van Focustafel is zojuist een passkey verwijderd.',
      ])
    case 'herstelcodes-renewed':
      return bericht('Uw herstelcodes zijn vernieuwd', [
        'De herstelcodes van uw account bij Focustafel zijn zojuist vernieuwd.',
        'De oude codes werken niet meer.',
      ])
    case 'factor-reset':
      return bericht('De tweede stap van uw account is gewist', [
        'De beheerder heeft de tweede stap van het inloggen gewist voor uw account bij Focustafel.',
        'U stelt die opnieuw in als u weer inlogt.',
      ])
    case 'overleg-uitnodiging':
    case 'overleg-verplaatst':
    case 'overleg-afgebroken':
    case 'overleg-zonder-u':
      return overlegbericht(mail)
  }
}

type Woorden = { onderwerp: string; eerst: string; geldig: string; laatst: string }

/** The code is in the fragment: a browser sends that to nobody, so that it is in no log, and a scanner uses nothing up. */
function metLink({ origin, code }: Link, soort: Linksoort, woorden: Woorden): Brief {
  if (new URL(origin).origin !== origin || !CODE.test(code)) throw new Error('Not a link of ours')
  const { onderwerp, eerst, geldig, laatst } = woorden
  const adres = `${origin}/wachtwoord-nieuw`
  const hulp = `Werkt de link niet? Ga dan naar ${adres} en vul deze code in: ${code}`
  return {
    onderwerp,
    tekst: alineas([eerst, `${adres}#${code}`, geldig, hulp, laatst]),
    geldigInMinuten: GELDIG_IN_MINUTEN[soort],
  }
}

const BRIEFMAIL = {
  nl: {
    onderwerp: 'Er staat iets voor u klaar',
    tekst: [
      'Goedendag,',
      'Er staat iets voor u klaar. Open deze link op uw telefoon of computer:',
      '{link}',
      'Daar vult u een code in. Die krijgt u van ons op een andere manier. Heeft u die nog niet? Bel ons dan.',
      'Verwacht u deze mail niet? Gooi hem dan weg. Zonder de code is er niets te zien.',
    ],
  },
  en: {
    onderwerp: 'There is something for you',
    tekst: [
      'Hello,',
      'There is something for you. Open this link on your phone or computer:',
      '{link}',
      'There you fill in a code. You get it from us in another way. Do you not have it yet? Then call us.',
      'Did you not expect this mail? Then throw it away. Without the code there is nothing to see.',
    ],
  },
} as const

/** It is opened by machines too: that uses nothing up, and without the code it shows nothing of anybody. */
function metBrieflink({ origin, token, taal }: Brieflink): Brief {
  if (new URL(origin).origin !== origin || !TOKEN.test(token)) throw new Error('Not a link of ours')
  const { onderwerp, tekst } = BRIEFMAIL[taal]
  const delen = tekst.map((deel) =>
    deel.replace('{link}', `${origin}/uitnodiging/${token}${taal === 'nl' ? '' : `?taal=${taal}`}`),
  )
  return { onderwerp, tekst: `${delen.join('\n\n')}\n`, geldigInMinuten: NIEUWS_IN_MINUTEN }
}

/** Without a link: who asks for one in a mail like this is not us. */
function bericht(onderwerp: string, zinnen: readonly string[]): Brief {
  const tekst = alineas([zinnen.join(' '), NIET_U])
  return { onderwerp, tekst, geldigInMinuten: NIEUWS_IN_MINUTEN }
}

function overlegbericht(mail: Overlegmail): Brief {
  const { onderwerp, zinnen } = overlegbrief(mail)
  return { onderwerp, tekst: alineas(zinnen), geldigInMinuten: NIEUWS_IN_MINUTEN }
}

function alineas(delen: readonly string[]): string {
  return `${['Goedendag,', ...delen, 'Focustafel'].join('\n\n')}\n`
}
