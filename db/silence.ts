import type { Socket } from 'node:net'

type Ear = { asked: () => void; heard: () => void }
export type SilenceWatch = (socket: Socket) => Ear
/** When it was first asked what it has not answered; when it was heard last. */
type Link = { askedAt: number | null; heardAt: number }

const LOOK_IN_MS = 1000

/**
 * Leaves connections that do not answer: a network that stops without a word says so to nobody.
 *
 * One that owes an answer for `ms` is left, and with it all that were silent as long: what failed the one failed them,
 * and a question that is asked again would wait as long in each. Over TLS nothing is seen here; there the keepalive of the
 * system has to find it.
 */
export function createSilenceWatch(ms: number): SilenceWatch {
  const links = new Map<Socket, Link>()
  let timer: NodeJS.Timeout | undefined

  function look() {
    for (const socket of links.keys()) if (socket.destroyed) links.delete(socket)
    if (links.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
    const now = performance.now()
    const silent = [...links.values()].flatMap(({ askedAt }) =>
      askedAt !== null && now - askedAt > ms ? [askedAt] : [],
    )
    if (silent.length === 0) return
    const since = Math.min(...silent)
    for (const [socket, { heardAt }] of links) if (heardAt <= since) socket.destroy()
  }

  return (socket) => {
    const link: Link = { askedAt: null, heardAt: performance.now() }
    links.set(socket, link)
    timer ??= setInterval(look, LOOK_IN_MS).unref()
    return {
      asked() {
        link.askedAt ??= performance.now()
      },
      heard() {
        link.askedAt = null
        link.heardAt = performance.now()
      },
    }
  }
}
