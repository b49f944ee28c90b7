import { datumTekst } from '#app/tekst.ts'
import type { Conceptactie } from '#domain/actie.ts'
import type { Tafelgast } from '../meeting.ts'

type Props = { actie: Conceptactie; naam: string; deelnemers: readonly Tafelgast[] }

/** The same actie for who only reads. */
export function ActieLezen({ actie, naam, deelnemers }: Props) {
  return (
    <div className="actiekaart">
      <h3 className="actiekaart__naam">{naam}</h3>
      <p>{actie.wat || 'Nog niets opgeschreven.'}</p>
      <dl className="facts">
        <div>
          <dt>Wie</dt>
          <dd>{wieTekst(actie, deelnemers)}</dd>
        </div>
        <div>
          <dt>Wanneer klaar</dt>
          <dd>{actie.wanneer ? datumTekst(actie.wanneer) : 'Nog niet bekend'}</dd>
        </div>
        {actie.leefgebied && (
          <div>
            <dt>Leefgebied</dt>
            <dd>{actie.leefgebied}</dd>
          </div>
        )}
        {actie.waarom && (
          <div className="facts__lang">
            <dt>Waarom</dt>
            <dd>{actie.waarom}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}

function wieTekst({ wie }: Conceptactie, deelnemers: readonly Tafelgast[]) {
  if (!wie) return 'Nog niet bekend'
  if (wie.soort === 'client') return 'De cliënt zelf'
  const gast = deelnemers.find(({ id }) => id === wie.deelnemerId)
  return gast ? `${gast.naam} (${gast.organisatie})` : 'Nog niet bekend'
}
