import type { Server, Socket } from 'socket.io'
import { describeError, type Log } from '../log.ts'
import { createSeats, type Seat, type Seats } from './seats.ts'

type Options<S extends Seat> = {
  io: Server
  name: string
  log: Log
  /** Who this is, and whether he may be here now; null: he may not. */
  admit: (socket: Socket) => Promise<S | null>
  /** The seat is taken; answers with what to do when it is left. */
  arrived: (seat: S) => () => void
  /** He said something, and browsers have nothing to say. */
  spoke: (seat: S) => void
}

/** A namespace in which only the server speaks, to people whom it knows. Answers with who is there. */
export function openNamespace<S extends Seat>(options: Options<S>): Seats<S> {
  const { io, name, log, admit, arrived, spoke } = options
  const seats = createSeats<S>()
  const admitted = new WeakMap<Socket, S>()
  const namespace = io.of(name)

  // The browser learns no reason: what it may not see does not exist.
  namespace.use((socket, next) => {
    admit(socket).then(
      (seat) => {
        if (!seat) return refuse(socket, next)
        admitted.set(socket, seat)
        next()
      },
      (error: unknown) => {
        log.warn({ event: 'socket-not-admitted', ...describeError(error) })
        refuse(socket, next)
      },
    )
  })

  namespace.on('connection', (socket) => {
    const seat = admitted.get(socket)
    if (!seat || !seats.add(seat)) return socket.disconnect(true)
    const leave = arrived(seat)
    socket.on('disconnect', () => {
      seats.remove(seat)
      leave()
      // Who left his seat and stays in the doorway is in nobody's count.
      socket.conn.close()
    })
    // Browsers have nothing to say here: whoever does is shown the door.
    socket.onAny(() => {
      spoke(seat)
      socket.disconnect(true)
    })
  })
  return seats
}

/** Asking costs the database a question: who was told no does not ask again over the same connection. */
function refuse(socket: Socket, next: (error: Error) => void) {
  next(new Error('niet-gevonden'))
  // After that is on its way.
  setImmediate(() => socket.conn.close())
}

type PollOptions = { ms: number; poll: () => Promise<void>; failed: (error: unknown) => void }

/** Asks again and again, one at a time: for notices that do not arrive. S3 */
export function startPolling({ ms, poll, failed }: PollOptions): () => void {
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    poll()
      .catch(failed)
      .finally(() => {
        busy = false
      })
  }, ms)
  timer.unref()
  return () => clearInterval(timer)
}
