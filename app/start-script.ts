type Route = {
  module: string
  imports?: string[] | undefined
  clientActionModule?: string | undefined
  clientLoaderModule?: string | undefined
  clientMiddlewareModule?: string | undefined
  hydrateFallbackModule?: string | undefined
}
type Manifest = {
  url: string
  entry: { module: string; imports: string[] }
  routes: Readonly<Record<string, Route | undefined>>
}

/**
 * What starts a page in the browser, once it has been drawn.
 *
 * Of addresses and ids of the build alone: nothing that somebody wrote. A page in a tab that nobody looks at is never
 * drawn: it starts after a second.
 */
export function startScript({ url, entry, routes }: Manifest, ids: readonly string[]): string {
  const own = ids.map((id) => filesOf(routes[id]))
  const needed = ids.flatMap((id) => routes[id]?.imports ?? [])
  const files = new Set([url, entry.module, ...entry.imports, ...own.flat(), ...needed])
  return `await Promise.race([
  new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))),
  new Promise((hidden) => setTimeout(hidden, 1000)),
]);
for (const href of ${JSON.stringify([...files])})
  document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
const load = (files) => Promise.all(files.map((file) => import(file)));
const [, ...modules] = await Promise.all(${JSON.stringify([[url], ...own])}.map(load));
const ids = ${JSON.stringify(ids)};
window.__reactRouterRouteModules = Object.fromEntries(
  ids.map((id, at) => [id, Object.assign({}, ...modules[at])]));
import(${JSON.stringify(entry.module)});`
}

/** A route is cut in pieces: what it does in the browser is a file of its own. */
function filesOf(route: Route | undefined): string[] {
  if (!route) return []
  const { clientActionModule, clientLoaderModule, clientMiddlewareModule } = route
  return [
    clientActionModule,
    clientLoaderModule,
    clientMiddlewareModule,
    route.hydrateFallbackModule,
    route.module,
  ].filter((file) => file !== undefined)
}
