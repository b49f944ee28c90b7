import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
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
