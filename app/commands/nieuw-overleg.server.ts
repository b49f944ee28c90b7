import { schoneTekst } from '#db/schone-tekst.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result } from '#domain/result.ts'
import type { Clientsoort, Rol } from '#domain/rol.ts'
import type { ZonderClientReden } from '#domain/tafel.ts'
import {
  checkLinks,
  isMoment,
  parseNaam,
  parseTekst,
  refuseVelden,
  TAAK_TE_LANG,
} from './invoer.server.ts'

export type NieuwOverleg = {
  casus: { nummer: string; initialen: string; gemeente: string }
  geplandOp: Date
  vraag: string
  deelnemers: { gebruikerId: string; rol: Rol; taak: string }[]
  clienten: { soort: Clientsoort; naam: string }[]
  /** Null: with the cliënt. Otherwise it is proposed, and the casushouder confirms it. F7 */
  voorstelZonder: { reden: ZonderClientReden; toelichting: string } | null
  linkVooroverleg: string | null
  linkTafel: string | null
}

/** Trims what was filled in, or says of each field what is wrong with it. */
export function parseNieuwOverleg(input: NieuwOverleg): Result<NieuwOverleg, Refusal> {
  const velden = { ...casusFouten(input), ...inhoudFouten(input), ...clientFouten(input) }
  if (Object.keys(velden).length > 0) return refuseVelden(velden)

  const { casus, voorstelZonder } = input
  return accept({
    ...input,
    casus: {
      nummer: schoon(casus.nummer),
      initialen: schoon(casus.initialen),
      gemeente: schoon(casus.gemeente),
    },
    vraag: schoon(input.vraag),
    deelnemers: input.deelnemers.map((deelnemer) => ({
      ...deelnemer,
      taak: schoon(deelnemer.taak),
    })),
    clienten: input.clienten.map(({ soort, naam }) => ({ soort, naam: schoon(naam) })),
    voorstelZonder: voorstelZonder && {
      reden: voorstelZonder.reden,
      toelichting: schoon(voorstelZonder.toelichting),
    },
  })
}

function casusFouten({ casus: { nummer, initialen, gemeente } }: NieuwOverleg) {
  const gemeenteTekst = parseNaam(gemeente, 60)
  return foutenOf({
    nummer: /^\d{4}-\d{4}$/.test(schoon(nummer)) ? null : 'Vul een casusnummer in zoals 2026-0412.',
    initialen: parseNaam(initialen, 12) ? null : 'Vul initialen in, ten hoogste 12 tekens.',
    gemeente:
      gemeenteTekst && gemeenteTekst.length >= 2
        ? null
        : 'Vul een gemeente in, ten hoogste 60 tekens.',
  })
}

function inhoudFouten({ geplandOp, vraag, deelnemers, linkVooroverleg, linkTafel }: NieuwOverleg) {
  const takenPassen = deelnemers.every(({ taak }) => parseTekst(taak, 120) !== null)
  return {
    ...foutenOf({
      geplandOp: isMoment(geplandOp) ? null : 'Vul een datum en een tijd in.',
      vraag: parseTekst(vraag, 4000) === null ? 'Maak de vraag korter dan 4000 tekens.' : null,
      deelnemers: takenPassen ? null : TAAK_TE_LANG,
    }),
    ...checkLinks({ linkVooroverleg, linkTafel }),
  }
}

function clientFouten({ clienten, voorstelZonder }: NieuwOverleg) {
  return foutenOf({
    clienten: clientenFout(clienten),
    voorstelZonder: voorstelZonder && toelichtingFout(voorstelZonder),
  })
}

function clientenFout(clienten: NieuwOverleg['clienten']): string | null {
  if (clienten.filter(({ soort }) => soort === 'client').length > 1) return 'Kies één cliënt.'
  const metNaam = clienten.every(({ naam }) => parseNaam(naam, 120))
  return metNaam ? null : 'Vul van ieder een naam in, ten hoogste 120 tekens.'
}

function toelichtingFout({ reden, toelichting }: NonNullable<NieuwOverleg['voorstelZonder']>) {
  const tekst = parseTekst(toelichting, 1000)
  if (tekst === null) return 'Maak de toelichting korter dan 1000 tekens.'
  return reden === 'anders' && tekst === '' ? 'Schrijf op waarom het zonder de cliënt is.' : null
}

function foutenOf(fouten: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fouten).flatMap(([veld, fout]) => (fout ? [[veld, fout] as const] : [])),
  )
}

function schoon(text: string): string {
  return schoneTekst(text).trim()
}
