import '#app/styles/client.css'
import { href, Outlet } from 'react-router'
import { Huis } from '#app/components/client/huis.tsx'

/** The client side is a world of its own: no name of a house function, no menu, no way to the other side. */
export default function ClientLayout() {
  return (
    <Huis>
      <Outlet />
    </Huis>
  )
}

export function ErrorBoundary() {
  return (
    <Huis>
      <div className="smal">
        <h1 tabIndex={-1}>Er ging iets mis</h1>
        <p className="inleiding">
          Dat ligt aan ons, niet aan u. Probeer het nog een keer. Lukt het niet? Bel het nummer in
          uw brief.
        </p>
        <p>
          <a className="button" href={href('/mijn-plan')}>
            Probeer het nog een keer
          </a>
        </p>
      </div>
    </Huis>
  )
}
