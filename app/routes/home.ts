import { href, redirect } from 'react-router'
import { findClientByCookie } from '#app/auth/client-side.server.ts'
import { findGebruikerByCookie } from '#app/auth/professional.server.ts'
import { omgevingContext, sqlContext } from '#app/context.ts'
import type { Route } from './+types/home'

/** The front door: to one's own overleggen, one's own plan, or to signing in. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const sql = context.get(sqlContext)
  const omgeving = context.get(omgevingContext)
  const cookie = request.headers.get('cookie')
  if (await findGebruikerByCookie(sql, cookie, omgeving)) return redirect(href('/overleggen'))
  if (await findClientByCookie(sql, cookie, omgeving)) return redirect(href('/mijn-plan'))
  return redirect(href('/inloggen'))
}
