import type { Seat } from '../wire/socket.ts'

export const NAMES = ['yws', 'leveldb', 'hocuspocus', 'ours'] as const
export type Name = (typeof NAMES)[number]

export type Crowd = { docs: number; people: number }

/** One of the servers that are measured: a process of its own. */
export type Contestant = {
  readonly name: Name
  start(): Promise<void>
  /** As an administrator would. What it keeps, it keeps. */
  stop(): Promise<void>
  /** As a power cut would. */
  kill(): Promise<void>
  isAlive(): boolean
  pid(): number
  /** Places at new documents, one list per document. */
  seats(crowd: Crowd): Promise<Seat[][]>
  probe(command: string): Promise<unknown>
}
