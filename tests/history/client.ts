import { liveUrl, openLive } from '#app/components/client/live.ts'
import { bij, sluitDeur, zetDeur } from './browser.ts'
import type { Komst } from './deelnemer.ts'
import { type Gebeurtenis, nu, woordenIn } from './records.ts'

/** A telephone of the client side, with the app's own socket. Every byte that it gets is read. */
export function createClient(
  { wie, poort, cookie }: Komst,
  meld: (gebeurtenis: Gebeurtenis) => void,
) {
  let weergave = ''
  zetDeur(poort, {
    cookie,
    hoor(tekst) {
      const op = nu()
      const weergave = /"weergave":"([a-z-]+)"/.exec(tekst)?.[1] ?? ''
      // The rest of what is on his screen came earlier: only what this frame brings counts.
      for (const woord of new Set(woordenIn(tekst))) {
        if (!eerder.has(woord)) meld({ soort: 'bij-client', wie, woord, weergave, op })
      }
      eerder = new Set([...eerder, ...woordenIn(tekst)])
    },
  })
  let eerder = new Set<string>()
  const stop = bij(poort, () =>
    openLive(liveUrl(window.location), {
      verbonden: () => {},
      weergave(beeld) {
        weergave = beeld.weergave
      },
      verbroken: () => {},
      geweigerd: () => {},
    }),
  )
  return {
    weergave: () => weergave,
    stop() {
      stop()
      sluitDeur(poort)
    },
  }
}
