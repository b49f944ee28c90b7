import { LogOut } from 'lucide-react'
import { Form, href, Link, NavLink } from 'react-router'
import { Avatar } from '#app/components/ui/avatar.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { magCijfersZien } from '#domain/rol.ts'
import { Logo } from './logo.tsx'

type Persoon = { naam: string; organisatie: string; kleur: number; huisfunctie: string }
type Props = { persoon: Persoon | null }

/** Top of every page of a professional; without a persoon (an error page) it has no name and no way out. */
export function Topbar({ persoon }: Props) {
  return (
    <header className="topbar">
      <div className="topbar__inner">
        <Link to={href('/overleggen')} className="topbar__brand">
          <Logo />
          Focustafel
        </Link>
        <nav className="tabs topbar__nav" aria-label="Hoofdmenu">
          <NavLink to={href('/overleggen')}>Overleggen</NavLink>
          <NavLink to={href('/acties')}>Acties</NavLink>
          {persoon && magCijfersZien(persoon.huisfunctie) && (
            <NavLink to={href('/evaluatie')}>Evaluatie</NavLink>
          )}
          {persoon?.huisfunctie === 'beheerder' && <NavLink to={href('/beheer')}>Beheer</NavLink>}
        </nav>
        {persoon && (
          <div className="topbar__person">
            <Link to={href('/account')} className="person topbar__account">
              <Avatar name={persoon.naam} colour={persoon.kleur} small />
              <span className="person__text small">
                <span className="person__name">{persoon.naam}</span>
                <br />
                <span className="subtle">{persoon.organisatie}</span>
              </span>
              <span className="visually-hidden">: uw account</span>
            </Link>
            <Form method="post" action={href('/uitloggen')}>
              <Button variant="plain" small icon={LogOut}>
                Uitloggen
              </Button>
            </Form>
          </div>
        )}
      </div>
    </header>
  )
}
