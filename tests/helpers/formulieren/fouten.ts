import { randomUUID } from 'node:crypto'
import type { Tafel } from '../seed-tafel.ts'
import type { Formulier, Velden } from './formulier.ts'

const LANG = 'Een lang verhaal. '.repeat(2000)
const GEEN_KEUZE = ['', ' ', 'iets-anders', 'constructor', '\0', LANG]
const GEEN_GETAL = ['', '-1', '0', '1.5', '1e9', 'veel', 'NaN', '٣', LANG]
const GEEN_TEKST = ['', ' \n', '\0', LANG]
const GEEN_ID = ['', 'x', '\0', '[object Object]', "'; drop table overleg; --", LANG]
const GEEN_DATUM = ['', 'morgen', '2026-02-30', '0000-01-01', '10000-01-01', '2026-01-01\0', LANG]
const GEEN_TIJD = ['', '25:00', '10.00', '-1:00', '10:00:00', LANG]
const GEEN_LINK = ['javascript:alert(1)', 'http://video.nl/x', 'https://', '//evil.nl', LANG]

const EXTRA = ['rol', 'gebruiker', '__proto__', 'status[]', 'dicht_op']

const FOUT: Record<string, readonly string[]> = {
  minuten: GEEN_GETAL,
  nummer: GEEN_GETAL,
  versie: ['', '-1', '1.5', '1e9', 'NaN', '٣', LANG],
  sleutel: ['', 'x', '\0', 'aaaaaaaaaaaaaa', LANG],
  woorden: [LANG],
  plaats: [LANG],
  doelzin: [LANG],
  op: GEEN_DATUM,
  reden: GEEN_TEKST,
  toelichting: GEEN_TEKST,
  onderwerp: GEEN_TEKST,
  tekst: GEEN_TEKST,
  naam: GEEN_TEKST,
  initialen: GEEN_TEKST,
  gemeente: GEEN_TEKST,
  client: GEEN_TEKST,
  vraag: ['', ' \n', LANG],
  taak: [LANG],
  functie: [LANG],
  zin: ['', 'x', '0'.repeat(14), LANG],
  notitie: [LANG],
  uitleg: [LANG],
  woord: [LANG],
  deelnemerId: GEEN_ID,
  sessieId: GEEN_ID,
  inbrengId: GEEN_ID,
  doel: GEEN_ID,
  gebruikerId: GEEN_ID,
  organisatieId: GEEN_ID,
  collega: GEEN_ID,
  overlegId: GEEN_ID,
  deelnemer: GEEN_ID,
  datum: GEEN_DATUM,
  tijd: GEEN_TIJD,
  moment: ['', 'morgen', '2026-02-30T10:00:00.000Z', '2026-01-01T10:00:00.000Z', LANG],
  linkVooroverleg: GEEN_LINK,
  linkTafel: GEEN_LINK,
  email: ['', ' ', 'geen-adres', LANG],
  wachtwoord: ['', LANG],
  oud: ['', LANG],
  nieuw: ['', 'te kort', 'focustafel-voor-altijd', '123456789012', LANG],
  code: ['', 'x', 'a'.repeat(26), LANG],
  pin: ['', '1234', '12345', '11111', 'abcde', '٤٨٢١٣', LANG],
}

/** Stands for a file where text belongs. */
export const BESTAND = 'een bestand'

type Paren = [string, string][]
type Fout = { wat: string; velden: Paren }

/** Every way to fill this form in wrong: left out, wrong, of another overleg, twice, a file, and more than was asked. */
export function foutenIn(formulier: Formulier, eigen: Tafel, elders: Tafel): Fout[] {
  const goed = Object.entries(formulier.velden(eigen))
  const vanElders = formulier.velden(elders)
  const extra = formulier.los ? [] : EXTRA
  return [
    { wat: 'nothing at all', velden: [] },
    ...extra.map((naam): Fout => ({ wat: `with ${naam}`, velden: [...goed, [naam, 'x']] })),
    ...goed.flatMap(([naam, waarde]) => {
      const met = (anders: string): Paren =>
        goed.map(([veld, oud]) => [veld, veld === naam ? anders : oud])
      const ids = FOUT[naam] === GEEN_ID ? [randomUUID(), eigen.overlegId, vanElders[naam]] : []
      const fout = [...(FOUT[naam] ?? GEEN_KEUZE), ...ids.filter((id) => id !== undefined)]
      return [
        ...fout
          .filter((anders) => isFout(formulier, naam, anders, { waarde, vanElders }))
          .map((anders) => ({ wat: `${naam}=${anders.slice(0, 36)}`, velden: met(anders) })),
        { wat: `${naam} as a file`, velden: met(BESTAND) },
        ...(formulier.vrij?.includes(naam)
          ? []
          : [{ wat: `without ${naam}`, velden: goed.filter(([veld]) => veld !== naam) }]),
        ...(formulier.meervoud === naam
          ? []
          : [{ wat: `${naam} twice`, velden: [...goed, [naam, waarde]] satisfies Paren }]),
      ]
    }),
  ]
}

type Goed = { waarde: string; vanElders: Velden }

function isFout({ vrij }: Formulier, naam: string, anders: string, { waarde, vanElders }: Goed) {
  if (anders === '') return !vrij?.includes(naam)
  // The directory is everybody's.
  const uitDeLijst = ['gebruikerId', 'deelnemer', 'collega'].includes(naam)
  return anders !== waarde && !(uitDeLijst && anders === vanElders[naam])
}
