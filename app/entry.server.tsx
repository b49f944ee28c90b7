import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import {
  createContext,
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { clientManifestOf } from './client-manifest.ts'
import { nonceContext, reportErrorContext } from './context.ts'
import { type Foutbericht, foutnummerOf, foutregel } from './foutnummer.ts'

export const streamTimeout = 5_000

const isExcuusContext = createContext(false)

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const nonce = context.get(nonceContext)
    const vangnet = createVangnet(context)

    function answer() {
      const body = new PassThrough()
      body.on('close', () => clearTimeout(timer))
      headers.set('Content-Type', 'text/html; charset=utf-8')
      pipe(body)
      resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
    }

    const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady'
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={forSide(entry)} url={request.url} nonce={nonce} />,
      {
        nonce,
        [ready]: answer,
        onError: vangnet.onError,
        onShellError: (error) => vangnet.vang(error, { resolve, reject }),
      },
    )
    const timer = setTimeout(abort, streamTimeout + 1000)
  })
}

type Belofte = { resolve: (antwoord: Response) => void; reject: (reden: unknown) => void }

/** For what fails while a page is drawn: the log has it with a number, and so has what the browser gets. */
function createVangnet(context: RouterContextProvider) {
  const report = context.get(reportErrorContext)
  let nummer = ''
  return {
    /** What fails after the shell is out carries its number as React's digest. */
    onError(error: unknown): string {
      // An excuse that leaves it to the one around it throws what it was given, which has a number when it needs one.
      nummer = isRouteErrorResponse(error) ? (foutnummerOf(error) ?? '') : report(error)
      return nummer
    },
    /** React Router draws a page that is rejected once more, as an excuse. What fails then has one line to say. */
    vang(error: unknown, { resolve, reject }: Belofte) {
      if (context.get(isExcuusContext)) return resolve(foutantwoord(nummer || report(error)))
      context.set(isExcuusContext, true)
      if (isRouteErrorResponse(error)) return reject(error)
      reject(Response.json({ foutnummer: nummer } satisfies Foutbericht, { status: 500 }))
    },
  }
}

function foutantwoord(nummer: string): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response(foutregel(nummer), { status: 500, headers })
}

function forSide(entry: EntryContext): EntryContext {
  const { matches } = entry.staticHandlerContext
  const isClientSide = matches.some(({ route }) => route.id === 'routes/client/layout')
  // Vite makes no files while developing.
  if (!isClientSide || import.meta.env.DEV) return entry
  return { ...entry, manifest: clientManifestOf(entry.manifest) }
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error) || error instanceof Response) return
  context.get(reportErrorContext)(error)
}
