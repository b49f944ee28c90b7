import { CircleHelp, MailQuestion, Pencil, Trash2, Undo2 } from 'lucide-react'
import { useId, useRef } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import { refusalTekst } from '#app/tekst.ts'
import { MAX_KEREN } from '#domain/inbreng.ts'
import { HandelingForm } from './handeling-form.tsx'
import type { EigenInbreng } from './meeting.ts'

/** What this person keeps ready, and nobody else sees before the cliënt says yes. K5 */
export function MijnInbreng({ inbreng }: { inbreng: EigenInbreng[] }) {
  return (
    <section className="card inbreng stack" aria-labelledby="mijn-inbreng">
      <div>
        <h2 id="mijn-inbreng">Mijn inbreng</h2>
        <p className="subtle">
          Alleen u ziet dit. Zit de cliënt aan tafel, dan vraagt u of het op tafel mag. Zonder ja
          wordt het aan het eind vernietigd.
        </p>
      </div>
      {inbreng.length > 0 && (
        <ul className="rows">
          {inbreng.map((eigen) => (
            <li key={eigen.id} className="inbreng__rij">
              <Eigen eigen={eigen} />
            </li>
          ))}
        </ul>
      )}
      <Schrijven titel="Inbreng klaarzetten" knop="Zet klaar" />
    </section>
  )
}

function Eigen({ eigen }: { eigen: EigenInbreng }) {
  const { id, onderwerp, tekst, gevraagd, weigering } = eigen
  const redenId = useId()
  return (
    <>
      <p>
        <strong>{onderwerp}</strong> <Stand eigen={eigen} />
      </p>
      <p className="inbreng__tekst">{tekst}</p>
      <div className="cluster inbreng__knoppen">
        {gevraagd ? (
          <HandelingForm velden={{ intent: 'inbreng-terugnemen', inbrengId: id }}>
            <Button small icon={Undo2}>
              Neem de vraag terug<span className="visually-hidden">: {onderwerp}</span>
            </Button>
          </HandelingForm>
        ) : (
          <Vraag {...{ id, onderwerp, weigering, redenId }} />
        )}
        <HandelingForm velden={{ intent: 'inbreng-weg', inbrengId: id }}>
          <Button small variant="plain" icon={Trash2}>
            Gooi weg<span className="visually-hidden">: {onderwerp}</span>
          </Button>
        </HandelingForm>
      </div>
      {!gevraagd && <Schrijven titel="Wijzigen" knop="Bewaar" eigen={eigen} />}
    </>
  )
}

function Stand({ eigen: { gevraagd, keren } }: { eigen: EigenInbreng }) {
  if (gevraagd) {
    return (
      <StatusTag tone="info" icon={CircleHelp}>
        Gevraagd aan de cliënt
      </StatusTag>
    )
  }
  if (keren === 0) return null
  return (
    <StatusTag icon={MailQuestion}>
      {keren} van {MAX_KEREN} keer gevraagd, zonder ja
    </StatusTag>
  )
}

type VraagProps = Pick<EigenInbreng, 'id' | 'onderwerp' | 'weigering'> & { redenId: string }

/** What is not possible yet is there, and says why. */
function Vraag({ id, onderwerp, weigering, redenId }: VraagProps) {
  const tekst = (
    <>
      Vraag het de cliënt<span className="visually-hidden">: {onderwerp}</span>
    </>
  )
  if (!weigering) {
    return (
      <HandelingForm velden={{ intent: 'inbreng-vragen', inbrengId: id }}>
        <Button small icon={MailQuestion}>
          {tekst}
        </Button>
      </HandelingForm>
    )
  }
  return (
    <span className="button-group">
      <Button
        type="button"
        small
        icon={MailQuestion}
        aria-disabled="true"
        aria-describedby={redenId}
      >
        {tekst}
      </Button>
      <span id={redenId} className="why">
        {refusalTekst(weigering)}
      </span>
    </span>
  )
}

type SchrijvenProps = { titel: string; knop: string; eigen?: EigenInbreng }

function Schrijven({ titel, knop, eigen }: SchrijvenProps) {
  const id = useId()
  const blok = useRef<HTMLDetailsElement>(null)
  function klaar() {
    if (!blok.current) return
    blok.current.open = false
    blok.current.querySelector('form')?.reset()
    blok.current.querySelector('summary')?.focus()
  }
  return (
    <details ref={blok}>
      <summary>
        <Pencil className="icon" aria-hidden="true" /> {titel}
        {eigen && <span className="visually-hidden">: {eigen.onderwerp}</span>}
      </summary>
      <HandelingForm
        velden={{ intent: 'inbreng-klaarzetten', inbrengId: eigen?.id ?? '' }}
        className="inbreng__formulier"
        onGelukt={klaar}
      >
        <label className="field__label" htmlFor={`${id}-onderwerp`}>
          Waar gaat het over?
        </label>
        <p className="field__hint" id={`${id}-hint`}>
          De cliënt leest dit als u het vraagt. Een korte, gewone zin.
        </p>
        <input
          id={`${id}-onderwerp`}
          className="input"
          name="onderwerp"
          maxLength={200}
          required
          defaultValue={eigen?.onderwerp ?? ''}
          aria-describedby={`${id}-hint`}
        />
        <label className="field__label" htmlFor={`${id}-tekst`}>
          De tekst
        </label>
        <textarea
          id={`${id}-tekst`}
          className="input"
          name="tekst"
          rows={5}
          maxLength={10_000}
          required
          defaultValue={eigen?.tekst ?? ''}
          lang="nl"
        />
        <Button>{knop}</Button>
      </HandelingForm>
    </details>
  )
}
