import { z } from 'zod'
import { veldenOf } from '#app/velden.ts'
import type { BESLOTEN_EINDEN } from '#domain/besloten.ts'
import { DOCUMENTEN } from '#domain/document.ts'
import { FASEN } from '#domain/fase.ts'
import { KEUZES } from '#domain/rol.ts'
import type { VERTREKREDENEN } from '#domain/tafel.ts'

const Id = z.uuid('Deze keuze bestaat niet (meer). Ververs de pagina.')
const Fase = z.enum(FASEN, 'Deze fase bestaat niet. Ververs de pagina.')
const Tekst = (wat: string, max: number) =>
  z.string(`Vul ${wat} in.`).max(max, `Maak ${wat} korter: hoogstens ${max} tekens.`)
const Woorden = (wat: string, max: number) =>
  Tekst(wat, max).refine((tekst) => tekst.trim() !== '', `Vul ${wat} in.`)
const Minuten = z.coerce
  .number('Vul een aantal minuten in, bijvoorbeeld 20.')
  .int('Vul hele minuten in, bijvoorbeeld 20.')
  .min(1, 'Vul minstens 1 minuut in.')
  .max(480, 'Vul hoogstens 480 minuten in.')
const Vertrekreden = z.literal(
  ['niet-deelbaar', 'niet-betrokken', 'groepsgrootte'] satisfies (keyof typeof VERTREKREDENEN)[],
  'Kies een van de drie redenen.',
)

const Beslotenreden = z.literal(
  ['op-verzoek', 'dringend'] satisfies (keyof typeof BESLOTEN_EINDEN)[],
  'Kies waarom de tijd samen eerder stopt.',
)

const Keuze = z
  .strictObject({
    intent: z.literal('keuze'),
    deelnemerId: Id,
    keuze: z.enum(KEUZES, 'Kies of deze persoon blijft of vertrekt.'),
    vertrekreden: Vertrekreden.optional(),
  })
  .refine(({ keuze, vertrekreden }) => (keuze === 'vertrekt') === (vertrekreden !== undefined), {
    path: ['vertrekreden'],
    error: 'Kies een reden voor wie vertrekt, en alleen dan.',
  })

/** Everything that can be done at the table. */
export const Handeling = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({ intent: z.literal('start') }),
    z.strictObject({ intent: z.literal('afronden'), from: Fase }),
    z.strictObject({
      intent: z.literal('heropenen'),
      from: Fase,
      reden: Tekst('een reden', 1000),
    }),
    z.strictObject({ intent: z.literal('tijd'), minuten: Minuten }),
    z.strictObject({ intent: z.literal('tijd-erbij'), erbij: z.literal('5') }),
    Keuze,
    z.strictObject({
      intent: z.literal('aan-tafel'),
      sessieId: z.array(Id).min(1, 'Kies wie aanschuift.').max(20),
    }),
    z.strictObject({ intent: z.literal('toelaten'), sessieId: Id }),
    z.strictObject({ intent: z.literal('signaal-gezien'), sessieId: Id }),
    z.strictObject({ intent: z.literal('terug') }),
    z.strictObject({ intent: z.literal('besloten') }),
    z.strictObject({ intent: z.literal('besloten-einde'), beslotenreden: Beslotenreden }),
    z.strictObject({
      intent: z.literal('inbreng-klaarzetten'),
      inbrengId: z.union([z.literal('').transform(() => undefined), Id]).optional(),
      onderwerp: Woorden('waar het over gaat', 200),
      tekst: Woorden('uw inbreng', 10_000),
    }),
    z.strictObject({ intent: z.literal('inbreng-weg'), inbrengId: Id }),
    z.strictObject({ intent: z.literal('inbreng-vragen'), inbrengId: Id }),
    z.strictObject({ intent: z.literal('inbreng-terugnemen'), inbrengId: Id }),
    z.strictObject({ intent: z.literal('dicht') }),
    z.strictObject({ intent: z.literal('openen'), toelichting: Tekst('een toelichting', 4000) }),
    z.strictObject({ intent: z.literal('voordragen'), deelnemerId: Id }),
    z.strictObject({ intent: z.literal('aanvaarden') }),
    z.strictObject({ intent: z.literal('vaststellen') }),
    z.strictObject({
      intent: z.literal('hand'),
      hand: z.enum(['op', 'neer'], 'Steek uw hand op of doe haar neer.'),
    }),
    z.strictObject({
      intent: z.literal('aanvulling'),
      document: z.enum(DOCUMENTEN, 'Deze tekst bestaat niet. Ververs de pagina.'),
      tekst: Tekst('een tekst', 20_000).refine((tekst) => tekst.trim() !== '', 'Vul een tekst in.'),
    }),
  ],
  'Deze handeling bestaat niet. Ververs de pagina.',
)
export type Handeling = z.infer<typeof Handeling>

type Invoer =
  | { ok: true; handeling: Handeling; terug: string | null }
  | { ok: false; velden: Record<string, string>; terug: string | null }

// The one field that may be there more than once: who sits down together. T2
const MEERVOUD = 'aan-tafel'

/** Reads a posted form. `terug` is where a browser without JavaScript came from. */
export function parseHandeling(form: FormData): Invoer {
  const terug = form.get('terug')
  form.delete('terug')
  const fields = veldenOf(form)
  if (fields.intent === MEERVOUD) fields.sessieId = form.getAll('sessieId')

  const van = typeof terug === 'string' ? terug : null
  const result = Handeling.safeParse(fields)
  if (result.success) return { ok: true, handeling: result.data, terug: van }
  const velden = Object.fromEntries(
    result.error.issues.map(({ path, message }) => [String(path[0] ?? 'formulier'), message]),
  )
  return { ok: false, velden, terug: van }
}
