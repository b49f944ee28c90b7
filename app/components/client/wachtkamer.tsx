import type { Wachtkamerbeeld } from './clientbeeld.ts'
import { KalenderIcon, StopIcon } from './icons.tsx'
import { Melding } from './melding.tsx'
import { Signaalknop } from './signaalknop.tsx'
import { Sluiten } from './sluiten.tsx'
import { Voorlezen } from './voorlezen.tsx'
import { aaneen, useWoorden, vul } from './woorden.tsx'

/** The time, what will happen, what he may do, whom to call: nothing and nobody else. T3 */
export function Wachtkamer({ beeld }: { beeld: Wachtkamerbeeld }) {
  const w = useWoorden().wachtkamer
  return (
    <div className="smal" data-voorlezen>
      <h1 tabIndex={-1}>{w.titel}</h1>
      <p className="inleiding">{w.inleiding}</p>
      <Voorlezen />

      {beeld.verplaatst && (
        <Melding soort="let-op">
          <p>
            {w.verplaatst} {vul(w.vragen, { naam: beeld.contact.naam })}
          </p>
        </Melding>
      )}

      <section className="kader" aria-labelledby="afspraak">
        <KalenderIcon />
        <div>
          <h2 id="afspraak">{w.afspraak}</h2>
          <p className="kader__groot">{aaneen(beeld.afspraak)}</p>
        </div>
      </section>

      <section aria-labelledby="stappen">
        <h2 id="stappen">{w.stappen}</h2>
        <ol className="stappen">
          <li>{w.stap1}</li>
          <li>{w.stap2}</li>
          <li>{w.stap3}</li>
        </ol>
      </section>

      <section aria-labelledby="mag">
        <h2 id="mag">{w.mag}</h2>
        <ul className="lijst">
          <li>{w.magPauze}</li>
          <li>{w.magIemand}</li>
          <li>{w.magNee}</li>
        </ul>
      </section>

      <section className="deel" aria-labelledby="even">
        <h2 id="even">{w.even}</h2>
        <p>{w.evenUitleg}</p>
        <p>{w.evenTerug}</p>
        <Sluiten knop={w.evenWeg} />
      </section>

      <div className="stapel">
        <Stoppen gestopt={beeld.signaal === 'stoppen'} />
      </div>
      <noscript>
        <p>{w.kijkt}</p>
      </noscript>
    </div>
  )
}

function Stoppen({ gestopt }: { gestopt: boolean }) {
  const w = useWoorden().wachtkamer
  if (!gestopt) {
    return (
      <Signaalknop signaal="stoppen">
        <StopIcon />
        {w.stoppen}
      </Signaalknop>
    )
  }

  return (
    <Melding soort="goed">
      <p>
        <strong>{w.stopt}</strong> {w.stoptDan}
      </p>
      <Signaalknop signaal="">{w.tochVerder}</Signaalknop>
    </Melding>
  )
}
