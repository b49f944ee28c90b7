import * as oidc from 'openid-client'
import { z } from 'zod'
import type { Omgeving } from '#app/context.ts'
import { recordAudit } from '#db/audit.ts'
import type { Query, Sql } from '#db/connection.ts'
import { bindIdentiteit, findByIdentiteit } from '#db/oidc-identiteiten.ts'
import { createPoging, POGING_IN_MINUTEN, takePoging } from '#db/oidc-pogingen.ts'
import { findOidc, findOidcByDomein, type OidcRij } from '#db/organisatie-oidc.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { formatCookie, OIDC_COOKIE, readCookie } from './cookies.ts'
import type { Kluis } from './kluis.server.ts'
import { discover, secretVan } from './oidc-aanbieder.server.ts'
import { hashOf } from './sessie-id.ts'

const TERUG = '/inloggen/oidc/terug'
const SPELING_IN_MS = 30_000

const Poging = z.object({
  organisatieId: z.uuid(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  naar: z.string().nullable(),
  /** When he left, for who has to prove anew that it is he; null for who comes in. */
  opnieuwSinds: z.number().nullable(),
  /** The cookie's own end is a wish: a browser may send it later. */
  einde: z.number(),
})
type Poging = z.infer<typeof Poging>

type OidcParts = { sql: Sql; kluis: Kluis; omgeving: Omgeving }
type Vertrek = { organisatie: string; adres: string; cookie: string }
type Aanleiding = {
  email: string
  naar: string | null
  /** `opnieuw`: his provider has to ask him who he is, though he may be in there. */
  doel: 'inloggen' | 'opnieuw'
}

/** Sends somebody to the provider of his organisatie. Says nothing about whether there is an account for him. */
export async function startOidc(
  { sql, kluis, omgeving }: OidcParts,
  { email, naar, doel }: Aanleiding,
): Promise<Result<Vertrek, Refusal>> {
  const adres = email.trim().toLowerCase()
  const rij = await findOidcByDomein(sql, domeinVan(adres))
  if (!rij) return refuse({ code: 'organisatie-onbekend' })
  const config = await configVan(rij, kluis, omgeving).catch(() => null)
  if (!config) return refuse({ code: 'organisatie-onbereikbaar' })

  const poging: Poging = {
    organisatieId: rij.organisatieId,
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    naar,
    opnieuwSinds: doel === 'opnieuw' ? Date.now() : null,
    einde: Date.now() + POGING_IN_MINUTEN * 60_000,
  }
  const { href } = oidc.buildAuthorizationUrl(config, {
    redirect_uri: `${omgeving.origin}${TERUG}`,
    scope: 'openid email',
    state: poging.state,
    nonce: poging.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(poging.verifier),
    code_challenge_method: 'S256',
    login_hint: adres,
    ...(rij.tweedeFactor && { acr_values: rij.tweedeFactor }),
    ...(doel === 'opnieuw' && { prompt: 'login', max_age: '0' }),
  })
  await createPoging(sql, hashOf(poging.state))
  return accept({
    organisatie: rij.organisatie,
    adres: href,
    cookie: oidcCookie(kluis.sluit(JSON.stringify(poging), 'oidc-poging'), omgeving),
  })
}

export type Bewezene = {
  gebruikerId: string
  naar: string | null
  /** Whether the provider asked a second factor, and is believed about it. */
  tweedeFactor: 'gevraagd' | 'niet-gevraagd'
  doel: Aanleiding['doel']
}

type Terugkeer = { cookieHeader: string | null; search: string }

/** Who comes back from his provider: once, in the browser that went, and as nobody but an account of that organisatie. */
export async function finishOidc(
  { sql, kluis, omgeving }: OidcParts,
  { cookieHeader, search }: Terugkeer,
): Promise<Result<Bewezene, Refusal>> {
  const mislukt = refuse<Refusal>({ code: 'organisatie-mislukt' })
  const cookie = readCookie(cookieHeader, OIDC_COOKIE, omgeving)
  const poging = parsePoging(cookie && kluis.open(Buffer.from(cookie, 'base64url'), 'oidc-poging'))
  if (!poging || !(await takePoging(sql, hashOf(poging.state)))) return mislukt

  const { organisatieId, naar, opnieuwSinds } = poging
  const rij = await findOidc(sql, organisatieId)
  if (!rij) return mislukt
  const antwoord = await claimsVan(rij, poging, { kluis, omgeving, search })
  const gebruikerId = antwoord.ok ? await findOfBind(sql, rij, antwoord.value) : null
  if (!antwoord.ok || !gebruikerId) {
    const reden = antwoord.ok ? 'geen-account' : antwoord.refusal
    const details = { organisatieId, reden }
    await recordAudit(sql, { event: 'oidc-refused', overlegId: null, details })
    return mislukt
  }
  const tweedeFactor = isTweedeFactor(rij, antwoord.value) ? 'gevraagd' : 'niet-gevraagd'
  const doel = opnieuwSinds === null ? 'inloggen' : 'opnieuw'
  return accept({ gebruikerId, naar, tweedeFactor, doel })
}

export function blankOidcCookie(omgeving: Omgeving): string {
  return formatCookie({ naam: OIDC_COOKIE, waarde: '', seconden: 0 }, omgeving)
}

const Claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  auth_time: z.number().optional(),
  acr: z.string().optional(),
  amr: z.array(z.string()).optional(),
})
type Claims = z.infer<typeof Claims>
type Antwoord = { kluis: Kluis; omgeving: Omgeving; search: string }

