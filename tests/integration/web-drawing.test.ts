import { createServer } from 'node:http'
import { createElement, Suspense } from 'react'
import type { ServerBuild } from 'react-router'
import { expect, test } from 'vitest'
import { createSql } from '#db/connection.ts'
import { loadBuild } from '#server/build.ts'
import { readEnv } from '#server/env.ts'
import { createHttp } from '#server/http.ts'

const NUMMER = /\b\d{4}-\d{4}\b/g
const DEUR = 'routes/client/uitnodiging'
// Nobody asks it anything: the door of the client side has no loader.
const NERGENS = 'postgres://niemand@127.0.0.1:1/niets'

type Routes = ServerBuild['routes']
type Module = NonNullable<Routes[string]>['module']

/** The pages as they were built, with another module in the place of some; answers with what a browser gets, and the log. */
async function vraagDeur(anders: Record<string, Partial<Module>>) {
  const build = await loadBuild()
  const routes: Routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => [
      id,
      route && { ...route, module: { ...route.module, ...anders[id] } },
    ]),
  )
  await using deur = await openDeur({ ...build, routes })
  const response = await fetch(`${deur.origin}/uitnodiging/abc`)
  const tekst = await response.text()
  const nummers = tekst.match(NUMMER) ?? []
  return { status: response.status, tekst, nummers, regels: deur.regels }
}

async function openDeur(build: ServerBuild) {
  const regels: Record<string, unknown>[] = []
  const schrijf = (regel: Record<string, unknown>) => void regels.push(regel)
  const http = createServer()
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const origin = `http://127.0.0.1:${port}`
  const sql = createSql(NERGENS)
  const app = createHttp({
    env: readEnv({ FOCUSTAFEL_MODE: 'demo', PUBLIC_ORIGIN: origin, PORT: String(port) }),
    sql,
    log: { info: () => {}, warn: schrijf, error: schrijf },
    build,
    isHealthy: async () => true,
    isAway: async () => false,
  })
  http.on('request', app)
  return {
    origin,
    regels,
    async [Symbol.asyncDispose]() {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
      await sql.end()
    },
  }
}

function Kapot(): never {
  throw new Error('GEHEIM van binnen')
}

function Later() {
  return createElement(Suspense, { fallback: 'even' }, createElement(Kapot))
}

test('[check 60] what fails while a page is drawn has a number: the one on the page is the one in the log', async () => {
  const { status, tekst, nummers, regels } = await vraagDeur({ [DEUR]: { default: Kapot } })
  expect(status).toBe(500)
  expect(/<h1[^>]*>(.*?)<\/h1>/.exec(tekst)?.[1]).toBe('Er ging iets mis')
  expect(tekst.includes('GEHEIM')).toBe(false)
  expect(regels).toMatchObject([{ event: 'page-failed', fout: 'Error' }])
  expect(new Set(nummers)).toEqual(new Set([regels[0]?.nummer]))
})

test('[check 60] a page of which the excuse fails too says so in one line, with the number', async () => {
  const kapot = { default: Kapot }
  const { status, nummers, regels, tekst } = await vraagDeur({
    [DEUR]: kapot,
    'routes/client/layout': { ErrorBoundary: Kapot },
    root: { ErrorBoundary: Kapot },
  })
  expect(status).toBe(500)
  expect(tekst.slice(0, 200)).toMatch(
    /^Er ging iets mis\. Probeer het opnieuw\. Nummer van deze fout: [\d-]+\.$/,
  )
  expect(regels.map(({ nummer }) => nummer)).toContain(nummers[0])
})

test('[check 60] a part that fails when the page is on its way already carries the number of its line in the log', async () => {
  const { status, nummers, regels } = await vraagDeur({ [DEUR]: { default: Later } })
  expect(status).toBe(200)
  expect(regels).toHaveLength(1)
  expect(nummers).toEqual([regels[0]?.nummer])
})
