import { href, Outlet, redirect } from 'react-router'
import { NagelatenPaneel } from '#app/components/meeting/nagelaten-paneel.tsx'
import { Overlegstatus } from '#app/components/overleg/overlegstatus.tsx'
import { Overlegtabs } from '#app/components/overleg/overlegtabs.tsx'
import { Foutpagina } from '#app/components/shell/foutpagina.tsx'
import { deelnameContext, gebruikerContext, sqlContext } from '#app/context.ts'
import { throwRefusal } from '#app/refusal-response.ts'
import { recordPage, recordRefusedPage } from '#app/verslag.server.ts'
import { findDeelnemerschap } from '#db/overleggen.ts'
import { isBevoegd } from '#domain/rol.ts'
import { isZichtbaar, toegangTotDocument } from '#domain/toegang.ts'
import type { Route } from './+types/layout'

// Loaders of one page run side by side, so a check in a loader would not guard the routes below.
export const middleware: Route.MiddlewareFunction[] = [
  async ({ params, url, context, request, pattern }, next) => {
    const { overlegId } = params
    const page = { params, context, request, pattern }
    const deelnemerschap = await findDeelnemerschap(context.get(sqlContext), {
      overlegId,
      gebruikerId: context.get(gebruikerContext).id,
    })
    if (!deelnemerschap || !isZichtbaar(deelnemerschap.deelname, deelnemerschap.overleg.stand)) {
      recordRefusedPage(page)
      throwRefusal({ code: 'niet-gevonden' })
    }
    // T9
    const verklaring = href('/overleggen/:overlegId/verklaring', { overlegId })
    if (!deelnemerschap.deelname.toegelaten && url.pathname !== verklaring) {
      throw redirect(verklaring)
    }
    context.set(deelnameContext, deelnemerschap)
    return recordPage(page, await next())
  },
]

export async function loader({ context }: Route.LoaderArgs) {
  const { overleg, deelname } = context.get(deelnameContext)
  return {
    casus: overleg.casus.nummer,
    initialen: overleg.casus.initialen,
    // T9: that there is something to sign, and nothing of how far they are.
    stand: deelname.toegelaten ? overleg.stand : null,
    magLezen: toegangTotDocument(deelname, 'vraagstelling', overleg.stand) !== 'geen',
    magMeekijken: isBevoegd(deelname.rol, 'meekijken') && overleg.stand.metClient,
  }
}

export default function OverlegLayout({ loaderData, params }: Route.ComponentProps) {
  const { casus, initialen, stand, magLezen, magMeekijken } = loaderData
  return (
    <>
      <div className="casusbar">
        <div className="casusbar__inner">
          <div className="casusbar__casus">
            <span className="casusbar__nummer number">{casus}</span>
            <span className="subtle">{initialen}</span>
            {stand && <Overlegstatus stand={stand} />}
          </div>
          {stand && (
            <Overlegtabs
              overlegId={params.overlegId}
              metPlan={stand.overleg.status === 'vastgesteld'}
              magLezen={magLezen}
              magMeekijken={magMeekijken}
            />
          )}
        </div>
      </div>
      <Outlet />
    </>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <>
      <NagelatenPaneel />
      <Foutpagina error={error} />
    </>
  )
}
