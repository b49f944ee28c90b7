import type { RouterContextProvider } from 'react-router'
import { data, href, type MiddlewareFunction, redirect } from 'react-router'
import { findClientByCookie } from '#app/auth/client-side.server.ts'
import type { Clientbeeld, Planbeeld } from '#app/components/client/clientbeeld.ts'
import { clientContext, eisClient, omgevingContext, sqlContext } from '#app/context.ts'
import { recordClientPage } from '#app/verslag.server.ts'
import { readClientbeelden } from './clientbeeld.server.ts'
import { taalOf } from './taal.server.ts'

/**
 * Whose browser of the client side asks, on each of its pages.
 *
 * Nobody is refused here: what is thrown before the loaders run is shown without the words of the layout.
 */
export const setClient: MiddlewareFunction<Response> = async ({ request, context }) => {
  const cookie = request.headers.get('cookie')
  const omgeving = context.get(omgevingContext)
  context.set(clientContext, await findClientByCookie(context.get(sqlContext), cookie, omgeving))
}

type Vraag = { request: Request; context: Readonly<RouterContextProvider> }

/** What this browser gets to see now, when the record says so. S3 */
export async function readEigenBeeld({ request, context }: Vraag): Promise<Clientbeeld> {
  return readBeeld({ request, context }, ({ weergave }) => recordClientPage(context, weergave))
}

/** What belongs to Mijn plan is there for who sees that plan now; anybody else goes to what he does see. S3 */
export async function eisPlan(
  { request, context }: Vraag,
  record?: () => Promise<void>,
): Promise<Planbeeld> {
  const beeld = await readBeeld({ request, context }, async ({ weergave }) => {
    if (weergave === 'plan') await record?.()
  })
  if (beeld.weergave !== 'plan') throw redirect(href('/mijn-plan'))
  return beeld
}

async function readBeeld(
  { request, context }: Vraag,
  record: (beeld: Clientbeeld) => Promise<void>,
): Promise<Clientbeeld> {
  const client = eisClient(context)
  const { overlegId, sessieHash } = client
  // That of the words of the layout, which has it from this same client. K2
  const taal = taalOf(request, context.get(omgevingContext), client)
  const vraag = { overlegId, sessieHashes: [sessieHash], taal }
  const beelden = await readClientbeelden(context.get(sqlContext), vraag, {
    async record(beelden) {
      const beeld = beelden.get(sessieHash)
      if (beeld) await record(beeld)
    },
  })
  const beeld = beelden.get(sessieHash)
  if (!beeld) throw data(null, { status: 401 })
  return beeld
}
