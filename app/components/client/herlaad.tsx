import { useMatches } from 'react-router'

const SECONDEN = 20

/** In the head, where it is valid: without JavaScript the wachtkamer looks by itself whether the table is ready. */
export function HerlaadZonderScript() {
  const wacht = useMatches().some(({ loaderData }) => isWachtkamer(loaderData))
  if (!wacht) return null
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(SECONDEN)} />
    </noscript>
  )
}

function isWachtkamer(loaderData: unknown): boolean {
  if (typeof loaderData !== 'object' || loaderData === null || !('beeld' in loaderData)) {
    return false
  }
  const { beeld } = loaderData
  return (
    typeof beeld === 'object' &&
    beeld !== null &&
    'weergave' in beeld &&
    beeld.weergave === 'wachtkamer'
  )
}
