import { isRouteErrorResponse } from 'react-router'

/** A browser itself waits for minutes. */
const GEDULD_IN_MS = 15_000

/**
 * What the server answered; null when nobody did, or a server that could not.
 *
 * Thrown, that would take the page away with all that was written on it. Whether it arrived is not known.
 */
export function ofNiets<Antwoord>(antwoord: Promise<Antwoord>): Promise<Antwoord | null> {
  const gehoord = antwoord.catch((error: unknown) => {
    const isVanOns = error instanceof Response || isRouteErrorResponse(error)
    if (isVanOns && error.status < 500) throw error
    return null
  })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), GEDULD_IN_MS)
    gehoord.finally(() => clearTimeout(timer)).then(resolve, reject)
  })
}
