import type { Config } from '@react-router/dev/config'

export default {
  ssr: true,
  appDirectory: 'app',
  // Otherwise an address tells whoever asks which pages there are; this way that is a file of the build like any other.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
