import { matchRoutes, type RouteObject, type ServerBuild } from 'react-router'

/**
 * Whether there is an answer of ours to this method at this address.
 *
 * To the rest React Router answers in English, and with the names of our files.
 */
export function isAnswered(build: ServerBuild, method: string, path: string): boolean {
  const route = matchRoutes(treeOf(build.routes), withoutData(path))?.at(-1)?.route
  const module = route?.id === undefined ? undefined : build.routes[route.id]?.module
  if (!module) return true
  return method === 'POST'
    ? module.action !== undefined
    : module.default !== undefined || module.loader !== undefined
}

function treeOf(routes: ServerBuild['routes'], parentId?: string): RouteObject[] {
  return Object.values(routes).flatMap((route): RouteObject[] => {
    if (!route || route.parentId !== parentId) return []
    const { id, path, index } = route
    return index ? [{ id, path, index: true }] : [{ id, path, children: treeOf(routes, id) }]
  })
}

/** Pages that ask for data alone say so at the end of the address. */
function withoutData(path: string): string {
  return path.replace(/(\/_)?\.data$/, '') || '/'
}
