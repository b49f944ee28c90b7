import { z } from 'zod'
import { type Datum, datumInNederland, parseDatum } from '#domain/datum.ts'
import { parseMoment } from '#domain/moment.ts'
import { CLIENTSOORTEN } from '#domain/rol.ts'
import { ZONDER_CLIENT_REDENEN, type ZonderClientReden } from '#domain/tafel.ts'

const REDENEN = Object.keys(ZONDER_CLIENT_REDENEN)
const MAX_DEELNEMERS = 40

const Naam = tekst('Schrijf de aanhef en de initialen.', 60).optional()

const Velden = z.strictObject({
  nummer: z
    .string({ error: 'Vul het casusnummer in.' })
    .trim()
    .regex(/^\d{4}-\d{4}$/, 'Schrijf het casusnummer als 2026-0412.'),
  initialen: tekst('Vul de initialen van de cliënt in.', 12),
  gemeente: tekst('Vul de gemeente in.', 60).min(2, 'Vul de gemeente in.'),
  datum: z
    .string({ error: 'Kies een datum.' })
    .refine((text) => parseDatum(text) !== null, 'Kies een datum die bestaat.'),
  tijd: z
    .string({ error: 'Kies een tijd.' })
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Schrijf de tijd als 10:00.'),
  vraag: tekst('Schrijf de vraag van de inbrenger op.', 4000),
  linkVooroverleg: link(),
  linkTafel: link(),
  metClient: z.enum(['met', 'zonder'], { error: 'Kies of de cliënt erbij is.' }),
  reden: z
    .custom<ZonderClientReden>((text) => REDENEN.includes(String(text)), 'Kies een reden.')
    .optional(),
  toelichting: tekst('Schrijf een toelichting.', 1000).optional(),
  client: Naam,
  vertegenwoordiger: Naam,
  steunpersoon: Naam,
  deelnemer: z
    .array(z.uuid('Kies deelnemers uit de lijst.'), { error: 'Kies deelnemers uit de lijst.' })
    .max(MAX_DEELNEMERS, `Kies hooguit ${MAX_DEELNEMERS} deelnemers.`)
    .default([]),
  rol: z.record(z.uuid(), z.enum(['partner', 'casushouder'])).default({}),
  taak: z.record(z.uuid(), z.string().trim().max(120, 'Gebruik hooguit 120 tekens.')).default({}),
})
type Velden = z.output<typeof Velden>

/** The form of a new overleg. Everything that is wrong is said at once, not one half after the other. */
export function nieuwOverlegSchema(vandaag: Datum) {
  return Velden.check(
    eis('datum', 'Kies vandaag of een dag die nog komt.', ({ datum }) => {
      const dag = parseDatum(datum)
      return dag === null || dag >= vandaag
    }),
    eis('tijd', 'Die tijd bestaat niet: in deze nacht gaat de klok vooruit.', (velden) => {
      const { datum, tijd } = velden
      return !parseDatum(datum) || !isKloktijd(tijd) || parseMoment(datum, tijd) !== null
    }),
    eis('linkTafel', 'Gebruik een andere link dan die van het vooroverleg.', (velden) => {
      const { linkVooroverleg, linkTafel } = velden
      return !linkTafel || linkVooroverleg !== linkTafel
    }),
    eis('client', 'Vul de cliënt of de vertegenwoordiger in.', (velden) => {
      const { metClient, client, vertegenwoordiger } = velden
      return metClient !== 'met' || Boolean(client || vertegenwoordiger)
    }),
    eis('reden', 'Kies waarom het overleg zonder de cliënt is.', ({ metClient, reden }) => {
      return metClient !== 'zonder' || Boolean(reden)
    }),
    eis('toelichting', 'Schrijf een toelichting.', ({ metClient, reden, toelichting }) => {
      return metClient !== 'zonder' || reden !== 'anders' || Boolean(toelichting)
    }),
    eis('deelnemer', 'Kies minstens één deelnemer.', ({ deelnemer }) => {
      return Array.isArray(deelnemer) && deelnemer.length > 0
    }),
    eis('deelnemer', 'Kies hooguit één casushouder.', ({ deelnemer, rol }) => {
      return casushoudersOf(deelnemer, rol).length <= 1
    }),
  )
}

/** What the command asks for, from a form that was right. */
export function toNieuwOverleg(velden: Velden) {
  const geplandOp = parseMoment(velden.datum, velden.tijd)
  if (!geplandOp) throw new Error('A moment that passed the schema')
  const { nummer, initialen, gemeente, vraag, metClient, reden } = velden

  return {
    casus: { nummer, initialen, gemeente },
    geplandOp,
    vraag,
    linkVooroverleg: velden.linkVooroverleg ?? null,
    linkTafel: velden.linkTafel ?? null,
    voorstelZonder:
      metClient === 'zonder' && reden ? { reden, toelichting: velden.toelichting ?? '' } : null,
    clienten:
      metClient === 'zonder'
        ? []
        : CLIENTSOORTEN.flatMap((soort) => {
            const naam = velden[soort]
            return naam ? [{ soort, naam }] : []
          }),
    deelnemers: [...new Set(velden.deelnemer)].map((gebruikerId) => ({
      gebruikerId,
      rol: velden.rol[gebruikerId] ?? ('partner' as const),
      taak: velden.taak[gebruikerId] ?? '',
    })),
  }
}

const VELDNAAM = /^[a-zA-Z]+(\.[0-9a-f-]{36})?$/

/** Conform throws at a name that is no path, and makes a list as long as the number in its brackets. */
export function hasKnownNames(form: FormData): boolean {
  return [...form.keys()].every((name) => VELDNAAM.test(name))
}

export function vandaagInNederland() {
  return datumInNederland(new Date())
}

function tekst(leeg: string, max: number) {
  return z.string({ error: leeg }).trim().min(1, leeg).max(max, `Gebruik hooguit ${max} tekens.`)
}

function link() {
  return z
    .url({ protocol: /^https$/, error: 'Plak een link die begint met https://.' })
    .max(500, 'Gebruik hooguit 500 tekens.')
    .optional()
}

type Halve = Partial<Velden>

/** A rule about more than one field; it is also asked when another field is wrong. */
function eis(veld: keyof Velden, melding: string, klopt: (velden: Halve) => boolean) {
  return z.refine<Halve>(klopt, { path: [veld], error: melding, when: () => true })
}

function isKloktijd(tijd: string | undefined) {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(tijd ?? '')
}

function casushoudersOf(deelnemers: Halve['deelnemer'], rollen: Halve['rol']) {
  if (!Array.isArray(deelnemers)) return []
  return deelnemers.filter((id) => rollen?.[id] === 'casushouder')
}
