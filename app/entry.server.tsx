import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { clientManifestOf } from './client-manifest.ts'
import { nonceContext, reportErrorContext } from './context.ts'

export const streamTimeout = 5_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const nonce = context.get(nonceContext)
    let answered = false

    function answer() {
      answered = true
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
        onShellError: reject,
        // What fails before the shell is out reaches handleError by the rejection.
        onError: (error) => {
          if (answered) context.get(reportErrorContext)(error)
        },
      },
    )
    const timer = setTimeout(abort, streamTimeout + 1000)
  })
}

function forSide(entry: EntryContext): EntryContext {
  const { matches } = entry.staticHandlerContext
  const isClientSide = matches.some(({ route }) => route.id === 'routes/client/layout')
  // Vite makes no files while developing.
  if (!isClientSide || import.meta.env.DEV) return entry
  return { ...entry, manifest: clientManifestOf(entry.manifest) }
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.get(reportErrorContext)(error)
}
