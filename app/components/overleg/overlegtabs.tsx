import { href, Link, NavLink, useMatch } from 'react-router'

type Props = { overlegId: string; metPlan: boolean; magMeekijken: boolean }

/** The parts of one overleg. */
export function Overlegtabs({ overlegId, metPlan, magMeekijken }: Props) {
  const inTekst = useMatch('/overleggen/:overlegId/document/:document')
  return (
    <nav className="tabs" aria-label="Dit overleg">
      {metPlan && <NavLink to={href('/overleggen/:overlegId/plan', { overlegId })}>Plan</NavLink>}
      <Link
        to={href('/overleggen/:overlegId', { overlegId })}
        aria-current={inTekst ? 'page' : undefined}
      >
        Overleg
      </Link>
      <NavLink to={href('/overleggen/:overlegId/deelnemers', { overlegId })}>Deelnemers</NavLink>
      {magMeekijken && (
        <NavLink to={href('/overleggen/:overlegId/meekijken', { overlegId })}>
          Kijk mee als cliënt
        </NavLink>
      )}
    </nav>
  )
}
