const START = 'window.__reactRouterManifest='
const CLIENT_ROUTE = /^(root$|routes\/client\/)/

type Manifest = { url: string; routes: Record<string, unknown> }

/** What a page of the client side has to know of the build: its own routes, and none of the professionals'. */
export function clientManifestOf<M extends Manifest>(manifest: M): M {
  const eigen = Object.entries(manifest.routes).filter(([id]) => CLIENT_ROUTE.test(id))
  return {
    ...manifest,
    url: manifest.url.replace('/manifest-', '/client-manifest-'),
    routes: Object.fromEntries(eigen),
  }
}

/** The same as the file that a browser loads. */
export function clientManifestScript(script: string): string {
  const manifest: unknown = JSON.parse(script.replace(START, '').replace(/;\s*$/, ''))
  if (!isManifest(manifest)) throw new Error('React Router writes its manifest in another way now')
  return `${START}${JSON.stringify(clientManifestOf(manifest))};`
}

function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'url' in value &&
    typeof value.url === 'string' &&
    'routes' in value &&
    typeof value.routes === 'object' &&
    value.routes !== null
  )
}
