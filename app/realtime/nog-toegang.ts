/**
 * Whether a page may still be asked for: null when it may, or when nobody can say.
 *
 * A browser that was away cannot hear it from the socket of its document: that is refused before it is one.
 */
export async function redenVanBuiten(
  adres: string,
  ask: typeof fetch = fetch,
): Promise<'geen-toegang' | 'afgemeld' | null> {
  try {
    const { status, type } = await ask(adres, {
      method: 'HEAD',
      cache: 'no-store',
      redirect: 'manual',
    })
    if (type === 'opaqueredirect' || status === 302 || status === 401) return 'afgemeld'
    return status === 404 || status === 403 ? 'geen-toegang' : null
  } catch {
    return null
  }
}