/** Who the provider says that this is; or the code of what is wrong, for every answer that is not the one to this question. */
async function claimsVan(
  rij: OidcRij,
  { state, nonce, verifier, opnieuwSinds }: Poging,
  { kluis, omgeving, search }: Antwoord,
): Promise<Result<Claims, string>> {
  try {
    const config = await configVan(rij, kluis, omgeving)
    const tokens = await oidc.authorizationCodeGrant(
      config,
      new URL(`${omgeving.origin}${TERUG}${search}`),
      {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      },
    )
    const claims = Claims.parse(tokens.claims())
    if (opnieuwSinds !== null && !isGevraagdSinds(claims, opnieuwSinds))
      return refuse('NIET_OPNIEUW_GEVRAAGD')
    if (claims.email !== undefined) return accept(claims)
    const info = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
    const { email, email_verified } = info
    return accept({ ...claims, email, email_verified })
  } catch (error) {
    return refuse(codeOf(error))
  }
}

/** By the clock of the provider, which is about right. */
function isGevraagdSinds({ auth_time }: Claims, sinds: number): boolean {
  return auth_time !== undefined && auth_time * 1000 > sinds - SPELING_IN_MS
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[A-Z_]{1,60}$/.test(code) ? code : 'onbekend'
}

/** By `sub` once it is bound; before that by an address that the provider verified, of a domein of this organisatie. */
async function findOfBind(sql: Sql, rij: OidcRij, { iss, sub, ...claims }: Claims) {
  const { issuer, organisatieId } = rij
  if (iss !== issuer) return null
  return sql.begin(async (sql) => {
    const bekende = await findByIdentiteit(sql, { issuer, sub })
    if (bekende) {
      const isVanHier = bekende.organisatieId === organisatieId && !bekende.uitgeschakeld
      return isVanHier ? bekende.gebruikerId : null
    }
    const email = claims.email?.trim().toLowerCase() ?? ''
    if (claims.email_verified !== true || !rij.domeinen.includes(domeinVan(email))) return null
    const gebruikerId = await bindIdentiteit(sql, { issuer, sub, email, organisatieId })
    if (gebruikerId) await recordGebonden(sql, { gebruikerId, organisatieId })
    return gebruikerId
  })
}

function recordGebonden(
  sql: Query,
  { gebruikerId, organisatieId }: { gebruikerId: string; organisatieId: string },
) {
  const details = { organisatieId }
  return recordAudit(sql, { event: 'oidc-bound', overlegId: null, gebruikerId, details })
}

function isTweedeFactor({ tweedeFactor }: OidcRij, { acr, amr = [] }: Claims): boolean {
  return tweedeFactor !== null && (acr === tweedeFactor || amr.includes(tweedeFactor))
}

async function configVan(rij: OidcRij, kluis: Kluis, { secure }: Omgeving) {
  const clientSecret = kluis.open(rij.clientSecret, secretVan(rij.organisatieId))
  if (clientSecret === null) throw new Error('Sealed with another SESSION_SECRET')
  const { issuer, clientId } = rij
  return discover({ issuer, clientId, clientSecret, opDezeMachine: !secure })
}

function parsePoging(tekst: string | null): Poging | null {
  if (!tekst) return null
  const poging = Poging.safeParse(JSON.parse(tekst))
  return poging.success && poging.data.einde > Date.now() ? poging.data : null
}

function oidcCookie(gesloten: Buffer, omgeving: Omgeving): string {
  const waarde = gesloten.toString('base64url')
  const seconden = POGING_IN_MINUTEN * 60
  return formatCookie({ naam: OIDC_COOKIE, waarde, seconden }, omgeving)
}

function domeinVan(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1)
}
