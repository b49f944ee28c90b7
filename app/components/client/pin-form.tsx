import { useEffect, useRef } from 'react'
import { Form, href, useActionData, useNavigation } from 'react-router'
import { Melding } from './melding.tsx'
import { Tekstvak } from './tekstvak.tsx'
import { useWoorden } from './woorden.tsx'

type Props = { heeftPin: boolean; fout: string | null }

/** S5: with the code from the letter, this opens Mijn plan afterwards. */
export function KiesPin({ heeftPin, fout }: Props) {
  const w = useWoorden().deur
  const bewaard = heeftPin && !fout
  const bezig = useNavigation().formData?.get('intent') === 'kies-pin'
  const form = <PinForm intent="kies-pin" knop={w.pinOpslaan} fout={fout} />
  return (
    <>
      <div role="status" className="stapel">
        {bewaard && (
          <Melding soort="goed">
            {/* Said once more of another one: what does not change is not announced. */}
            <p>{bezig ? '\u00a0' : w.pinBewaard}</p>
            <p>{w.pinLater}</p>
          </Melding>
        )}
      </div>
      {bewaard ? (
        <details key={String(bezig)} className="geen-print">
          <summary>{w.anderePin}</summary>
          {form}
        </details>
      ) : (
        <>
          <p>
            {w.kiesPin} {w.kiesPinNodig}
          </p>
          {form}
        </>
      )}
    </>
  )
}

export function GeefPin({ fout }: { fout: string | null }) {
  return <PinForm intent="pin" knop={useWoorden().deur.naarPlan} fout={fout} />
}

type FormProps = { intent: 'kies-pin' | 'pin'; knop: string; fout: string | null }

function PinForm({ intent, knop, fout }: FormProps) {
  const w = useWoorden().deur
  const veld = useRef<HTMLInputElement>(null)
  const antwoord = useActionData()
  // What is wrong is read out with the field, also when it is wrong once more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: antwoord is new at every try
  useEffect(() => {
    if (fout) veld.current?.focus()
  }, [antwoord, fout])
  return (
    <Form method="post" action={href('/mijn-plan')} preventScrollReset className="form geen-print">
      <input type="hidden" name="intent" value={intent} />
      <Tekstvak
        ref={veld}
        id="pin"
        name="pin"
        label={w.pin}
        hint={intent === 'kies-pin' ? w.vijfCijfersNiet : w.vijfCijfers}
        fout={fout}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
      />
      <button type="submit" className="button button--primary">
        {knop}
      </button>
    </Form>
  )
}
