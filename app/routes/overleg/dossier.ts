import { eisBevestiging } from '#app/auth/bevestiging.server.ts'
import { exportDossierCommand } from '#app/commands/export-dossier.server.ts'
import { deelnameContext, gebruikerContext, omgevingContext, sqlContext } from '#app/context.ts'
import { throwRefusal } from '#app/refusal-response.ts'
import { datumInNederland } from '#domain/datum.ts'
import { isBevoegd } from '#domain/rol.ts'
import type { Route } from './+types/dossier'
import { dossierHtml } from './dossier/dossierblad.server.tsx'

/** One file with all that is kept about this casus, for inzage. Asked anew each time; nothing of it stays here. */
export async function loader({ request, params: { overlegId }, context }: Route.LoaderArgs) {
  const { deelname } = context.get(deelnameContext)
  if (!isBevoegd(deelname.rol, 'dossier-downloaden')) throwRefusal({ code: 'niet-gevonden' })
  eisBevestiging(request, context)
  const now = new Date()
  const result = await exportDossierCommand(context.get(sqlContext), {
    overlegId,
    gebruikerId: context.get(gebruikerContext).id,
    termijnen: context.get(omgevingContext).bewaartermijnen,
    now,
  })
  if (!result.ok) throwRefusal(result.refusal)

  // A number and a day: who it is about is in the file, not in its name.
  const naam = `dossier-${result.value.casus.nummer}-${datumInNederland(now)}.html`
  return new Response(dossierHtml(result.value), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': `attachment; filename="${naam}"`,
    },
  })
}
