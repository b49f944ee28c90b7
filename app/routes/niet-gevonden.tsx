import '#app/styles/client.css'
import { data } from 'react-router'
import { Schild } from '#app/components/client/schild.tsx'

/** For whoever typed an address that is none: it does not know which side he is on. */
export function loader() {
  return data(null, { status: 404 })
}

export function action() {
  return data(null, { status: 404 })
}

export default function NietGevonden() {
  return (
    <>
      <header className="huis">
        <Schild />
        <p>Veiligheidshuis</p>
      </header>
      <main>
        <div className="smal">
          <h1 tabIndex={-1}>Deze pagina is er niet</h1>
          <p className="inleiding">Misschien klopt het adres niet, of is de pagina niet voor u.</p>
          <p>
            <a className="button button--primary" href="/">
              Naar het begin
            </a>
          </p>
        </div>
      </main>
    </>
  )
}

export const meta = () => [{ title: 'Deze pagina is er niet' }]
