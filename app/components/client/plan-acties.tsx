import type { Clientsoort } from '#domain/rol.ts'
import type { PlanActie, Planlezing } from './clientbeeld.ts'
import { Eigenactie } from './eigen-actie.tsx'
import { type Formulierfout, foutVan } from './fout.ts'
import { RondjeIcon, VinkIcon } from './icons.tsx'
import { Merken } from './plan-tekst.tsx'
import { Deel } from './secties.tsx'
import { useWoorden, vul } from './woorden.tsx'

type Props = { beeld: Planlezing; fout: Formulierfout | null }

/** What he does, and what others do, each with how it stands in plain words: also when it did not happen. P3 */
export function Planacties({ beeld, fout }: Props) {
  const { plan: w } = useWoorden()
  const { ik, anderen } = verdeel(beeld)
  return (
    <>
      {ik.length > 0 && (
        <Deel titel={w[`ik_${beeld.soort}`]}>
          <Lijst acties={ik} beeld={beeld} fout={fout} />
        </Deel>
      )}
      {anderen.length > 0 && (
        <Deel titel={w.anderen}>
          <Lijst acties={anderen} beeld={beeld} fout={fout} />
        </Deel>
      )}
    </>
  )
}

/** How far it is, seen at once: his own first. */
export function Voortgang({ beeld }: { beeld: Planlezing }) {
  const { plan: w } = useWoorden()
  const { ik, anderen } = verdeel(beeld)
  return (
    <section className="deel" aria-labelledby="voortgang">
      <h2 id="voortgang">{w.voortgang}</h2>
      <Balk acties={ik} zin={w[`voortgang_${wieVan(beeld.soort)}`]} />
      <Balk acties={anderen} zin={w.voortgang_anderen} />
    </section>
  )
}

function Balk({ acties, zin }: { acties: readonly PlanActie[]; zin: string }) {
  const klaar = acties.filter((actie) => actie.klaar).length
  const alle = acties.filter(({ stand }) => stand !== 'vervallen').length
  if (alle === 0) return null
  const tekst = vul(zin, { klaar: String(klaar), alle: String(alle) })
  return (
    <div className="voortgang">
      <p>{tekst}</p>
      <progress value={klaar} max={alle} aria-label={tekst} />
    </div>
  )
}

function foutBij({ nummer, melden }: PlanActie, fout: Formulierfout | null): string | null {
  if (fout?.nummer !== nummer || (fout.verstuurd ?? melden) !== melden) return null
  return foutVan(fout, 'actie')
}

type LijstProps = Props & { acties: readonly PlanActie[] }

function Lijst({ acties, beeld, fout }: LijstProps) {
  const { plan: w } = useWoorden()
  return (
    <ul className="acties">
      {acties.map((actie) => (
        <li key={actie.nummer} className="actie">
          <span className={actie.klaar ? 'actie__teken actie__teken--klaar' : 'actie__teken'}>
            {actie.klaar ? <VinkIcon /> : <RondjeIcon />}
          </span>
          <div className="actie__tekst">
            <Tekst actie={actie} />
            {actie.antwoord && <p className="gezegd">{w[`antwoord_${actie.antwoord}`]}</p>}
            <Merken
              merken={beeld.merken.filter(
                ({ plek }) => plek.deel === 'actie' && plek.nummer === actie.nummer,
              )}
            />
            <Stand actie={actie} beeld={beeld} />
            {actie.melden && (
              <Eigenactie
                key={actie.stand}
                actie={actie}
                contact={beeld.contact}
                fout={foutBij(actie, fout)}
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Tekst({ actie: { wat, waarom, wie, klaarVoor } }: { actie: PlanActie }) {
  const { plan: w } = useWoorden()
  return (
    <>
      <p className="actie__wat" lang="nl" dir="ltr">
        {wat}
      </p>
      {wie.soort === 'persoon' && <p>{vul(w.wie_persoon, wie)}</p>}
      {wie.soort === 'organisatie' && <p>{vul(w.wie_organisatie, wie)}</p>}
      {wie.soort === 'nog-niet-bekend' && <p>{w.wie_onbekend}</p>}
      {waarom && (
        <p>
          {w.waarom}{' '}
          <span lang="nl" dir="ltr">
            {waarom}
          </span>
        </p>
      )}
      {klaarVoor && <p className="actie__wanneer">{vul(w.klaarVoor, { datum: klaarVoor })}</p>}
    </>
  )
}

/** A word of explanation comes instead of being told to ask for one. */
function Stand({ actie, beeld: { soort, contact } }: { actie: PlanActie; beeld: Planlezing }) {
  const { plan: w } = useWoorden()
  const { stand, sinds, uitleg, woord, wie } = actie
  const naam = contact.naam
  return (
    <>
      <p className={`actie__stand actie__stand--${stand}`}>
        {vul(w[`${wie.soort === 'ik' ? wieVan(soort) : 'ander'}_${stand}`], { naam })}{' '}
        {sinds && <span className="actie__sinds">{vul(w.sinds, { datum: sinds })}</span>}
      </p>
      {uitleg && (
        <p className="actie__uitleg">
          {w.uitleg}{' '}
          <span lang="nl" dir="ltr" className="regels">
            {uitleg}
          </span>
        </p>
      )}
      {woord && (
        <p className="actie__uitleg">
          {w.eigenWoord} <q className="regels">{woord}</q>
        </p>
      )}
    </>
  )
}

function wieVan(soort: Clientsoort): 'ik' | 'zelf' {
  return soort === 'client' ? 'ik' : 'zelf'
}

function verdeel({ inhoud: { acties } }: Planlezing) {
  return {
    ik: acties.filter(({ wie }) => wie.soort === 'ik'),
    anderen: acties.filter(({ wie }) => wie.soort !== 'ik'),
  }
}
