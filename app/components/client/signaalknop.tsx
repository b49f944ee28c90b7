import type { ReactNode } from 'react'
import { Form, href } from 'react-router'
import type { Signaal } from '#domain/tafel.ts'

type Props = { signaal: Signaal | ''; rustig?: true; children: ReactNode }

/** Tells the procesregisseur something, calmly; `''` takes it back. */
export function Signaalknop({ signaal, rustig, children }: Props) {
  return (
    <Form method="post" action={href('/mijn-plan')} preventScrollReset className="knopvorm">
      <input type="hidden" name="intent" value="signaal" />
      <input type="hidden" name="signaal" value={signaal} />
      <button type="submit" className={rustig ? 'button button--plain' : 'button'}>
        {children}
      </button>
    </Form>
  )
}
