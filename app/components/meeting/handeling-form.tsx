import { CircleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { href, useFetcher, useLocation, useParams, useRevalidator } from 'react-router'
import { refusalTekst } from '#app/tekst.ts'
import type { Refusal } from '#domain/refusal.ts'

export type Uitslag = { refusal: Refusal | null; mislukt?: true }

type Props = {
  /** Hidden fields, `intent` among them. */
  velden: Readonly<Record<string, string>> & { intent: string }
  className?: string
  onGelukt?: () => void
  children: ReactNode
}

/** One thing to do at the table. Works before JavaScript has loaded; a refusal is said below the button. */
export function HandelingForm({ velden, className, onGelukt, children }: Props) {
  const { overlegId = '' } = useParams()
  const { pathname } = useLocation()
  const { revalidate } = useRevalidator()
  const fetcher = useFetcher<Uitslag>()
  const { data: uitslag, state } = fetcher

  const onUitslag = useEffectEvent(({ refusal, mislukt }: Uitslag) => {
    if (mislukt) return
    // The world moved on: what is on the screen is not how it is.
    if (refusal) void revalidate()
    else onGelukt?.()
  })
  useEffect(() => {
    if (uitslag) onUitslag(uitslag)
  }, [uitslag])

  return (
    <fetcher.Form
      method="post"
      action={href('/overleggen/:overlegId/handeling', { overlegId })}
      className={className ?? 'handeling'}
      onSubmit={(event) => state !== 'idle' && event.preventDefault()}
    >
      {Object.entries(velden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="terug" value={pathname} />
      {children}
      <p className="handeling__fout" role="status">
        {state === 'idle' && uitslag && foutOf(uitslag)}
      </p>
    </fetcher.Form>
  )
}

function foutOf({ refusal, mislukt }: Uitslag) {
  if (!refusal && !mislukt) return null
  return (
    <>
      <CircleAlert className="icon" aria-hidden="true" />
      <span>
        {refusal
          ? refusalTekst(refusal)
          : 'Er is nu geen verbinding. Er is niets veranderd: probeer het zo nog een keer.'}
      </span>
    </>
  )
}
