import { useEffect, useRef } from 'react'
import { Form, href, useActionData } from 'react-router'
import { Melding } from './melding.tsx'
import { Tekstvak } from './tekstvak.tsx'

type Props = { heeftPin: boolean; fout: string | null }

/** S5: with the code from the letter, this opens Mijn plan afterwards. */
export function KiesPin({ heeftPin, fout }: Props) {
  if (heeftPin && !fout) {
    return (
      <>
        <Melding soort="goed">
          <p>Uw pincode is opgeslagen. Onthoud hem goed.</p>
          <p>Met uw code en uw pincode kunt u uw plan later weer lezen.</p>
        </Melding>
        <details className="geen-print">
          <summary>Andere pincode kiezen</summary>
          <PinForm intent="kies-pin" knop="Pincode opslaan" fout={fout} />
        </details>
      </>
    )
  }

  return (
    <>
      <p>
        Wilt u uw plan later weer lezen? Kies dan nu een pincode. U heeft dan de code uit uw brief
        nodig, en deze pincode.
      </p>
      <PinForm intent="kies-pin" knop="Pincode opslaan" fout={fout} />
    </>
  )
}

export function GeefPin({ fout }: { fout: string | null }) {
  return <PinForm intent="pin" knop="Naar mijn plan" fout={fout} />
}

type FormProps = { intent: 'kies-pin' | 'pin'; knop: string; fout: string | null }

function PinForm({ intent, knop, fout }: FormProps) {
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
        label="Pincode"
        hint={intent === 'kies-pin' ? 'Vijf cijfers. Niet 12345 of 00000.' : 'Vijf cijfers.'}
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
