import { deelnameContext, kluisContext, omgevingContext, sqlContext } from '#app/context.ts'
import { pdfResponse } from '#app/pdf.server.ts'
import { throwRefusal } from '#app/refusal-response.ts'
import { isBevoegd } from '#domain/rol.ts'
import type { Route } from './+types/brief-pdf'
import { pdfDataOf, readBriefpagina } from './brief-data.server.ts'

/** The letter on paper, as long as its code may be shown. Asked anew each time. */
export async function loader({ params: { overlegId, briefId }, context }: Route.LoaderArgs) {
  const { deelname } = context.get(deelnameContext)
  if (!isBevoegd(deelname.rol, 'client-uitnodigen')) throwRefusal({ code: 'niet-gevonden' })
  const { origin } = context.get(omgevingContext)
  const gevraagd = { overlegId, briefId, origin, now: new Date() }
  const brief = await readBriefpagina(context.get(sqlContext), context.get(kluisContext), gevraagd)
  if (!brief?.toegang) throwRefusal({ code: 'niet-gevonden' })

  const data = pdfDataOf(brief.vorm, brief.toegang)
  return pdfResponse(context, { template: 'brief', data, bestandsnaam: 'uitnodiging.pdf' })
}
