import { Printer } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import type { Clientsoort } from '#domain/rol.ts'
import type { Brief } from './deelnemers-data.server.ts'

const AANLEIDING = {
  client: 'Wij willen graag met u praten over uw plan. U bent van harte welkom.',
  steunpersoon: 'U bent gevraagd om mee te komen naar een gesprek, als steun. U bent welkom.',
  vertegenwoordiger: 'Wij willen graag met u praten over een plan. U bent van harte welkom.',
} as const satisfies Record<Clientsoort, string>

/** The letter: the one time that link and code are on a screen. It prints alone. */
export function Briefblad({ brief }: { brief: Brief }) {
  const blad = useRef<HTMLElement>(null)
  useEffect(() => blad.current?.focus(), [])

  return (
    <section ref={blad} className="briefblad" tabIndex={-1} aria-labelledby="brief-titel">
      <div className="no-print">
        <Notice
          tone="warn"
          title={`Brief voor ${brief.naam}`}
          actions={
            <Button type="button" variant="primary" icon={Printer} onClick={() => window.print()}>
              Print de brief
            </Button>
          }
        >
          <p>
            De link en de code staan hier één keer. Print de brief nu, of schrijf beide over. Een
            eerdere brief werkt niet meer.
          </p>
        </Notice>
      </div>
      <article className="brief prose">
        <h2 id="brief-titel">Uitnodiging voor een gesprek</h2>
        <p>Beste {brief.naam},</p>
        <p>{AANLEIDING[brief.soort]}</p>
        <h3>Wanneer</h3>
        <p className="brief__groot">{brief.moment}</p>
        <h3>Zo doet u mee</h3>
        <ol>
          <li>
            Pak uw telefoon of computer. Ga naar dit adres:
            <span className="brief__adres">{brief.link}</span>
          </li>
          <li>
            Vul deze code in:
            <strong className="brief__code">{brief.code}</strong>
          </li>
          <li>U komt in de wachtkamer. Daar haalt iemand u op.</li>
        </ol>
        <h3>Dit mag u</h3>
        <ul>
          <li>U mag iemand meenemen.</li>
          <li>U mag altijd om een pauze vragen.</li>
          <li>U mag nee zeggen.</li>
        </ul>
        <h3>Hebt u vragen?</h3>
        <p>
          Bel {brief.contact.naam}
          {brief.contact.telefoon && `: ${brief.contact.telefoon}`}.
        </p>
        <p>Bewaar deze brief goed. Geef de code niet aan iemand anders.</p>
      </article>
    </section>
  )
}
