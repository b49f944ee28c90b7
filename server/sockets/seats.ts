import type { Socket } from 'socket.io'

const MAX_PER_SESSION = 20

/** A socket of which the person and the overleg are known. */
export type Seat = { socket: Socket; overlegId: string; sessieHash: string }

export type Seats<S extends Seat> = ReturnType<typeof createSeats<S>>

/** The open sockets of one namespace, by overleg. Rooms of socket.io are not used: nobody can name one. */
export function createSeats<S extends Seat>() {
  const seats = new Set<S>()
  const ofSession = (hash: string) => [...seats].filter((seat) => seat.sessieHash === hash)

  return {
    /** False when this session has too many sockets already. */
    add(seat: S): boolean {
      if (ofSession(seat.sessieHash).length >= MAX_PER_SESSION) return false
      seats.add(seat)
      return true
    },
    remove: (seat: S) => seats.delete(seat),
    all: () => [...seats],
    of: (overlegId: string) => [...seats].filter((seat) => seat.overlegId === overlegId),
    ofSession,
    overlegIds: () => [...new Set([...seats].map((seat) => seat.overlegId))],
    hashes: () => [...new Set([...seats].map((seat) => seat.sessieHash))],
  }
}
