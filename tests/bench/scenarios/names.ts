export const SCENARIOS = [
  'cpu',
  'latency',
  'kill',
  'memory',
  'sync',
  'slow',
  'malformed',
  'storm',
  'rights',
] as const
export type ScenarioName = (typeof SCENARIOS)[number]
