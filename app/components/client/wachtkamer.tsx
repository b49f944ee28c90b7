import type { Wachtkamerbeeld } from './clientbeeld.ts'
import { KalenderIcon, StopIcon } from './icons.tsx'
import { Melding } from './melding.tsx'
import { Signaalknop } from './signaalknop.tsx'
import { Voorlezen } from './voorlezen.tsx'

/** The time, what will happen, what he may do, whom to call: nothing and nobody else. T3 */
export function Wachtkamer({ beeld }: { beeld: Wachtkamerbeeld }) {
  return (
    <div className="smal" data-voorlezen>
      <h1 tabIndex={-1}>U bent in de wachtkamer</h1>
      <p className="inleiding">Wij halen u zo op.</p>
      <Voorlezen />

      {beeld.verplaatst && (
        <Melding soort="let-op">
          <p>
            Uw afspraak is verplaatst. Hieronder staat de nieuwe tijd. Heeft u vragen? Bel{' '}
            {beeld.contact.naam}.
          </p>
        </Melding>
      )}

      <section className="kader" aria-labelledby="afspraak">
        <KalenderIcon />
        <div>
          <h2 id="afspraak">Uw afspraak</h2>
          <p className="kader__groot">{beeld.afspraak}</p>
        </div>
      </section>

      <section aria-labelledby="stappen">
        <h2 id="stappen">Wat gaat er gebeuren?</h2>
        <ol className="stappen">
          <li>U wacht hier. Laat deze pagina open staan.</li>
          <li>Wij halen u op. Dan verandert deze pagina vanzelf.</li>
          <li>We praten samen over uw plan. U leest mee op dit scherm.</li>
        </ol>
      </section>

      <section aria-labelledby="mag">
        <h2 id="mag">Dit mag u</h2>
        <ul className="lijst">
          <li>U mag altijd om een pauze vragen.</li>
          <li>U mag iemand meenemen.</li>
          <li>U mag nee zeggen.</li>
        </ul>
      </section>

      <Stoppen gestopt={beeld.signaal === 'stoppen'} />
      <noscript>
        <p>Deze pagina kijkt elke 20 seconden of u aan de beurt bent.</p>
      </noscript>
    </div>
  )
}

function Stoppen({ gestopt }: { gestopt: boolean }) {
  if (!gestopt) {
    return (
      <Signaalknop signaal="stoppen">
        <StopIcon />
        Ik wil stoppen
      </Signaalknop>
    )
  }

  return (
    <Melding soort="goed">
      <p>
        <strong>U wilt stoppen. Dat mag.</strong> We geven het door. U mag deze pagina sluiten. Wilt
        u er iets over zeggen? Bel ons.
      </p>
      <Signaalknop signaal="">Ik wil toch verder</Signaalknop>
    </Melding>
  )
}
