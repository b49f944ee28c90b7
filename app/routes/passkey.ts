import { data } from 'react-router'
import { z } from 'zod'
import { formatCookie, UITDAGING_COOKIE } from '#app/auth/cookies.ts'
import { findHalf } from '#app/auth/halve-sessie.server.ts'
import { createSessieId } from '#app/auth/lucia.server.ts'
import { askAanmelding, askRegistratie } from '#app/auth/passkeys.server.ts'
import { findGebruikerByCookie } from '#app/auth/professional.server.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { type Omgeving, omgevingContext, sqlContext } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import { refusalResponse } from '#app/refusal-response.ts'
import type { Sql } from '#db/connection.ts'
import { listPasskeys } from '#db/passkeys.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Route } from './+types/passkey'

const UITDAGING_IN_SECONDEN = 300

const Vraag = z.strictObject({
  doel: z.enum(['inloggen', 'tweede-stap', 'bevestigen', 'registreren']),
})

/** What a browser has to sign, for a script of ours to ask it: never a page. */
export async function action({ request, context }: Route.ActionArgs) {
  const vraag = await parseForm(request, Vraag)
  if (!vraag) return refusalResponse({ code: 'ongeldige-invoer' })
  const sql = context.get(sqlContext)
  const omgeving = context.get(omgevingContext)
  const cookieHeader = request.headers.get('cookie')

  switch (vraag.doel) {
    case 'inloggen':
      return inloggen(sql, omgeving)
    case 'tweede-stap': {
      const half = await findHalf(sql, cookieHeader, { soort: 'tweede-stap', ...omgeving })
      return half
        ? eigen(sql, omgeving, { ...half, soort: 'tweede-stap' })
        : refusalResponse(ONBEKEND)
    }
    case 'bevestigen': {
      const gebruiker = await findGebruikerByCookie(sql, cookieHeader, omgeving)
      if (!gebruiker) return refusalResponse(ONBEKEND)
      const { id: gebruikerId, sessieHash: hash } = gebruiker
      return eigen(sql, omgeving, { soort: 'bevestigen', gebruikerId, hash })
    }
    case 'registreren':
      return registreren(sql, omgeving, cookieHeader)
  }
}

const ONBEKEND: Refusal = { code: 'niet-gevonden' }

async function inloggen(sql: Sql, omgeving: Omgeving) {
  const waarde = createSessieId()
  const houder = hashOf(waarde)
  const opties = await askAanmelding(sql, { soort: 'inloggen', houder, origin: omgeving.origin })
  const cookie = { naam: UITDAGING_COOKIE, waarde, seconden: UITDAGING_IN_SECONDEN }
  return data(opties, { headers: { 'Set-Cookie': formatCookie(cookie, omgeving) } })
}

type Eigen = { soort: 'tweede-stap' | 'bevestigen'; gebruikerId: string; hash: string }

async function eigen(sql: Sql, { origin }: Omgeving, { soort, gebruikerId, hash }: Eigen) {
  const passkeys = await listPasskeys(sql, gebruikerId)
  if (passkeys.length === 0) return refusalResponse(ONBEKEND)
  const sleutelIds = passkeys.map(({ sleutelId }) => sleutelId)
  return data(await askAanmelding(sql, { soort, houder: hash, origin, sleutelIds }))
}

/** For who is led to it on the way in, or proved a moment ago that it is he. */
async function registreren(sql: Sql, omgeving: Omgeving, cookieHeader: string | null) {
  const { origin } = omgeving
  const half = await findHalf(sql, cookieHeader, { soort: 'instellen', ...omgeving })
  const gebruiker = half ? null : await findGebruikerByCookie(sql, cookieHeader, omgeving)
  const soort = 'registreren' as const
  if (half) {
    const eigenaar = { ...half, id: half.gebruikerId }
    return data(await askRegistratie(sql, { soort, houder: half.hash, origin, eigenaar }))
  }
  if (!gebruiker?.bevestigd) return refusalResponse(ONBEKEND)
  const houder = gebruiker.sessieHash
  return data(await askRegistratie(sql, { soort, houder, origin, eigenaar: gebruiker }))
}
