import { href, redirect } from 'react-router'
import { signOut } from '#app/auth/professional.server.ts'
import { omgevingContext, sqlContext } from '#app/context.ts'
import type { Route } from './+types/uitloggen'

/** Signing out is a POST: a link in a mail must not do it. */
export function loader() {
  return redirect(href('/'))
}

export async function action({ request, context }: Route.ActionArgs) {
  const omgeving = context.get(omgevingContext)
  const cookies = await signOut(context.get(sqlContext), request.headers.get('cookie'), omgeving)
  const headers = new Headers({ 'Clear-Site-Data': '"storage"' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return redirect(href('/inloggen'), { headers })
}
