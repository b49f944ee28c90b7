import { href } from 'react-router'
import type { Ingelogd } from '#app/auth/inloggen.server.ts'

/** Where somebody goes who gave his first proof: to where he was going, or to the second step first. */
export function stapOf({ stap }: Ingelogd, naar: string | null): string {
  if (stap === 'klaar') return naar ?? href('/overleggen')
  return metNaar(
    stap === 'instellen' ? href('/inloggen/instellen') : href('/inloggen/tweede-stap'),
    naar,
  )
}

export function metNaar(pad: string, naar: string | null): string {
  return naar ? `${pad}?${new URLSearchParams({ naar })}` : pad
}
