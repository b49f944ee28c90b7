import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { Provider } from 'oidc-provider'

export const CLIENT_ID = 'focustafel'
export const CLIENT_SECRET = 'geheim-van-de-aanbieder-1234567890'

/** What the provider says of somebody; `sub` is what he types to sign in there. */
export type Mens = { email?: string; email_verified?: boolean; amr?: string[]; acr?: string }

/** A real OpenID provider for one house. Its people change with what the test changes. */
export async function openAanbieder(origin: string, mensen: Map<string, Mens>) {
  const http = createServer()
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const provider = createProvider({ issuer, origin, mensen })
  const answer = provider.callback()
  http.on('request', (request, response) => {
    const path = request.url ?? ''
    if (!path.startsWith('/wie/')) return answer(request, response)
    void askWie({ provider, request, response, mensen })
  })

  return {
    issuer,
    async [Symbol.asyncDispose]() {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

type Parts = { issuer: string; origin: string; mensen: Map<string, Mens> }

function createProvider({ issuer, origin, mensen }: Parts): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return new Provider(issuer, {
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'een', use: 'sig' }] },
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${origin}/inloggen/oidc/terug`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    // It says on the console what it would use without these.
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['een-sleutel-voor-deze-test'] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    acrValues: ['hoog', 'laag'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/wie/${uid}` },
    findAccount: (_ctx, sub) => {
      const { email, email_verified } = mensen.get(sub) ?? {}
      return { accountId: sub, claims: () => ({ sub, email, email_verified }) }
    },
    // Nobody is asked whether this may: it is his own organisation that wants it.
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc
      const grant = new ctx.oidc.provider.Grant({
        clientId: client?.clientId,
        accountId: session?.accountId,
      })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
}

type Vraag = {
  provider: Provider
  request: IncomingMessage
  response: ServerResponse
  mensen: Map<string, Mens>
}

/** A page with one field; whoever posts it is that person. */
async function askWie({ provider, request, response, mensen }: Vraag) {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="nl"><title>Aanbieder</title>
      <form method="post"><label>Wie <input name="sub"></label><button>Ik ben het</button></form>`)
    return
  }
  const accountId = new URLSearchParams(await text(request)).get('sub') ?? ''
  const { acr, amr } = mensen.get(accountId) ?? {}
  await provider.interactionFinished(request, response, {
    login: { accountId, remember: false, ...(acr && { acr }), ...(amr && { amr }) },
  })
}
