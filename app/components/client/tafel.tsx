import type { ActieBeeld, Tafelbeeld } from './clientbeeld.ts'
import { type Formulierfout, foutVan } from './fout.ts'
import { Nu } from './nu.tsx'
import { KiesPin } from './pin-form.tsx'
import { Deel, Secties, useTitels } from './secties.tsx'
import { Signalen } from './signalen.tsx'
import { Actievraag } from './stem/actievraag.tsx'
import { EigenWoorden, EigenWoordenTekst } from './stem/eigen-woorden.tsx'
import { Zinnen } from './stem/zinnen.tsx'
import { Steunpersoon } from './steunpersoon.tsx'
import { Tafelgenoten } from './tafelgenoten.tsx'
import { useNieuw } from './use-nieuw.ts'
import { Voorlezen } from './voorlezen.tsx'
import { useWoorden, vul } from './woorden.tsx'

type Props = { beeld: Tafelbeeld; fout: Formulierfout | null }

/** Mijn plan, while it is being made. */
export function Tafel({ beeld, fout }: Props) {
  const w = useWoorden()
  const { aanTafel } = beeld
  return (
    <div className="tafel">
      <div className="tafel__kop" data-voorlezen>
        <h1 tabIndex={-1}>{w.tafel.titel}</h1>
        {!beeld.besloten && <p className="inleiding">{w.tafel.inleiding}</p>}
        <Nu beeld={beeld} fout={fout} />
        <Voorlezen />
      </div>
      <section className="tafel__signaal" aria-labelledby="signaal">
        <h2 id="signaal" className="visually-hidden">
          {w.tafel.laatWeten}
        </h2>
        {beeld.link && (
          <p>
            <a className="button" href={beeld.link} target="_blank" rel="noopener noreferrer">
              {w.tafel.beeld}
            </a>
          </p>
        )}
        <Signalen signaal={beeld.signaal} />
      </section>
      <Inhoud beeld={beeld} fout={fout} />
      <div className="tafel__zij">
        {aanTafel.length > 0 && (
          <Deel titel={w.tafel.wieZitEr}>
            <Tafelgenoten aanTafel={aanTafel} />
          </Deel>
        )}
        {beeld.steunpersoon && (
          <Deel titel={w.steunpersoon.titel}>
            <Steunpersoon beeld={beeld.steunpersoon} />
          </Deel>
        )}
        <Deel titel={w.tafel.pincode}>
          <KiesPin heeftPin={beeld.heeftPin} fout={foutVan(fout, 'kies-pin')} />
        </Deel>
      </div>
    </div>
  )
}

/** His own words first, then what the table writes, each with what he says of it. */
function Inhoud({ beeld, fout }: Props) {
  const w = useWoorden()
  const { soort, inhoud, antwoorden, eigenWoorden } = beeld
  const { nieuw, delen } = useNieuw(
    {
      samenvatting: inhoud.samenvatting,
      plan: inhoud.plan,
      ik: inhoud.acties.filter(({ wie }) => wie.soort === 'ik').map(zonderStem),
      anderen: inhoud.acties.filter(({ wie }) => wie.soort !== 'ik').map(zonderStem),
    },
    useTitels(soort),
  )
  const wie = antwoorden.mag ? w.stem.zei : w.stem.zeiClient
  return (
    <div className="tafel__inhoud" data-voorlezen>
      {eigenWoorden.mag ? (
        <EigenWoorden woorden={eigenWoorden} fout={fout} />
      ) : (
        <EigenWoordenTekst
          woorden={{ wil: eigenWoorden.wil.tekst, anders: eigenWoorden.anders.tekst }}
          soort={soort}
        />
      )}
      <Secties
        soort={soort}
        inhoud={inhoud}
        nieuw={nieuw}
        nogLeeg={w.tafel.nogLeeg}
        samenvatting={<Zinnen regels={antwoorden.samenvatting} vraagt={antwoorden.mag} wie={wie} />}
        onderActie={(actie) => <Actievraag actie={actie} vraagt={antwoorden.mag} wie={wie} />}
      />
      <p role="status" className="visually-hidden">
        {delen.length > 0 && vul(w.tafel.nieuwBij, { delen: delen.join(', ') })}
      </p>
    </div>
  )
}

/** What he answers himself is no news. */
function zonderStem({ wat, waarom, wie, klaarVoor }: ActieBeeld) {
  return { wat, waarom, wie, klaarVoor }
}
