import type { ReactNode } from 'react'
import type { Fout } from '#app/components/foutlijst.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { useFocusHeading } from '#app/components/ui/use-focus-heading.ts'
import { Logo } from './logo.tsx'

type Props = {
  titel: string
  uitleg?: ReactNode
  fouten?: Fout[]
  onder?: ReactNode
  children: ReactNode
}

/** A page on the way in: one thing to do, and no menu. */
export function Inlogkader({ titel, uitleg, fouten = [], onder, children }: Props) {
  useFocusHeading()
  return (
    <main className="page page--in">
      <p className="topbar__brand">
        <Logo />
        Focustafel
      </p>
      <div className="card stack stack--wide">
        <ErrorSummary errors={fouten} />
        <div>
          <h1 tabIndex={-1}>{titel}</h1>
          {uitleg && <p className="page-header__lead">{uitleg}</p>}
        </div>
        {children}
      </div>
      {onder}
    </main>
  )
}
