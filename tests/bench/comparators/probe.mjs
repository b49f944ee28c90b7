// Preloaded into every server that is measured: answers, on a unix socket, what only the process itself knows.
// It does nothing until it is asked.
import { Session } from 'node:inspector/promises'
import { createServer } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const NS_IN_MS = 1e6
const RESOLUTION_MS = 10
const path = process.env.BENCH_PROBE

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
let profiler = null

const COMMANDS = {
  memory() {
    setFlagsFromString('--expose-gc')
    const gc = runInNewContext('gc')
    // The kind that also gives back what it does not need.
    for (let round = 0; round < 3; round++)
      gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    return process.memoryUsage()
  },
  'delay-start'() {
    delay.reset()
    delay.enable()
    return {}
  },
  'delay-stop'() {
    delay.disable()
    return { max: delay.max / NS_IN_MS - RESOLUTION_MS }
  },
  async 'profile-start'() {
    profiler = new Session()
    profiler.connect()
    await profiler.post('Profiler.enable')
    await profiler.post('Profiler.setSamplingInterval', { interval: 500 })
    await profiler.post('Profiler.start')
    return {}
  },
  async 'profile-stop'() {
    const { profile } = await profiler.post('Profiler.stop')
    profiler.disconnect()
    return profile
  },
}

// A program that the server starts has the same environment, and is not the server.
if (path && process.argv[1]) {
  delete process.env.BENCH_PROBE
  // The bench is gone, however it went; a server that looks after itself then does so.
  process.once('disconnect', () => {
    if (process.listenerCount('disconnect') === 0) process.exit()
  })
  createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', async (name) => {
      socket.end(JSON.stringify(await COMMANDS[String(name)]()))
    })
  })
    .on('error', () => {})
    .listen(path)
    .unref()
}
