import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import type * as Y from 'yjs'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { addActie, type GedeeldeActie, removeActie } from '#app/realtime/use-acties.ts'
import { isLeeg } from '#domain/actie.ts'
import type { Actieantwoord, Gegeven } from '#domain/antwoord.ts'
import type { Tafelgast } from '../meeting.ts'
import { actiestemmenOf } from '../stem/actiestemmen.ts'
import { AntwoordTag } from '../stem/antwoord-tag.tsx'
import { ActieLezen } from './actie-lezen.tsx'
import { ActieVelden } from './actie-velden.tsx'

type Props = {
  doc: Y.Doc
  acties: readonly GedeeldeActie[]
  deelnemers: readonly Tafelgast[]
  metClient: boolean
  magSchrijven: boolean
  /** What the cliënt said of acties. K3 */
  gegeven: readonly Gegeven<Actieantwoord>[]
}

/** The acties of the plan, written together in besluitvorming. */
export function Acties({ doc, acties, deelnemers, metClient, magSchrijven, gegeven }: Props) {
  const [nieuw, setNieuw] = useState<string | null>(null)
  const knop = useRef<HTMLDivElement>(null)
  const namen = namenVan(acties)
  const stemmen = actiestemmenOf({ acties: acties.map(({ actie }) => actie), deelnemers, gegeven })

  function verwijder(velden: Y.Map<unknown>) {
    removeActie(doc, velden)
    knop.current?.querySelector('button')?.focus()
  }

  return (
    <Card title="Acties" className="actiekaarten">
      {acties.length === 0 && <p className="subtle">Er is nog geen actie.</p>}
      <ol className="actiekaarten__lijst">
        {acties.map(({ actie, velden }, index) => (
          <li key={actie.id}>
            {magSchrijven ? (
              <ActieVelden
                actie={actie}
                velden={velden}
                naam={namen[index] ?? ''}
                deelnemers={deelnemers}
                metClient={metClient}
                isNieuw={actie.id === nieuw}
                onVerwijder={() => verwijder(velden)}
              />
            ) : (
              <ActieLezen actie={actie} naam={namen[index] ?? ''} deelnemers={deelnemers} />
            )}
            <AntwoordTag {...(stemmen.get(actie.id) ?? GEEN_STEM)} />
          </li>
        ))}
      </ol>
      {magSchrijven && (
        <div ref={knop}>
          <Button type="button" icon={Plus} onClick={() => setNieuw(addActie(doc))}>
            Nieuwe actie
          </Button>
        </div>
      )}
    </Card>
  )
}

const GEEN_STEM = { antwoord: null, eerder: null }

// The numbers that vaststellen uses: an actie that is still empty has none.
function namenVan(acties: readonly GedeeldeActie[]): string[] {
  let nummer = 0
  return acties.map(({ actie }) => {
    if (isLeeg(actie)) return 'Nieuwe actie'
    nummer += 1
    return `Actie ${nummer}`
  })
}
