export type Passkeydoel = 'inloggen' | 'tweede-stap' | 'bevestigen' | 'registreren'

/** What the browser signs of what the server asks, as text; null when it did not, or its person did not want it. */
export async function vraagPasskey(doel: Passkeydoel): Promise<string | null> {
  try {
    const response = await fetch('/passkey', {
      method: 'POST',
      body: new URLSearchParams({ doel }),
    })
    if (!response.ok) return null
    const optionsJSON = await response.json()
    // Here and not above: only who uses one loads what it takes.
    const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
    const start = doel === 'registreren' ? startRegistration : startAuthentication
    return JSON.stringify(await start({ optionsJSON }))
  } catch {
    return null
  }
}
