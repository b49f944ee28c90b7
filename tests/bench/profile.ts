import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { House } from './scenarios/scenario.ts'

const SHOWN = 30

const Profile = z.looseObject({
  nodes: z.array(
    z.looseObject({
      id: z.number(),
      callFrame: z.looseObject({
        functionName: z.string(),
        url: z.string(),
        lineNumber: z.number(),
      }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

/** Keeps the profile for Chrome's devtools, and says where the time goes. */
export function saveProfile({ results, say }: House, name: string, answer: unknown) {
  const profile = Profile.parse(answer)
  const path = join(results, `ours-${name}-${Date.now()}.cpuprofile`)
  writeFileSync(path, JSON.stringify(answer))
  const lines = topSelfTime(profile).map(
    ({ share, place }) => `  ${(share * 100).toFixed(1).padStart(5)} %  ${place}`,
  )
  say(`${path}\n${lines.join('\n')}`)
}

/** Of the time in which it did something. */
function topSelfTime({ nodes, samples, timeDeltas }: z.infer<typeof Profile>) {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]))
  const times = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    const place = places.get(id) ?? 'unknown'
    times.set(place, (times.get(place) ?? 0) + (timeDeltas[index] ?? 0))
  }
  // The start of the profiler itself is long.
  for (const place of times.keys()) {
    if (place === '(idle)' || place.includes('node:inspector')) times.delete(place)
  }
  const total = [...times.values()].reduce((sum, time) => sum + time, 0)
  return [...times]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([place, time]) => ({ place, share: time / total }))
}

type CallFrame = { functionName: string; url: string; lineNumber: number }

function placeOf({ functionName, url, lineNumber }: CallFrame): string {
  const file = url.split('/').slice(-3).join('/')
  return file ? `${functionName || '(anonymous)'}  ${file}:${lineNumber + 1}` : functionName
}
