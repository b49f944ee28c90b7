import '#app/styles/professional.css'
import { data, href, Link, redirect } from 'react-router'
import { aanvragerOf } from '#app/auth/aanvrager.server.ts'
import {
  type Aanvrager,
  goOn,
  type Ingelogd,
  type TweedeFactor,
} from '#app/auth/inloggen.server.ts'
import { type Bewezene, blankOidcCookie, finishOidc } from '#app/auth/oidc.server.ts'
import { beginSessie, findGebruikerByCookie, renewSessie } from '#app/auth/professional.server.ts'
import { Inlogkader } from '#app/components/shell/inlogkader.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { kluisContext, type Omgeving, omgevingContext, sqlContext } from '#app/context.ts'
import { statusOf } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import type { Sql } from '#db/connection.ts'
import type { Route } from './+types/terug'
import { stapOf } from './stap.ts'

/** Where the provider of an organisatie sends people back to. Whatever is wrong with it, the answer is the same. */
export async function loader({ request, url, context }: Route.LoaderArgs) {
  const omgeving = context.get(omgevingContext)
  const sql = context.get(sqlContext)
  const cookieHeader = request.headers.get('cookie')
  const parts = { sql, kluis: context.get(kluisContext), omgeving }
  const headers = new Headers({ 'Set-Cookie': blankOidcCookie(omgeving) })

  const result = await finishOidc(parts, { cookieHeader, search: url.search })
  if (!result.ok) {
    const fout = refusalTekst(result.refusal)
    return data({ fout }, { status: statusOf(result.refusal), headers })
  }
  if (result.value.doel === 'opnieuw')
    return confirm(sql, result.value, { request, omgeving, headers })
  const ingelogd = await logIn(sql, result.value, {
    ...aanvragerOf(request, context),
    tweedeFactor: omgeving.tweedeFactor,
  })
  for (const cookie of ingelogd.cookies) headers.append('Set-Cookie', cookie)
  throw redirect(stapOf(ingelogd, result.value.naar), { headers })
}

type Bevestiging = { request: Request; omgeving: Omgeving; headers: Headers }

/** His provider asked him once more who he is; that counts in the session that he had, and begins none. */
async function confirm(sql: Sql, bewezene: Bewezene, { request, omgeving, headers }: Bevestiging) {
  const { secure } = omgeving
  const gebruiker = await findGebruikerByCookie(sql, request.headers.get('cookie'), { secure })
  const cookie =
    gebruiker?.id === bewezene.gebruikerId
      ? await renewSessie(sql, { gebruiker, bewijs: 'oidc', secure })
      : null
  if (!cookie) {
    const refusal = { code: 'organisatie-mislukt' } as const
    return data({ fout: refusalTekst(refusal) }, { status: statusOf(refusal), headers })
  }
  headers.append('Set-Cookie', cookie)
  throw redirect(bewezene.naar ?? href('/account'), { headers })
}

type Wijze = Aanvrager & { tweedeFactor: TweedeFactor }

/** Who gave a second step at his provider, that we believe about it, is not asked for another. */
async function logIn(
  sql: Sql,
  { gebruikerId, tweedeFactor }: Bewezene,
  wijze: Wijze,
): Promise<Ingelogd> {
  const proven = { gebruikerId, bewijs: 'oidc', ...wijze } as const
  if (tweedeFactor === 'niet-gevraagd') return goOn(sql, proven)
  return { stap: 'klaar', ...(await beginSessie(sql, proven)) }
}

export default function TerugPage({ loaderData }: Route.ComponentProps) {
  return (
    <Inlogkader titel="Inloggen via uw organisatie">
      <Notice tone="danger" role="alert">
        <p>{loaderData.fout}</p>
      </Notice>
      <p>
        <Link to={href('/inloggen')}>Terug naar inloggen</Link>
      </p>
    </Inlogkader>
  )
}

export const meta: Route.MetaFunction = () => [
  { title: 'Inloggen via uw organisatie – Focustafel' },
]
