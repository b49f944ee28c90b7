import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '@react-router/dev/config'
import { clientManifestScript } from './app/client-manifest.ts'
import { MAX_SCRIPT, MAX_STYLE, readClientSizes } from './server/client-size.ts'
import { packAssets } from './server/packed.ts'

export default {
  ssr: true,
  appDirectory: 'app',
  // Otherwise an address tells whoever asks which pages there are; this way that is a file of the build like any other.
  routeDiscovery: { mode: 'initial' },
  // The client side loads a list of its own pages alone: it has a limit, and no use for the rest.
  async buildEnd({ reactRouterConfig }) {
    const folder = join(reactRouterConfig.buildDirectory, 'client', 'assets')
    for (const name of await readdir(folder)) {
      if (!/^manifest-\w+\.js$/.test(name)) continue
      const script = clientManifestScript(await readFile(join(folder, name), 'utf8'))
      await writeFile(join(folder, `client-${name}`), script)
    }
    await packAssets(folder)
    for (const { page, script, style } of readClientSizes(folder)) {
      const sizes = `${script} of ${MAX_SCRIPT} bytes of JavaScript, ${style} of ${MAX_STYLE} of CSS`
      process.stdout.write(`${page}: ${sizes}, gzipped\n`)
    }
  },
} satisfies Config
