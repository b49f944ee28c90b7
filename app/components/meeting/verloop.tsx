import { ArrowRight, Play, Undo2 } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { href, Link, useNavigate, useRevalidator } from 'react-router'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { FASE_TEKST, refusalTekst } from '#app/tekst.ts'
import { FASEN, type Fase } from '#domain/fase.ts'
import type { Refusal } from '#domain/refusal.ts'
import { HandelingForm } from './handeling-form.tsx'
import { sluitLades } from './lades.ts'
import type { Meeting } from './meeting.ts'

type Props = Pick<Meeting, 'overlegId' | 'stand' | 'startweigering'> & {
  /** Whether somebody else is typing right now. */
  isDruk: () => boolean
}

/** Starting, moving on and going back: for the procesregisseur. F1, F3 */
export function Verloop({ overlegId, stand, startweigering, isDruk }: Props) {
  const { overleg, dicht } = stand
  if (dicht) return null
  if (overleg.status === 'gepland')
    return <Start overlegId={overlegId} weigering={startweigering} />
  if (overleg.status !== 'lopend') return null
  const { fase, tafel } = overleg
  const vorige = FASEN[FASEN.indexOf(fase) - 1]
  const volgende = FASEN[FASEN.indexOf(fase) + 1]
  if (!volgende && tafel === 'met-client') return null
  return (
    <Card className="verloop">
      {volgende && <Afronden {...{ overlegId, fase, volgende, isDruk }} />}
      {vorige && tafel === 'vooroverleg' && <Heropenen {...{ overlegId, fase, vorige }} />}
    </Card>
  )
}

type StartProps = { overlegId: string; weigering: Refusal | null }

function Start({ overlegId, weigering }: StartProps) {
  const naar = useNaarFase(overlegId)
  if (weigering) return <NogNiet overlegId={overlegId} weigering={weigering} />
  return (
    <Card className="verloop">
      <HandelingForm velden={{ intent: 'start' }} onGelukt={() => naar('vraagstelling')}>
        <Button variant="primary" icon={Play}>
          Start het overleg
        </Button>
      </HandelingForm>
      <p className="verloop__uitleg subtle small">Het overleg begint met Vraagstelling.</p>
    </Card>
  )
}

/** It can be read and focused, and says why not: where the proposal is, is one step away. F7 */
function NogNiet({ overlegId, weigering }: StartProps & { weigering: Refusal }) {
  const redenId = useId()
  const { revalidate } = useRevalidator()
  return (
    <Card className="verloop">
      <Button
        type="button"
        variant="primary"
        icon={Play}
        aria-disabled="true"
        aria-describedby={redenId}
        onClick={() => void revalidate()}
      >
        Start het overleg
      </Button>
      <p id={redenId} className="why" aria-live="polite">
        {refusalTekst(weigering)}{' '}
        <Link to={href('/overleggen/:overlegId/deelnemers', { overlegId })}>Naar deelnemers</Link>
      </p>
    </Card>
  )
}

type AfrondenProps = { overlegId: string; fase: Fase; volgende: Fase; isDruk: () => boolean }

function Afronden({ overlegId, fase, volgende, isDruk }: AfrondenProps) {
  const naar = useNaarFase(overlegId)
  const [vraagt, setVraagt] = useState(false)
  const velden = { intent: 'afronden', from: fase }
  const klaar = () => {
    setVraagt(false)
    naar(volgende)
  }

  // Asked once, and only when somebody is in the middle of a sentence.
  function vraag(event: FormEvent) {
    if (!isDruk()) return
    event.preventDefault()
    event.stopPropagation()
    setVraagt(true)
  }

  return (
    <>
      <div onSubmitCapture={vraag}>
        <HandelingForm velden={velden} onGelukt={klaar}>
          <Button variant="primary" icon={ArrowRight}>
            Rond {FASE_TEKST[fase].toLowerCase()} af
          </Button>
        </HandelingForm>
      </div>
      <p className="verloop__uitleg subtle small">
        Daarna: {FASE_TEKST[volgende]}. De tekst van deze fase kan dan alleen nog gelezen worden.
      </p>
      <Dialog open={vraagt} title="Er wordt nog geschreven" onClose={() => setVraagt(false)}>
        <div className="stack">
          <p>
            Iemand anders schreef net nog in {FASE_TEKST[fase].toLowerCase()}. Wat nog niet is
            opgeslagen, kan daarna alleen als aanvulling worden ingediend.
          </p>
          <div className="cluster">
            <HandelingForm velden={velden} onGelukt={klaar}>
              <Button variant="primary">Toch afronden</Button>
            </HandelingForm>
            <Button type="button" onClick={() => setVraagt(false)}>
              Nog even wachten
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}

type HeropenenProps = { overlegId: string; fase: Fase; vorige: Fase }

function Heropenen({ overlegId, fase, vorige }: HeropenenProps) {
  const id = useId()
  const naar = useNaarFase(overlegId)
  return (
    <details>
      <summary>Terug naar {FASE_TEKST[vorige].toLowerCase()}</summary>
      <HandelingForm
        velden={{ intent: 'heropenen', from: fase }}
        className="verloop__formulier"
        onGelukt={() => naar(vorige)}
      >
        <label className="field__label" htmlFor={id}>
          Waarom gaat u terug?
        </label>
        <textarea id={id} className="input input--laag" name="reden" rows={2} required />
        <Button small icon={Undo2}>
          Heropen {FASE_TEKST[vorige].toLowerCase()}
        </Button>
      </HandelingForm>
    </details>
  )
}

function useNaarFase(overlegId: string) {
  const navigate = useNavigate()
  return (document: Fase) => {
    sluitLades()
    void navigate(href('/overleggen/:overlegId/document/:document', { overlegId, document }))
  }
}
