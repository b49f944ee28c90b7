import routes from '#app/routes.ts'

type Routes = readonly { path?: string; index?: boolean; children?: Routes }[]

function pathsOf(routes: Routes, above = ''): string[] {
  return routes.flatMap(({ path, children }) => {
    const here = path ? `${above}/${path}` : above
    return children ? pathsOf(children, here) : [here || '/']
  })
}

/** The address of every route that there is, with its parameters as they stand in app/routes.ts. */
export const ROUTES: readonly string[] = pathsOf(routes)

export function adresOf(adres: string, overlegId: string): string {
  return adres
    .replace(':overlegId', overlegId)
    .replace(':briefId', overlegId)
    .replace(':token', 'zomaar')
    .replace(':gebruikerId', '00000000-0000-4000-8000-000000000000')
    .replace('*', 'dit/is-er-niet')
}
