import { href, NavLink, Outlet } from 'react-router'
import { gebruikerContext } from '#app/context.ts'
import { throwRefusal } from '#app/refusal-response.ts'
import type { Route } from './+types/layout'

// For anybody else there is nothing here. It gives no right to the content of any overleg.
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context }) => {
    const { huisfunctie } = context.get(gebruikerContext)
    if (huisfunctie !== 'beheerder') throwRefusal({ code: 'niet-gevonden' })
  },
]

// Without a loader, middleware does not run on a navigation that asks the server nothing.
export async function loader() {
  return null
}

export default function BeheerLayout() {
  return (
    <>
      <nav className="tabs beheer__nav" aria-label="Beheer">
        <NavLink to={href('/beheer')} end>
          Mensen
        </NavLink>
        <NavLink to={href('/beheer/uitnodigen')}>Uitnodigen</NavLink>
        <NavLink to={href('/beheer/organisaties')}>Organisaties</NavLink>
      </nav>
      <Outlet />
    </>
  )
}
