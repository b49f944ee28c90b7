import { CLIENT_NAMESPACE } from '#app/realtime/protocol.ts'
import type { Clientbeeld } from './clientbeeld.ts'

/** What the server says over the socket, as far as the client side has to know. */
type Bericht =
  | { soort: 'begroeting'; stilteInMs: number }
  | { soort: 'ping' }
  | { soort: 'verbonden' }
  | { soort: 'weergave'; beeld: Clientbeeld }
  | { soort: 'einde' }

/** Protocol of engine.io 4 and socket.io 5, the part that is spoken here: text frames, one namespace. */
export const PONG = '3'

/** What is said over it is then in the language of the page, whatever was chosen elsewhere meanwhile. K2 */
export function openNamespace(taal: string): string {
  return `40${CLIENT_NAMESPACE},${JSON.stringify({ taal })}`
}

export function parseBericht(frame: unknown): Bericht | null {
  if (typeof frame !== 'string') return null
  if (frame === '2') return { soort: 'ping' }
  if (frame.startsWith('0')) return begroetingOf(parseJson(frame.slice(1)))
  if (frame === '1') return { soort: 'einde' }

  const [, type, inhoud = ''] = /^4(\d)(?:\/client,)(.*)$/s.exec(frame) ?? []
  if (type === '0') return { soort: 'verbonden' }
  if (type === '1' || type === '4') return { soort: 'einde' }
  return type === '2' ? weergaveOf(parseJson(inhoud)) : null
}

function begroetingOf(value: unknown): Bericht | null {
  if (typeof value !== 'object' || value === null) return null
  const fields = new Map(Object.entries(value))
  const stilteInMs = Number(fields.get('pingInterval')) + Number(fields.get('pingTimeout'))
  return Number.isFinite(stilteInMs) ? { soort: 'begroeting', stilteInMs } : null
}

function weergaveOf(value: unknown): Bericht | null {
  if (!Array.isArray(value)) return null
  const [naam, beeld]: unknown[] = value
  return naam === 'weergave' && isBeeld(beeld) ? { soort: 'weergave', beeld } : null
}

// From our own server, of our own version or a newer one: a page that is older reloads at the next navigation.
function isBeeld(value: unknown): value is Clientbeeld {
  return typeof value === 'object' && value !== null && 'weergave' in value && 'contact' in value
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
