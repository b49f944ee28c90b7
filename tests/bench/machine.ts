import { readdirSync, readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'

const TICKS_PER_SECOND = 100
const MICROSECONDS_PER_TICK = 1_000_000 / TICKS_PER_SECOND
// Of /proc/<pid>/stat, counted after the name in brackets.
const PARENT = 1
const UTIME = 11
const STIME = 12
const CUTIME = 13
const CSTIME = 14

/** What this process used so far, in user and system. */
export function cpuOf(pid: number): number {
  const stat = statOf(pid)
  return stat ? (number(stat, UTIME) + number(stat, STIME)) * MICROSECONDS_PER_TICK : 0
}

/** Of a PostgreSQL: its postmaster, the processes that are there, and those that ended. */
export function cpuOfFamily(pid: number): number {
  const own = statOf(pid)
  if (!own) return 0
  const ended = (number(own, CUTIME) + number(own, CSTIME)) * MICROSECONDS_PER_TICK
  const children = pids().filter((child) => number(statOf(child) ?? [], PARENT) === pid)
  return children.reduce((sum, child) => sum + cpuOf(child), cpuOf(pid) + ended)
}

/** What of its memory is in use by nobody else, and all of it, in bytes. */
export function memoryOf(pid: number): { private: number; resident: number } {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const kilobytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) * 1024
    return {
      private: kilobytes('Private_Dirty') + kilobytes('Private_Clean'),
      resident: kilobytes('Rss'),
    }
  } catch {
    return { private: 0, resident: 0 }
  }
}

export function describeMachine() {
  const [first] = cpus()
  return {
    cpu: first?.model ?? 'unknown',
    cores: cpus().length,
    memoryInGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: loadavg().map((load) => Math.round(load * 100) / 100),
  }
}

function pids(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger)
}

function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

function number(fields: readonly string[], index: number): number {
  return Number(fields[index] ?? 0)
}
