import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What one page of the client side may weigh, gzipped, in bytes. */
export const MAX_SCRIPT = 125_000
export const MAX_STYLE = 15_000

const SHARED = ['root', 'routes/client/layout']
const IMPORT = /(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g

type Part = { module: string; imports: string[]; css: string[] }
type Manifest = { entry: Part; routes: Record<string, Part> }
type PageSize = { page: string; script: number; style: number }

/** What a telephone loads for each page of the client side, from the files of the build. */
export function readClientSizes(assets: string): PageSize[] {
  const name = readdirSync(assets).find((file) => file.startsWith('client-manifest-')) ?? ''
  const text = readFileSync(join(assets, name), 'utf8')
  const manifest: Manifest = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  const { entry, routes } = manifest
  return Object.keys(routes)
    .filter((id) => !SHARED.includes(id))
    .map((page) => {
      const parts = [entry, ...[...SHARED, page].flatMap((id) => routes[id] ?? [])]
      const modules = parts.flatMap((part) => [part.module, ...part.imports]).map(fileOf)
      const styles = parts.flatMap(({ css }) => css.map(fileOf))
      return {
        page,
        script: sizeOf(assets, [name, ...withImports(assets, modules)]),
        style: sizeOf(assets, [...new Set(styles)]),
      }
    })
}

function withImports(assets: string, files: string[]): string[] {
  const known = new Set(files)
  for (const file of known) {
    for (const [, other] of readFileSync(join(assets, file), 'utf8').matchAll(IMPORT)) {
      if (other) known.add(other)
    }
  }
  return [...known]
}

function sizeOf(assets: string, files: string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0)
}

// A sheet that two pages share has a mark behind its name.
function fileOf(url: string): string {
  return url.replace('/assets/', '').replace(/#$/, '')
}
