import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { href, useLocation, useParams } from 'react-router'
import { refusalTekst } from '#app/tekst.ts'
import { type Uitslag, useHandeling } from './use-handeling.ts'

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
  const { uitslag, onSubmit } = useHandeling(onGelukt)
  return (
    <form
      method="post"
      action={href('/overleggen/:overlegId/handeling', { overlegId })}
      className={className ?? 'handeling'}
      onSubmit={onSubmit}
    >
      {Object.entries(velden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="terug" value={pathname} />
      {children}
      <p className="handeling__fout" role="status">
        {uitslag && foutOf(uitslag)}
      </p>
    </form>
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
