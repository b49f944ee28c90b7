import { href, isRouteErrorResponse, useRevalidator } from 'react-router'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { foutnummerOf } from '#app/foutnummer.ts'

type Tekst = { titel: string; uitleg: string }

const TEKST: Record<number, Tekst> = {
  400: {
    titel: 'Dit is niet goed ingevuld',
    uitleg: 'Ga terug, laad de pagina opnieuw en probeer het nog eens. Er is niets veranderd.',
  },
  404: {
    titel: 'Dit bestaat niet, of het is niet voor u',
    uitleg: 'Controleer het adres. Klopt het, vraag dan de procesregisseur of u deelnemer bent.',
  },
  403: {
    titel: 'Dit mag u niet',
    uitleg: 'Wat u wilde doen hoort niet bij uw rol. Er is niets veranderd.',
  },
  429: {
    titel: 'Het is nu erg druk',
    uitleg: 'Wacht een halve minuut en probeer het opnieuw. Er is niets veranderd.',
  },
  503: {
    titel: 'Focustafel is even niet bereikbaar',
    uitleg: 'Probeer het over een halve minuut opnieuw. Wat opgeslagen was, is niet verloren.',
  },
}

const ANDERS: Tekst = {
  titel: 'Er ging iets mis',
  uitleg: 'De fout ligt bij ons en is vastgelegd. Laad de pagina opnieuw.',
}

/** What a professional sees instead of a page: never an id, a cause or a stack. */
export function Foutpagina({ error }: { error: unknown }) {
  const { revalidate } = useRevalidator()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const { titel, uitleg } = TEKST[status] ?? ANDERS
  const nummer = foutnummerOf(error)

  return (
    <div className="page page--narrow">
      <div className="card stack">
        <h1 tabIndex={-1}>{titel}</h1>
        <p>{uitleg}</p>
        {nummer && (
          <p>
            Blijft het misgaan? Noem dan dit nummer aan wie u helpt:{' '}
            <strong className="number">{nummer}</strong>
          </p>
        )}
        <div className="cluster">
          <ButtonLink variant="primary" to={href('/overleggen')}>
            Naar uw overleggen
          </ButtonLink>
          {status >= 500 && (
            <Button type="button" onClick={() => void revalidate()}>
              Probeer opnieuw
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
