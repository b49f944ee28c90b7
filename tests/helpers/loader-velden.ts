import { UNSAFE_decodeViaTurboStream as decode } from 'react-router'

type Boom = Map<string, Boom>

/** Per route of a page, the names of all fields in its data: `kaart{veld lijst[]{veld}}`. What they hold is not in it. */
export async function veldenOfData(response: Response): Promise<[route: string, velden: string][]> {
  if (!response.body) return []
  const { value } = await decode(response.body, Object(globalThis))
  const boom: Boom = new Map()
  collect(value, boom)
  return [...boom].map(([route, tak]) => [
    route.replace('routes/', ''),
    schrijf(tak.get('data') ?? new Map()),
  ])
}

// The same for everybody, whatever they say.
const VASTE_WOORDEN = 'woorden'

function collect(value: unknown, boom: Boom) {
  if (typeof value !== 'object' || value === null || value instanceof Date) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === VASTE_WOORDEN) {
      boom.set(key, new Map())
      continue
    }
    const naam = Array.isArray(value) ? '[]' : key
    const tak = boom.get(naam) ?? new Map()
    boom.set(naam, tak)
    collect(inner, tak)
  }
}

function schrijf(boom: Boom): string {
  const delen = [...boom].map(([naam, tak]) => {
    const lijst = tak.get('[]')
    if (lijst) return `${naam}[]${lijst.size > 0 ? `{${schrijf(lijst)}}` : ''}`
    return tak.size > 0 ? `${naam}{${schrijf(tak)}}` : naam
  })
  return delen.sort().join(' ')
}
