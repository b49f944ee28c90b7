import { href } from 'react-router'
import { encode } from 'uqr'
import type { Kluis } from '#app/auth/kluis.server.ts'
import { type Briefvorm, briefvormOf, type Toegang } from '#app/brieven/briefvorm.ts'
import { openGeheim } from '#app/brieven/geheim.server.ts'
import { readBriefinhoud } from '#app/brieven/inhoud.server.ts'
import { BRIEFWIJZE_TEKST, datumTekst, momentTekst } from '#app/tekst.ts'
import { type BriefRij, findBrief, findBriefpersoon } from '#db/brieven.ts'
import type { Sql } from '#db/connection.ts'
import { verouderdDoor } from '#domain/brief.ts'
import { datumInNederland } from '#domain/datum.ts'
import type { Taal } from '#domain/taal.ts'

/** Where a letter is: `klaar` can still be shown and sent, `verlopen` was never sent and shows its code no more. */
type Briefstand = 'klaar' | 'verzonden' | 'verlopen' | 'vervangen'

type Gevraagd = { overlegId: string; briefId: string; origin: string; now: Date }

/** One letter with all that it says; null when it is not of this overleg. */
export async function readBriefpagina(
  sql: Sql,
  kluis: Kluis,
  { overlegId, briefId, origin, now }: Gevraagd,
) {
  const brief = await findBrief(sql, { overlegId, briefId })
  if (!brief) return null
  const { clientPersoonId, inhoud } = brief
  const persoon = await findBriefpersoon(sql, { overlegId, clientPersoonId })
  const nu = persoon && (await readBriefinhoud(sql, overlegId, persoon))
  const geheim = openGeheim(kluis, brief)
  return {
    ...toBriefregel(brief, geheim !== null),
    clientPersoonId,
    naam: inhoud.naam,
    soort: inhoud.soort,
    vorm: briefvormOf(inhoud),
    toegang: geheim && toegangOf(geheim, { origin, taal: inhoud.taal }),
    verouderd: nu && brief.isLaatste ? verouderdDoor(inhoud, nu) : [],
    vanaf: datumInNederland(brief.gemaaktOp),
    vandaag: datumInNederland(now),
  }
}
export type Briefpagina = NonNullable<Awaited<ReturnType<typeof readBriefpagina>>>

/** One line of the list of letters. */
export function toBriefregel(brief: BriefRij, isTeTonen: boolean) {
  const { id, gemaaktOp, gemaildOp, verzondenOp, wijze } = brief
  return {
    id,
    stand: standOf(brief, isTeTonen),
    gemaakt: momentTekst(gemaaktOp),
    gemaild: gemaildOp && momentTekst(gemaildOp),
    verzonden: verzondenOp && wijze && `${BRIEFWIJZE_TEKST[wijze]} op ${datumTekst(verzondenOp)}`,
  }
}

function standOf({ verzondenOp, isLaatste }: BriefRij, isTeTonen: boolean): Briefstand {
  if (verzondenOp) return 'verzonden'
  if (!isLaatste) return 'vervangen'
  return isTeTonen ? 'klaar' : 'verlopen'
}

type Waar = { origin: string; taal: Taal }
type Geheim = { token: string; nummer: string; code: string }

/** The square holds the whole address; who types needs the short one, which says nothing by itself. S5 */
function toegangOf({ token, nummer, code }: Geheim, { origin, taal }: Waar): Toegang {
  const link = `${origin}${href('/uitnodiging/:token', { token })}${taal === 'nl' ? '' : `?taal=${taal}`}`
  const { data, size } = encode(link, { border: 4 })
  const pad = data.flatMap((rij, y) => rij.flatMap((aan, x) => (aan ? [`M${x} ${y}h1v1h-1z`] : [])))
  const adres = `${new URL(origin).host}${href('/u')}`
  return { adres, nummer, code, qr: { pad: pad.join(''), maat: size } }
}

/** What the template of the PDF wants. */
export function pdfDataOf(vorm: Briefvorm, toegang: Toegang) {
  const { pad, maat } = toegang.qr
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${maat} ${maat}"><path d="${pad}"/></svg>`
  return { ...vorm, toegang: { ...toegang, qr: svg } }
}
