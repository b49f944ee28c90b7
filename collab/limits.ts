/** Bounds on what one connection can make this process do. A browser that is within them never notices. */
export const LIMITS = {
  /** One frame. A pasted text of 1 MB makes an update of up to 1.4 MB. */
  frameBytes: 4 * 1024 * 1024,
  /** One document, as it is sent to who opens it. */
  documentBytes: 8 * 1024 * 1024,
  /** Frames a second that are dealt with for long, and in a burst. */
  framesPerSecond: 150,
  burst: 600,
  /** Asking for the whole document costs as much as so many frames. */
  step1Cost: 20,
  /** Bytes waiting for a browser that does not read. */
  bufferedBytes: 8 * 1024 * 1024,
  /** Edits kept while their predecessors are on their way. */
  parkedFrames: 50,
  parkedBytes: 64 * 1024,
  parkedMs: 5000,
  /** How often one connection makes this process look for what another may have written. */
  lookMs: 1000,
  connectionsPerSession: 60,
  /** Connections that one session may open in so many milliseconds, a reconnect of all of them included. */
  openingsPerSession: 200,
  openingsMs: 10_000,
  /** A browser that is silent for two of these is gone. */
  pingSeconds: 20,
  /** How often rights are asked for when no notice says that they changed. S3 */
  pollMs: 500,
  /** How long a stop waits for edits that cannot be written. */
  closeMs: 4000,
  /** A document without readers is folded into its snapshot and forgotten after this. */
  unloadMs: 30_000,
  compactAfterUpdates: 500,
  /** So that text that was replaced makes no document too large. */
  compactAfterBytes: 1024 * 1024,
  /** A state vector of some 6,000 writers; one of 4 MB takes 150 ms to answer. */
  vectorBytes: 64 * 1024,
  /** Who goes on writing is in the record again after this. */
  recordMs: 15 * 60_000,
} as const
