import { useEffect, useState } from 'react'
import { Melding } from './melding.tsx'
import type { Verbinding } from './use-clientbeeld.ts'
import { useWoorden } from './woorden.tsx'

const GEDULD_IN_MS = 4_000

/** A short gap is nobody's business. */
export function Verbroken({ verbinding }: { verbinding: Verbinding }) {
  const w = useWoorden().huis
  const [lang, setLang] = useState(false)
  useEffect(() => {
    if (verbinding !== 'weg') return setLang(false)
    const timer = window.setTimeout(() => setLang(true), GEDULD_IN_MS)
    return () => window.clearTimeout(timer)
  }, [verbinding])

  return (
    <div role="status" className="smal">
      {lang && (
        <Melding soort="let-op">
          <p>
            <strong>{w.geenInternet}</strong> {w.geenInternetDan}
          </p>
        </Melding>
      )}
    </div>
  )
}
