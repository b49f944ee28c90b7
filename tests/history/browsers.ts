import { Worker } from 'node:worker_threads'
import type { Komst } from './deelnemer.ts'
import type { Gebeurtenis, Scherm } from './records.ts'

export type Opdracht = { overlegId: string } & (
  | { soort: 'kom' | 'kom-client'; komst: Komst }
  | { soort: 'aangemeld'; wie: string; cookie: string }
  | { soort: 'begin' | 'rustig' }
  | { soort: 'toon'; vraag: number }
  | { soort: 'weg' }
)

export type Getoond = {
  soort: 'getoond'
  vraag: number
  rustig: boolean
  schermen: Scherm[]
  weergave: string | null
}
export type Antwoord =
  | { soort: 'gebeurd'; gebeurtenissen: { overlegId: string; gebeurtenis: Gebeurtenis }[] }
  | Getoond

/** A thread with browsers of people, on a computer whose clock is so much ahead. */
export function startBrowsers(
  verschuivingInMs: number,
  meld: (overlegId: string, gebeurtenis: Gebeurtenis) => void,
) {
  const worker = new Worker(new URL('./browsers-thread.ts', import.meta.url), {
    workerData: verschuivingInMs,
  })
  const vragen = new Map<number, (getoond: Getoond) => void>()
  let nummer = 0
  let fout: unknown = null
  worker.on('error', (error) => {
    fout = error
  })
  worker.on('message', (antwoord: Antwoord) => {
    if (antwoord.soort === 'getoond') {
      vragen.get(antwoord.vraag)?.(antwoord)
      vragen.delete(antwoord.vraag)
      return
    }
    for (const { overlegId, gebeurtenis } of antwoord.gebeurtenissen) meld(overlegId, gebeurtenis)
  })

  function doe(opdracht: Opdracht) {
    if (fout) throw fout
    worker.postMessage(opdracht)
  }

  return {
    doe,
    toon(overlegId: string): Promise<Getoond> {
      nummer += 1
      const vraag = nummer
      const antwoord = new Promise<Getoond>((resolve) => vragen.set(vraag, resolve))
      doe({ soort: 'toon', overlegId, vraag })
      return antwoord
    },
    [Symbol.asyncDispose]: () => worker.terminate().then(() => {}),
  }
}
export type Browsers = ReturnType<typeof startBrowsers>
