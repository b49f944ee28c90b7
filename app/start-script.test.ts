import { afterEach, expect, test, vi } from 'vitest'
import { startScript } from './start-script.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const file = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`

test('a page that starts has all pieces of its routes, and what it does in the browser too', async () => {
  const pagina = {
    module: file('export default "pagina"'),
    imports: [file('export const kern = 1')],
    clientActionModule: file('export const clientAction = "vangt wat niet verstuurd is"'),
  }
  const root = { module: file('export default "root"') }
  const entry = { module: file('window.begonnen()'), imports: [] }
  const manifest = { url: file(''), entry, routes: { root, pagina } }

  const begonnen = Promise.withResolvers<void>()
  const window = { begonnen: begonnen.resolve, __reactRouterRouteModules: {} }
  const gevraagd: string[] = []
  vi.stubGlobal('window', window)
  vi.stubGlobal('requestAnimationFrame', (drawn: () => void) => drawn())
  vi.stubGlobal('document', {
    createElement: () => ({}),
    head: { append: ({ href }: { href: string }) => gevraagd.push(href) },
  })
  await import(/* @vite-ignore */ file(startScript(manifest, ['root', 'pagina'])))
  await begonnen.promise

  expect(window.__reactRouterRouteModules).toEqual({
    root: { default: 'root' },
    pagina: { default: 'pagina', clientAction: 'vangt wat niet verstuurd is' },
  })
  expect(gevraagd).toEqual(
    expect.arrayContaining([pagina.clientActionModule, ...pagina.imports, pagina.module]),
  )
})
