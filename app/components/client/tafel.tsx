import type { Tafelgenoot } from '#domain/projectie.ts'
import type { Signaal } from '#domain/tafel.ts'
import type { Tafelbeeld } from './clientbeeld.ts'
import { type Formulierfout, foutVan } from './fout.ts'
import { PauzeIcon, SpreekIcon } from './icons.tsx'
import { Melding } from './melding.tsx'
import { Nu } from './nu.tsx'
import { KiesPin } from './pin-form.tsx'
import { Deel, Secties, TITELS } from './secties.tsx'
import { Signaalknop } from './signaalknop.tsx'
import { Steunpersoon } from './steunpersoon.tsx'
import { useNieuw } from './use-nieuw.ts'
import { Voorlezen } from './voorlezen.tsx'
import { useWoorden } from './woorden.tsx'

type Props = { beeld: Tafelbeeld; fout: Formulierfout | null }

/** Mijn plan, while it is being made. */
export function Tafel({ beeld, fout }: Props) {
  const { soort, inhoud, aanTafel } = beeld
  const w = useWoorden()
  const { nieuw, melding } = useNieuw(
    {
      samenvatting: inhoud.samenvatting,
      plan: inhoud.plan,
      ik: inhoud.acties.filter(({ wie }) => wie.soort === 'ik'),
      anderen: inhoud.acties.filter(({ wie }) => wie.soort !== 'ik'),
    },
    TITELS[soort],
  )

  return (
    <div className="tafel">
      <div className="tafel__kop" data-voorlezen>
        <h1 tabIndex={-1}>Mijn plan</h1>
        {!beeld.besloten && (
          <p className="inleiding">
            U zit aan tafel. We maken dit plan nu samen. U leest mee. Het kan nog veranderen.
          </p>
        )}
        <Nu beeld={beeld} fout={fout} />
        <Voorlezen />
      </div>
      <section className="tafel__signaal" aria-labelledby="signaal">
        <h2 id="signaal" className="visually-hidden">
          Laat het ons weten
        </h2>
        {beeld.link && (
          <p>
            <a className="button" href={beeld.link} target="_blank" rel="noopener noreferrer">
              Praat mee met beeld
            </a>
          </p>
        )}
        <Signalen signaal={beeld.signaal} />
      </section>
      <div className="tafel__inhoud" data-voorlezen>
        <Secties soort={soort} inhoud={inhoud} nieuw={nieuw} nogLeeg="Hier staat nog niets." />
        <Deel titel="Klopt er iets niet?">
          <p>Zeg het ons. Dan passen we het samen aan.</p>
        </Deel>
      </div>
      <div className="tafel__zij">
        {aanTafel.length > 0 && (
          <Deel titel="Wie zit er aan tafel?">
            <Tafelgenoten aanTafel={aanTafel} />
          </Deel>
        )}
        {beeld.steunpersoon && (
          <Deel titel={w.steunpersoon.titel}>
            <Steunpersoon beeld={beeld.steunpersoon} />
          </Deel>
        )}
        <Deel titel="Uw pincode">
          <KiesPin heeftPin={beeld.heeftPin} fout={foutVan(fout, 'kies-pin')} />
        </Deel>
      </div>
      <p role="status" className="visually-hidden">
        {melding}
      </p>
    </div>
  )
}

const GEVRAAGD = {
  'iets-zeggen': 'U wilt iets zeggen. We geven u zo het woord.',
  pauze: 'U wilt even pauze. We stoppen zo even.',
  stoppen: 'U wilt stoppen. Dat mag. We praten er zo over.',
} as const satisfies Record<Signaal, string>

function Signalen({ signaal }: { signaal: Signaal | null }) {
  if (signaal) {
    return (
      <Melding soort="goed">
        <p role="status">
          <strong>{GEVRAAGD[signaal]}</strong>
        </p>
        <Signaalknop signaal="">Het hoeft niet meer</Signaalknop>
      </Melding>
    )
  }

  return (
    <div className="knoppen">
      <Signaalknop signaal="iets-zeggen">
        <SpreekIcon />
        Ik wil iets zeggen
      </Signaalknop>
      <Signaalknop signaal="pauze">
        <PauzeIcon />
        Ik wil even pauze
      </Signaalknop>
      <Signaalknop signaal="stoppen" rustig>
        Ik wil stoppen
      </Signaalknop>
    </div>
  )
}

/** Who is there now, and never who left. T6 */
export function Tafelgenoten({ aanTafel }: { aanTafel: readonly Tafelgenoot[] }) {
  return (
    <ul className="genoten">
      {aanTafel.map(({ naam, organisatie, taak }) => (
        <li key={`${naam} ${organisatie}`}>
          <strong>{naam}</strong>
          <span>{organisatie}</span>
          {taak && <span>{taak}</span>}
        </li>
      ))}
    </ul>
  )
}
