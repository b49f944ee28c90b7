import type { Signaal } from '#domain/tafel.ts'
import { PauzeIcon, SpreekIcon } from './icons.tsx'
import { Melding } from './melding.tsx'
import { Signaalknop } from './signaalknop.tsx'
import { useWoorden } from './woorden.tsx'

/** What the client side can say without words. */
export function Signalen({ signaal }: { signaal: Signaal | null }) {
  const w = useWoorden().tafel
  if (signaal) {
    const gevraagd = {
      'iets-zeggen': w.zeggenGevraagd,
      pauze: w.pauzeGevraagd,
      stoppen: w.stoppenGevraagd,
    } satisfies Record<Signaal, string>
    return (
      <Melding soort="goed">
        <p role="status">
          <strong>{gevraagd[signaal]}</strong>
        </p>
        <Signaalknop signaal="">{w.hoeftNiet}</Signaalknop>
      </Melding>
    )
  }

  return (
    <div className="knoppen">
      <Signaalknop signaal="iets-zeggen">
        <SpreekIcon />
        {w.zeggen}
      </Signaalknop>
      <Signaalknop signaal="pauze">
        <PauzeIcon />
        {w.pauze}
      </Signaalknop>
      <Signaalknop signaal="stoppen" rustig>
        {w.stoppen}
      </Signaalknop>
    </div>
  )
}
