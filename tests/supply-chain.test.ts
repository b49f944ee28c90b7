import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readText } from './helpers/imports.ts'

const Names = z.record(z.string(), z.string())
const Manifest = z.object({
  allowScripts: z.record(z.string(), z.boolean()),
  dependencies: Names,
  devDependencies: Names,
  optionalDependencies: Names,
  scripts: Names,
})
const Locked = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
  link: z.boolean().optional(),
  inBundle: z.boolean().optional(),
})
const Lock = z.object({ lockfileVersion: z.number(), packages: z.record(z.string(), Locked) })
type Manifest = z.infer<typeof Manifest>
type Lock = z.infer<typeof Lock>

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/
const manifest = Manifest.parse(JSON.parse(readText('package.json')))
const lock = Lock.parse(JSON.parse(readText('package-lock.json')))

/** What would bring in something that nobody looked at. */
function faultsOf(manifest: Manifest, { packages }: Lock): string[] {
  const { dependencies, devDependencies, optionalDependencies, allowScripts } = manifest
  const wanted = { ...dependencies, ...devDependencies, ...optionalDependencies }
  const ranges = Object.entries(wanted)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name}: ${version} is no exact version`)
  const locked = Object.entries(packages).flatMap(([path, item]) => {
    if (path === '') return []
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return [
      item.hasInstallScript && !allowScripts[name] ? `${path} has an install script` : '',
      item.resolved ? `${path} comes from ${item.resolved}` : '',
      item.link ? `${path} is a link` : '',
      item.integrity?.startsWith('sha512-') ? '' : `${path} has no sha512`,
      EXACT.test(item.version ?? '') ? '' : `${path} has version ${item.version}`,
    ].filter(Boolean)
  })
  return [...ranges, ...locked]
}

test('[check 105] every package is one exact version with its hash, from the registry, without a script that was not allowed', () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(300)
  expect(faultsOf(manifest, lock)).toEqual([])
})

test.each([
  ['a range', { dependencies: { lodash: '^4.0.0' } }, {}, 'no exact version'],
  ['a git dependency', { dependencies: { lodash: 'github:lodash/lodash' } }, {}, 'no exact'],
  ['a new script', {}, { hasInstallScript: true }, 'has an install script'],
  ['another place', {}, { resolved: 'https://elders.nl/x.tgz' }, 'comes from'],
  ['a git place', {}, { resolved: 'git+ssh://git@github.com/x/x.git#1' }, 'comes from'],
  ['no hash', {}, { integrity: undefined }, 'has no sha512'],
  ['a weak hash', {}, { integrity: 'sha1-AAAA' }, 'has no sha512'],
])('[check 105] %s is found', (_, changes, entry, fault) => {
  const nieuw = { version: '1.0.0', integrity: 'sha512-AAAA', ...entry }
  const packages = { ...lock.packages, 'node_modules/a/node_modules/nieuw': nieuw }
  const faults = faultsOf({ ...manifest, ...changes }, { ...lock, packages })
  expect(faults).toEqual([expect.stringContaining(fault)])
})

test('[check 105] installing runs no script of a package that was not allowed, not even with an npm that knows no list', () => {
  expect(readText('server/run/steps.mjs')).toContain("'ci', '--ignore-scripts'")
  expect(readText('.npmrc')).toContain('strict-allow-scripts=true')
})

test('[check 105] there is a bill of materials, with every package in it', () => {
  const text = execFileSync('npm', ['run', '--silent', 'sbom', '--', '--package-lock-only'], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const Sbom = z.object({ bomFormat: z.literal('CycloneDX'), components: z.array(z.unknown()) })
  expect(Sbom.parse(JSON.parse(text)).components.length).toBeGreaterThan(300)
})
