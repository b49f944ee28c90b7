import { href, Link, NavLink, useMatch } from 'react-router'

type Props = { overlegId: string; metPlan: boolean; magLezen: boolean; magMeekijken: boolean }

/** The parts of one overleg. */
export function Overlegtabs({ overlegId, metPlan, magLezen, magMeekijken }: Props) {
  const inTekst = useMatch('/overleggen/:overlegId/document/:document')
  // Of a plan that is vastgesteld, the overleg itself leads to the plan.
  const tekst = metPlan
    ? href('/overleggen/:overlegId/document/:document', { overlegId, document: 'vraagstelling' })
    : href('/overleggen/:overlegId', { overlegId })
  return (
    <nav className="tabs" aria-label="Dit overleg">
      {metPlan && <NavLink to={href('/overleggen/:overlegId/plan', { overlegId })}>Plan</NavLink>}
      {magLezen && (
        <Link to={tekst} aria-current={inTekst ? 'page' : undefined}>
          {metPlan ? 'Verslag' : 'Overleg'}
        </Link>
      )}
      <NavLink to={href('/overleggen/:overlegId/deelnemers', { overlegId })}>Deelnemers</NavLink>
      {magMeekijken && (
        <NavLink to={href('/overleggen/:overlegId/meekijken', { overlegId })}>
          Kijk mee als cliënt
        </NavLink>
      )}
    </nav>
  )
}
