import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  // Otherwise the first visit in development gets 504 and a dead page.
  optimizeDeps: { entries: ['app/**/*.{ts,tsx}'] },
  build: { sourcemap: false, target: 'es2022', assetsInlineLimit: 0 },
})
