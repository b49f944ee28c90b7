import { createContext, data, type RouterContext, type RouterContextProvider } from 'react-router'
import type { TweedeFactor } from '#app/auth/inloggen.server.ts'
import type { Kluis } from '#app/auth/kluis.server.ts'
import type { Ingelogde } from '#db/aanmeldingen.ts'
import type { ClientSessieRij } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import type { Deelnemerschap } from '#db/overleggen.ts'
import type { Bewaartermijnen } from '#domain/bewaren.ts'

/** A signed-in professional. `sessieHash` is how the database knows his session. */
export type Gebruiker = Ingelogde

/** A signed-in browser of the client side: for one overleg alone. */
export type ClientBrowser = Omit<ClientSessieRij, 'heeftPin' | 'signaal'>

/** `origin` comes from the configuration, never from a header. */
export type Omgeving = {
  origin: string
  secure: boolean
  demo: boolean
  /** Whether every professional has a second step, or who wants to. */
  tweedeFactor: TweedeFactor
  bewaartermijnen: Bewaartermijnen
}

/** Who waits for something that few can have at once; `wie` is his id. */
export type Vrager = { kant: 'client' | 'professional'; wie: string }

/**
 * Makes a PDF/UA from a template of server/pdf. What is in `data` is text and never markup; a string keeps its line breaks.
 *
 * Throws when it cannot be made soon: see app/pdf.server.ts.
 */
export type MakePdf = (opdracht: {
  template: 'brief' | 'plan'
  vrager: Vrager
  data: Readonly<Record<string, unknown>>
}) => Promise<Uint8Array>

type Contexts = {
  sql: RouterContext<Sql>
  omgeving: RouterContext<Omgeving>
  nonce: RouterContext<string>
  kluis: RouterContext<Kluis>
  pdf: RouterContext<MakePdf>
  /** Counts one try at the number of a letter; false when the address of this request has to wait. S5 */
  brieftempo: RouterContext<() => boolean>
  /** Logs a mistake of ours, without names and contents, and answers with the number by which it is found there. */
  reportError: RouterContext<(error: unknown) => string>
  gebruiker: RouterContext<Gebruiker>
  deelname: RouterContext<Deelnemerschap>
  /** Null: no session, or none any more. */
  client: RouterContext<ClientBrowser | null>
}

// React Router compares contexts by identity, and this module is loaded twice: in the bundle, and by Node in server/.
const KEY = Symbol.for('focustafel.contexts')
const shared: typeof globalThis & { [KEY]?: Contexts } = globalThis
shared[KEY] ??= {
  sql: createContext(),
  omgeving: createContext(),
  nonce: createContext(),
  kluis: createContext(),
  pdf: createContext(),
  brieftempo: createContext(),
  reportError: createContext(),
  gebruiker: createContext(),
  deelname: createContext(),
  client: createContext<ClientBrowser | null>(null),
}

export const {
  sql: sqlContext,
  omgeving: omgevingContext,
  nonce: nonceContext,
  kluis: kluisContext,
  pdf: pdfContext,
  brieftempo: brieftempoContext,
  reportError: reportErrorContext,
  gebruiker: gebruikerContext,
  deelname: deelnameContext,
  client: clientContext,
} = shared[KEY]

/** The browser of the client side that asks; without one the page says that nobody is signed in. */
export function eisClient(context: Readonly<RouterContextProvider>): ClientBrowser {
  const client = context.get(clientContext)
  if (!client) throw data(null, { status: 401 })
  return client
}
