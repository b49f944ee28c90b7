import { Form, href } from 'react-router'
import type { Planbeeld } from './clientbeeld.ts'
import { type Formulierfout, foutVan } from './fout.ts'
import { LetOpIcon } from './icons.tsx'
import type { Verzoekbeeld, Verzoekenbeeld } from './planblokken.ts'
import { Deel } from './secties.tsx'
import { useWoorden, vul } from './woorden.tsx'

/** *Klopt er iets niet?*: call, or write it down and get an answer. K7 */
export function Verzoeken({ beeld, fout }: { beeld: Planbeeld; fout: Formulierfout | null }) {
  const { verzoek: w } = useWoorden()
  const { verzoeken, contact, soort } = beeld
  const { gesteld, kiesbaar } = verzoeken
  const zin = fout?.verstuurd
  // The same words may have been said before, about another sentence or about this one.
  const isAangekomen = zin && !kiesbaar.some((deel) => deel.zinnen.some((z) => z.sleutel === zin))
  return (
    <Deel titel={w.titel}>
      <p>{vul(w.bel, { ...contact, telefoon: contact.telefoon.replaceAll(' ', '\u00a0') })}</p>
      {kiesbaar.length > 0 && (
        <>
          <p>{w.ofSchrijf}</p>
          <Formulier
            key={gesteld.length}
            kiesbaar={kiesbaar}
            fout={isAangekomen ? null : foutVan(fout, 'verzoek')}
          />
        </>
      )}
      {kiesbaar.length === 0 && soort !== 'steunpersoon' && <p>{w.genoeg}</p>}
      {gesteld.length > 0 && (
        <>
          <h3>{soort === 'steunpersoon' ? w.gesteldAnder : w.gesteld}</h3>
          <ul className="lijst verzoeken" aria-live="polite">
            {gesteld.toReversed().map((verzoek) => (
              <li key={`${verzoek.ingediend}-${verzoek.zin}-${verzoek.tekst}`}>
                <Verzoek verzoek={verzoek} naam={contact.naam} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Deel>
  )
}

type FormulierProps = Pick<Verzoekenbeeld, 'kiesbaar'> & { fout: string | null }

function Formulier({ kiesbaar, fout }: FormulierProps) {
  const { verzoek: w } = useWoorden()
  return (
    <details className="geen-print" open={fout ? true : undefined}>
      <summary className="button">{w.open}</summary>
      <Form method="post" action={href('/mijn-plan')} preventScrollReset className="form">
        <input type="hidden" name="intent" value="verzoek" />
        <fieldset className="field zinkeuze">
          <legend className="field__label">{w.welke}</legend>
          {kiesbaar.map(({ deel, zinnen }) => (
            <fieldset key={deel}>
              <legend>{w[`deel_${deel}`]}</legend>
              {zinnen.map(({ sleutel, tekst }) => (
                <label key={sleutel} className="check">
                  <input type="radio" name="zin" value={sleutel} required />
                  <span lang="nl" dir="ltr">
                    {tekst}
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
        </fieldset>
        <div className="field">
          <label className="field__label" htmlFor="verzoek-tekst">
            {w.tekst}
          </label>
          <span id="verzoek-hint" className="field__hint">
            {w.tekstHint}
          </span>
          <textarea
            id="verzoek-tekst"
            name="tekst"
            rows={4}
            maxLength={1000}
            required
            className="input"
            aria-describedby="verzoek-hint"
          />
        </div>
        {fout && (
          <p className="field__error" role="alert">
            <LetOpIcon />
            <span>{fout}</span>
          </p>
        )}
        <button type="submit" className="button button--primary">
          {w.knop}
        </button>
      </Form>
    </details>
  )
}

function Verzoek({ verzoek, naam }: { verzoek: Verzoekbeeld; naam: string }) {
  const { verzoek: w } = useWoorden()
  const { zin, tekst, antwoord, uiterlijk, overTijd } = verzoek
  return (
    <>
      <p>
        {w.over}{' '}
        <q lang="nl" dir="ltr">
          {zin}
        </q>
      </p>
      <p className="regels">
        <strong>{tekst}</strong>
      </p>
      {antwoord ? (
        <>
          <p>{vul(antwoord.besluit === 'toegewezen' ? w.toegewezen : w.afgewezen, { naam })}</p>
          <p lang="nl" dir="ltr" className="regels">
            {antwoord.tekst}
          </p>
          {antwoord.besluit === 'afgewezen' && <p>{w.bewaard}</p>}
          <p>{vul(w.op, { datum: antwoord.op })}</p>
        </>
      ) : (
        <p>{vul(overTijd ? w.teLaat : w.wacht, { naam, datum: uiterlijk })}</p>
      )}
    </>
  )
}
