import { randomInt } from 'node:crypto'
import { data, type ServerBuild } from 'react-router'
import { reportErrorContext } from '#app/context.ts'
import { type Foutbericht, foutregel } from '#app/foutnummer.ts'

type Bron = ServerBuild | (() => Promise<ServerBuild>)
type Build = ServerBuild['routes']
type Route = NonNullable<Build[string]>
type Module = Route['module']
type Args = Parameters<NonNullable<Module['loader']>>[0]

/** Digits, so that it can be read aloud in any language, and is not taken for a code of a letter. */
export function createFoutnummer(): string {
  const cijfers = String(randomInt(1e8)).padStart(8, '0')
  return `${cijfers.slice(0, 4)}-${cijfers.slice(4)}`
}

/**
 * Every loader, action and middleware: a mistake of ours goes in the log with a number, and the page gets that number.
 *
 * React Router hides a mistake from the page altogether, and then nobody can say which it was.
 */
export function withFoutnummers(build: Bron): Bron {
  return typeof build === 'function' ? async () => withNummers(await build()) : withNummers(build)
}

function withNummers(build: ServerBuild): ServerBuild {
  const routes: Build = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => [id, route && withNummer(route)]),
  )
  return { ...build, routes }
}

function withNummer(route: Route): Route {
  const { loader, action, middleware } = route.module
  const isPagina = route.module.default !== undefined
  const module: Module = {
    ...route.module,
    ...(loader && { loader: (args: Args) => meld(args, isPagina, () => loader(args)) }),
    ...(action && { action: (args: Args) => meld(args, isPagina, () => action(args)) }),
    ...(middleware && {
      middleware: middleware.map(
        (stap): typeof stap =>
          (args, next) =>
            meld(args, isPagina, () => stap(args, next)),
      ),
    }),
  }
  return { ...route, module }
}

type Melding = Pick<Args, 'request' | 'context'>

async function meld<Value>(
  { request, context }: Melding,
  isPagina: boolean,
  werk: () => Value,
): Promise<Awaited<Value>> {
  try {
    return await werk()
  } catch (error) {
    // Redirects and refusals are thrown too, and are no mistakes.
    if (!(error instanceof Error) || request.signal.aborted) throw error
    const foutnummer = context.get(reportErrorContext)(error)
    if (isPagina) throw data({ foutnummer } satisfies Foutbericht, { status: 500 })
    const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
    throw new Response(foutregel(foutnummer), { status: 500, headers })
  }
}
