import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin } from 'vite'

/**
 * Parts of React Router that are never reached here, as nothing: measuring hooks that nobody passes, and looking up
 * routes by address, which `routeDiscovery: initial` turns off. Together 3 kB on every telephone.
 */
const UNREACHED = new Map([
  [
    /react-router\/dist\/\w+\/lib\/router\/instrumentation\.js$/,
    `export const consumeInstrumentationClientResultMetaReceiver = () => undefined
    export const getRouteInstrumentationUpdates = () => ({})
    export const instrumentClientSideRouter = (router) => router
    export const instrumentHandler = (handler) => handler
    export const instrumentationResultMetaContext = undefined`,
  ],
  [
    /react-router\/dist\/\w+\/lib\/dom\/ssr\/fog-of-war\.js$/,
    `export const isFogOfWarEnabled = () => false
    export const getPatchRoutesOnNavigationFunction = () => undefined
    export const useFogOFWarDiscovery = () => undefined
    export const getPartialManifest = () => undefined
    export const getPathsWithAncestors = () => []
    export const handleClientVersionMismatch = () => undefined
    export const getManifestPath = () => undefined
    export const URL_LIMIT = 0`,
  ],
])

function withoutUnreached(): Plugin {
  return {
    name: 'without-unreached',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    load(id) {
      for (const [pattern, code] of UNREACHED) if (pattern.test(id)) return code
      return null
    },
  }
}

export default defineConfig({
  plugins: [reactRouter(), withoutUnreached()],
  // Otherwise the first visit in development gets 504 and a dead page.
  optimizeDeps: { entries: ['app/**/*.{ts,tsx}'] },
  build: { sourcemap: false, target: 'es2022', assetsInlineLimit: 0 },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // One file packs smaller than ten, and what the client side loads has a limit.
            codeSplitting: {
              groups: [
                {
                  name: 'kern',
                  test: /node_modules\/(react|react-dom|react-router|scheduler)\//,
                },
                { name: 'client', test: /app\/components\/client\/(?!herlaad)/ },
              ],
            },
          },
        },
      },
    },
  },
})
