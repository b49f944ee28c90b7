import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { maakBrowser, zetKlok } from './browser.ts'
import type { Antwoord, Opdracht } from './browsers.ts'
import type { Deelnemer } from './deelnemer.ts'
import type { Gebeurtenis } from './records.ts'

const SAMEN_IN_MS = 50

// The provider listens for the end of the process, once for each document.
process.setMaxListeners(0)
maakBrowser()
zetKlok(z.number().parse(workerData))
// What they import looks at what a browser has.
const { createDeelnemer } = await import('./deelnemer.ts')
const { createClient } = await import('./client.ts')

const deelnemers = new Map<string, Deelnemer>()
const clienten = new Map<string, ReturnType<typeof createClient>>()
let gebeurtenissen: { overlegId: string; gebeurtenis: Gebeurtenis }[] = []

parentPort?.on('message', (opdracht: Opdracht) => doe(opdracht))
setInterval(vertel, SAMEN_IN_MS)

function vertel() {
  if (gebeurtenissen.length === 0) return
  zeg({ soort: 'gebeurd', gebeurtenissen })
  gebeurtenissen = []
}

function zeg(antwoord: Antwoord) {
  parentPort?.postMessage(antwoord)
}

function doe(opdracht: Opdracht) {
  const { overlegId } = opdracht
  const eigen = () =>
    [...deelnemers].filter(([key]) => key.startsWith(overlegId)).map(([, deelnemer]) => deelnemer)
  const meld = (gebeurtenis: Gebeurtenis) => void gebeurtenissen.push({ overlegId, gebeurtenis })
  switch (opdracht.soort) {
    case 'kom':
      deelnemers.set(overlegId + opdracht.komst.wie, createDeelnemer(opdracht.komst, meld))
      return
    case 'kom-client':
      clienten.set(overlegId, createClient(opdracht.komst, meld))
      return
    case 'aangemeld':
      deelnemers.get(overlegId + opdracht.wie)?.aangemeld(opdracht.cookie)
      return
    case 'begin':
      for (const deelnemer of eigen()) deelnemer.begin()
      return
    case 'rustig':
      for (const deelnemer of eigen()) deelnemer.rustig()
      return
    case 'toon':
      vertel()
      zeg({
        soort: 'getoond',
        vraag: opdracht.vraag,
        rustig: eigen().every(({ bladzijde }) => bladzijde.isRustig()),
        schermen: eigen().flatMap(({ bladzijde }) => bladzijde.scherm() ?? []),
        weergave: clienten.get(overlegId)?.weergave() ?? null,
      })
      return
    case 'weg':
      for (const deelnemer of eigen()) deelnemer.stop()
      for (const key of [...deelnemers.keys()])
        if (key.startsWith(overlegId)) deelnemers.delete(key)
      clienten.get(overlegId)?.stop()
      clienten.delete(overlegId)
  }
}
