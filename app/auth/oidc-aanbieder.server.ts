import * as oidc from 'openid-client'

const GEDULD_IN_SECONDEN = 5
const MAX_ANTWOORD_IN_BYTES = 256 * 1024

type Aanbieder = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Only a house that is itself at home on this machine alone may have a provider there, without https. */
  opDezeMachine: boolean
}

/** What the secret of an organisatie at its provider is kept as. */
export function secretVan(organisatieId: string): string {
  return `oidc-secret van ${organisatieId}`
}

/** The provider's own words about itself, asked anew: they are believed only when they name this issuer, letter by letter. */
export async function discover(aanbieder: Aanbieder): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret, opDezeMachine } = aanbieder
  const config = await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: GEDULD_IN_SECONDEN,
    execute: [
      oidc.enableNonRepudiationChecks,
      ...(opDezeMachine ? [oidc.allowInsecureRequests] : []),
    ],
    [oidc.customFetch]: (url, options) => fetchKort(url, options, opDezeMachine),
  })
  if (config.serverMetadata().issuer !== issuer) throw new Error('Another issuer answers')
  return config
}

/** Over https alone, no redirects, and no more than such an answer needs. */
async function fetchKort(
  url: string,
  options: oidc.CustomFetchOptions,
  opDezeMachine: boolean,
): Promise<Response> {
  if (!isVeilig(new URL(url), opDezeMachine)) throw new Error('A provider is asked over https')
  const { method, headers, signal } = options
  const body = options.body instanceof Uint8Array ? Buffer.from(options.body) : options.body
  const response = await fetch(url, { method, headers, signal, body, redirect: 'manual' })
  const tekst = await readKort(response)
  return new Response(tekst, { status: response.status, headers: response.headers })
}

export function isVeilig({ protocol, hostname }: URL, opDezeMachine: boolean): boolean {
  if (protocol === 'https:') return true
  return (
    opDezeMachine && protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
  )
}

async function readKort(response: Response): Promise<string | null> {
  if (!response.body) return null
  const delen: Uint8Array[] = []
  let lengte = 0
  for await (const deel of response.body) {
    lengte += deel.length
    if (lengte > MAX_ANTWOORD_IN_BYTES) throw new Error('A provider answers with too much')
    delen.push(deel)
  }
  return Buffer.concat(delen).toString('utf8')
}
