import { href, Link } from 'react-router'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { DOCUMENT_TEKST } from '#app/tekst.ts'
import type { Meeting } from './meeting.ts'
import { MijnInbreng } from './mijn-inbreng.tsx'

type Props = Pick<Meeting, 'overlegId' | 'document' | 'stand' | 'onderdelen' | 'inbreng'>

/** This text is not for this person, now or any more; says so, and what there is. T2 */
export function NietAanTafel({ overlegId, document, stand, onderdelen, inbreng }: Props) {
  const leesbaar = onderdelen.filter(({ toegang }) => toegang !== 'geen')
  const nuBezig = leesbaar.find(({ moment }) => moment === 'nu')
  const { titel, uitleg } = tekstOf({ document, stand, onderdelen })
  return (
    <div className="page page--narrow">
      <div className="card stack">
        <h1 tabIndex={-1}>{titel}</h1>
        <p>{uitleg}</p>
        {nuBezig && (
          <div>
            <ButtonLink
              variant="primary"
              to={href('/overleggen/:overlegId/document/:document', {
                overlegId,
                document: nuBezig.document,
              })}
            >
              Ga naar {DOCUMENT_TEKST[nuBezig.document].toLowerCase()}
            </ButtonLink>
          </div>
        )}
        {leesbaar.length > 0 && (
          <>
            <h2>Dit kunt u lezen</h2>
            <ul>
              {leesbaar.map((onderdeel) => (
                <li key={onderdeel.document}>
                  <Link
                    to={href('/overleggen/:overlegId/document/:document', {
                      overlegId,
                      document: onderdeel.document,
                    })}
                  >
                    {DOCUMENT_TEKST[onderdeel.document]}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <Link to={href('/acties')}>Naar uw acties</Link>
        </p>
      </div>
      {inbreng && inbreng.length > 0 && <MijnInbreng inbreng={inbreng} />}
    </div>
  )
}

function tekstOf({
  document,
  stand: { overleg },
  onderdelen,
}: Omit<Props, 'overlegId' | 'inbreng'>) {
  const naam = DOCUMENT_TEKST[document]
  const moment = onderdelen.find((onderdeel) => onderdeel.document === document)?.moment
  if (overleg.status === 'lopend' && moment !== 'komt') {
    return {
      titel: 'U bent niet meer aan tafel',
      uitleg:
        'De cliënt is aangeschoven. U ziet de tekst, de mensen en de videoverbinding van de tafel niet meer. Uw eigen acties vindt u bij Acties.',
    }
  }
  if (moment === 'komt') {
    return {
      titel: `${naam} komt later`,
      uitleg: 'Dit onderdeel van het overleg is nog niet begonnen.',
    }
  }
  return { titel: `${naam} is niet voor u`, uitleg: 'Uw eigen acties vindt u bij Acties.' }
}
