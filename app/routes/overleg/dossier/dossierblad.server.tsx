import { renderToStaticMarkup } from 'react-dom/server'
import type { Dossier } from '#app/commands/export-dossier.server.ts'
import { datumTekst } from '#app/tekst.ts'
import { dag } from './lijst.tsx'
import { NietVoorClient } from './niet-voor-client.tsx'
import { VoorClient } from './voor-client.tsx'

const STIJL = `body{font:1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse}td,th{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top}
.niet{border:3px solid #b00020;padding:0 1rem;margin-top:3rem;break-before:page}.visually-hidden{display:none}`

/** A file of its own: no script, nothing from elsewhere, everything that people wrote is text. */
export function dossierHtml(dossier: Dossier): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Dossierblad dossier={dossier} />)}\n`
}

function Dossierblad({ dossier }: { dossier: Dossier }) {
  const { casus, geplandOp, now, bewaardTot } = dossier
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <title>{`Dossier ${casus.nummer}`}</title>
        <style>{STIJL}</style>
      </head>
      <body>
        <h1>{`Dossier van casus ${casus.nummer}`}</h1>
        <p>
          {casus.initialen}, {casus.gemeente}. Overleg van {dag(geplandOp)}. Gemaakt op {dag(now)}.
        </p>
        {bewaardTot && (
          <p>We bewaren dit tot en met {datumTekst(bewaardTot)}. Daarna wordt alles vernietigd.</p>
        )}
        <p>
          Dit bestand staat niet meer onder de bescherming van Focustafel. Geef aan de cliënt alleen
          het eerste deel. Verwijder het bestand zodra het niet meer nodig is.
        </p>
        <VoorClient dossier={dossier} />
        <NietVoorClient dossier={dossier} />
      </body>
    </html>
  )
}
