import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

export type Import = { file: string; target: string; kind: 'value' | 'type' }

const STATEMENT =
  /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm

export function listFiles(...patterns: string[]): string[] {
  return patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort()
}

export function readText(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

/** What a file imports: a path inside the project, or the name of a package. */
export function importsOf(file: string): Import[] {
  return [...readText(file).matchAll(STATEMENT)].map(([, type, fixed, dynamic]) => ({
    file,
    target: resolveImport(file, fixed ?? dynamic ?? ''),
    kind: type ? 'type' : 'value',
  }))
}

function resolveImport(file: string, name: string): string {
  if (name.startsWith('.')) return normalize(join(dirname(file), name))
  if (name.startsWith('#domain/')) return name.replace('#domain/', 'app/domain/')
  return name.replace(/^#/, '')
}

/** Everything that ends up in a bundle with these files, with the way by which it got there. */
export function reachedFrom(files: string[], isFollowed: (file: string) => boolean) {
  const ways = new Map(files.map((file) => [file, file]))
  const queue = [...files]
  for (const file of queue) {
    for (const { target, kind } of importsOf(file)) {
      if (kind === 'type' || ways.has(target)) continue
      ways.set(target, `${ways.get(file)} > ${target}`)
      if (/\.tsx?$/.test(target) && isFollowed(target)) queue.push(target)
    }
  }
  return ways
}
