import { isRouteErrorResponse } from 'react-router'

/** What a page can say of a mistake of ours: the number that stands beside it in the log. */
export type Foutbericht = { foutnummer: string }

/** Null: it is no mistake of ours, or one that was not found on the way. */
export function foutnummerOf(error: unknown): string | null {
  if (!isRouteErrorResponse(error)) return null
  const bericht: unknown = error.data
  if (typeof bericht !== 'object' || bericht === null || !('foutnummer' in bericht)) return null
  return typeof bericht.foutnummer === 'string' ? bericht.foutnummer : null
}

/** What there is to say when there is no page to say it on. */
export function foutregel(nummer: string): string {
  return `Er ging iets mis. Probeer het opnieuw. Nummer van deze fout: ${nummer}.`
}
