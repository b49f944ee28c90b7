import { Stukken } from '#app/components/blokken.tsx'
import { ZINANTWOORDEN } from '#domain/antwoord.ts'
import type { Zinbeeld } from '../stembeeld.ts'
import { useWoorden } from '../woorden.tsx'
import { Gekozen, Keuze } from './keuze.tsx'

type Props = { regels: readonly Zinbeeld[]; vraagt: boolean; wie: string }

/** The samenvatting, one sentence at a time. K3 */
export function Zinnen({ regels, vraagt, wie }: Props) {
  const w = useWoorden().stem
  const aantal = new Map<string, number>()
  return (
    <>
      {vraagt && <p className="zinnen__uitleg">{w.vraag}</p>}
      <div className="zinnen">
        {regels.map((regel) => {
          // The same words may stand there twice; what else comes and goes must not move a button under a finger.
          const naam = regel.soort === 'zin' ? regel.sleutel : `kop-${regel.tekst}`
          const keer = (aantal.get(naam) ?? 0) + 1
          aantal.set(naam, keer)
          const key = keer === 1 ? naam : `${naam}-${keer}`
          return regel.soort === 'kop' ? (
            <h3 key={key} lang="nl" dir="ltr">
              {regel.tekst}
            </h3>
          ) : (
            <Zin key={key} id={`zin-${key}`} zin={regel} vraagt={vraagt} wie={wie} />
          )
        })}
      </div>
    </>
  )
}

type ZinProps = {
  id: string
  zin: Extract<Zinbeeld, { soort: 'zin' }>
  vraagt: boolean
  wie: string
}

function Zin({ id, zin, vraagt, wie }: ZinProps) {
  const { sleutel, tekst, antwoord, eerder } = zin
  return (
    <div className={vraagt ? 'zin zin--vraag' : 'zin'}>
      <p id={id} className="zin__tekst" lang="nl" dir="ltr">
        <Stukken stukken={tekst} />
      </p>
      {vraagt ? (
        <Keuze
          intent="zin"
          opties={ZINANTWOORDEN}
          sleutel={sleutel}
          antwoord={antwoord}
          eerder={eerder}
          over={id}
        />
      ) : (
        <Gekozen antwoord={antwoord} wie={wie} />
      )}
    </div>
  )
}
