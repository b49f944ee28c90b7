import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Query } from '#db/connection.ts'
import { findPasskey, listPasskeys, type Passkey, takeTeller } from '#db/passkeys.ts'
import { insertUitdaging, takeUitdaging, type Uitdaging } from '#db/uitdagingen.ts'
import { hashOf } from './sessie-id.ts'

/** Who asks, and for what; `houder` is the hash of his session, half session or cookie. */
type Vraag = Pick<Uitdaging, 'soort' | 'houder'>
type Plaats = { origin: string }

const Id = z.string().min(1).max(2000)
const Data = z.string().min(1).max(20_000)
const Aanmelding = z.object({
  id: Id,
  rawId: Id,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Data,
    authenticatorData: Data,
    signature: Data,
    userHandle: Id.optional(),
  }),
  clientExtensionResults: z.object({}),
})
const Registratie = z.object({
  id: Id,
  rawId: Id,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: Data, attestationObject: Data }),
  clientExtensionResults: z.object({}),
})

/** What a browser has to sign; with `sleutelIds` by one of these, and otherwise by any passkey that it has of this site. */
export async function askAanmelding(
  sql: Query,
  { origin, sleutelIds = [], ...vraag }: Vraag & Plaats & { sleutelIds?: readonly string[] },
) {
  const opties = await generateAuthenticationOptions({
    rpID: rpOf(origin),
    userVerification: 'required',
    allowCredentials: sleutelIds.map((id) => ({ id })),
  })
  await insertUitdaging(sql, { ...vraag, challengeHash: hashOf(opties.challenge) })
  return opties
}

type Eigenaar = { id: string; naam: string; email: string }

export async function askRegistratie(
  sql: Query,
  { origin, eigenaar, ...vraag }: Vraag & Plaats & { eigenaar: Eigenaar },
) {
  const bekende = await listPasskeys(sql, eigenaar.id)
  const opties = await generateRegistrationOptions({
    rpName: 'Focustafel',
    rpID: rpOf(origin),
    userName: eigenaar.email,
    userDisplayName: eigenaar.naam,
    userID: Uint8Array.from(Buffer.from(eigenaar.id)),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: bekende.map(({ sleutelId }) => ({ id: sleutelId })),
  })
  await insertUitdaging(sql, { ...vraag, challengeHash: hashOf(opties.challenge) })
  return opties
}

type Antwoord = Vraag & Plaats & { antwoord: string }

/** Whose passkey signed what we asked, just now, in this browser, on this site; null for anything else. */
export async function takeAanmelding(
  sql: Query,
  { antwoord, ...vraag }: Antwoord,
): Promise<Passkey | null> {
  const response: AuthenticationResponseJSON | null = parseJson(antwoord, Aanmelding)
  const challenge = response && (await takeChallenge(sql, response, vraag))
  const passkey = challenge ? await findPasskey(sql, response.id) : null
  if (!challenge || !passkey) return null

  const { sleutelId, publiekeSleutel, teller } = passkey
  // It throws at whatever is not as it should be, a counter that did not rise among it.
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: vraag.origin,
    expectedRPID: rpOf(vraag.origin),
    credential: { id: sleutelId, publicKey: Uint8Array.from(publiekeSleutel), counter: teller },
    requireUserVerification: true,
  }).catch(() => null)
  if (!result?.verified) return null
  const nieuweTeller = result.authenticationInfo.newCounter
  return (await takeTeller(sql, { id: passkey.id, teller: nieuweTeller })) ? passkey : null
}

export type NieuwePasskey = Omit<Passkey, 'id' | 'gebruikerId'>

export async function takeRegistratie(
  sql: Query,
  { antwoord, ...vraag }: Antwoord,
): Promise<NieuwePasskey | null> {
  const response: RegistrationResponseJSON | null = parseJson(antwoord, Registratie)
  const challenge = response && (await takeChallenge(sql, response, vraag))
  if (!challenge) return null

  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: vraag.origin,
    expectedRPID: rpOf(vraag.origin),
    requireUserVerification: true,
  }).catch(() => null)
  if (!result?.verified) return null
  const { id, publicKey, counter } = result.registrationInfo.credential
  return { sleutelId: id, publiekeSleutel: publicKey, teller: counter }
}

type Ondertekend = { response: { clientDataJSON: string } }

/** The challenge that was signed, when it was ours; used up by asking. */
async function takeChallenge(
  sql: Query,
  { response }: Ondertekend,
  { soort, houder }: Vraag,
): Promise<string | null> {
  const tekst = Buffer.from(response.clientDataJSON, 'base64url').toString()
  const challenge = parseJson(tekst, z.object({ challenge: Id }))?.challenge
  if (!challenge) return null
  const bekend = await takeUitdaging(sql, { soort, houder, challengeHash: hashOf(challenge) })
  return bekend ? challenge : null
}

function parseJson<Schema extends z.ZodType>(tekst: string, schema: Schema) {
  const result = z
    .string()
    .max(100_000)
    .transform((tekst, context) => {
      try {
        return JSON.parse(tekst)
      } catch {
        context.addIssue('No JSON')
        return z.NEVER
      }
    })
    .pipe(schema)
    .safeParse(tekst)
  return result.success ? result.data : null
}

/** From the configuration, never from a header: a passkey of another site is none of ours. */
function rpOf(origin: string): string {
  return new URL(origin).hostname
}
