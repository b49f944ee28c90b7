import { href, redirect } from 'react-router'
import { deelnameContext } from '#app/context.ts'
import { throwRefusal } from '#app/refusal-response.ts'
import { DOCUMENTEN, type Document } from '#domain/document.ts'
import type { Deelname } from '#domain/rol.ts'
import { type Stand, toegangTotDocument } from '#domain/toegang.ts'
import type { Route } from './+types/nu'

/** To where the overleg is now, as far as this person may see it. */
export function loader({ params: { overlegId }, context }: Route.LoaderArgs) {
  const deelnemerschap = context.get(deelnameContext)
  if (!deelnemerschap) throwRefusal({ code: 'niet-gevonden' })
  const { overleg, deelname } = deelnemerschap

  if (overleg.stand.overleg.status === 'vastgesteld') {
    return toegangTotDocument(deelname, 'besluitvorming', overleg.stand) === 'geen'
      ? redirect(href('/acties'))
      : redirect(href('/overleggen/:overlegId/plan', { overlegId }))
  }
  const document = documentNu(deelname, overleg.stand)
  return document
    ? redirect(href('/overleggen/:overlegId/document/:document', { overlegId, document }))
    : redirect(href('/overleggen/:overlegId/deelnemers', { overlegId }))
}

// Without a page this would be a route of data alone, and a refusal on the way to it a piece of JSON on the screen.
export default function Nu() {
  return null
}

/** The document of the current fase; for who may not see that one, the last that he may. */
function documentNu(deelname: Deelname, stand: Stand): Document | null {
  const leesbaar = DOCUMENTEN.filter(
    (document) =>
      document !== 'samenvatting' && toegangTotDocument(deelname, document, stand) !== 'geen',
  )
  return stand.overleg.status === 'gepland' ? (leesbaar.at(0) ?? null) : (leesbaar.at(-1) ?? null)
}
