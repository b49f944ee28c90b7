import { Check, Eye, Lock, Pencil } from 'lucide-react'
import { href, Link } from 'react-router'
import { Card } from '#app/components/ui/card.tsx'
import { DOCUMENT_TEKST, tijdTekst } from '#app/tekst.ts'
import { FASEN } from '#domain/fase.ts'
import type { Meeting, Onderdeel } from './meeting.ts'

type Props = Pick<Meeting, 'overlegId' | 'document' | 'onderdelen' | 'stand'>

/** Where the overleg is: the four fasen in order, and below them the samenvatting for the cliënt. */
export function Fasen({ overlegId, document, onderdelen, stand }: Props) {
  const fasen = onderdelen.filter((onderdeel) => onderdeel.document !== 'samenvatting')
  const samenvatting = onderdelen.find((onderdeel) => onderdeel.document === 'samenvatting')
  const deel = (onderdeel: Onderdeel) => ({ overlegId, onderdeel, open: document, stand })
  return (
    <Card title="Fasen" className="fasen">
      <ol className="fasen__lijst">
        {fasen.map((onderdeel) => (
          <Regel key={onderdeel.document} {...deel(onderdeel)} />
        ))}
      </ol>
      {samenvatting && stand.metClient && (
        <ul className="fasen__lijst fasen__lijst--los">
          <Regel {...deel(samenvatting)} />
        </ul>
      )}
    </Card>
  )
}

type RegelProps = Pick<Props, 'overlegId' | 'stand'> & {
  onderdeel: Onderdeel
  open: Meeting['document']
}

function Regel({ overlegId, onderdeel, open, stand }: RegelProps) {
  const { document, moment, toegang } = onderdeel
  const naam = DOCUMENT_TEKST[document]
  return (
    <li className={`fase fase--${moment}`}>
      <span className="fase__teken" aria-hidden="true">
        <Teken onderdeel={onderdeel} />
      </span>
      <span className="fase__tekst">
        {toegang === 'geen' ? (
          <span className="fase__naam">{naam}</span>
        ) : (
          <Link
            className="fase__naam"
            to={href('/overleggen/:overlegId/document/:document', { overlegId, document })}
            aria-current={document === open ? 'page' : undefined}
          >
            {naam}
          </Link>
        )}
        <span className="fase__stand">{standTekst(onderdeel, stand)}</span>
      </span>
    </li>
  )
}

function Teken({ onderdeel: { document, moment, toegang } }: Pick<RegelProps, 'onderdeel'>) {
  if (moment === 'klaar') return <Check className="icon" />
  if (document !== 'samenvatting') return FASEN.indexOf(document) + 1
  return toegang === 'geen' ? <Lock className="icon" /> : <Pencil className="icon" />
}

function standTekst(onderdeel: Onderdeel, { overleg }: Meeting['stand']) {
  const { document, moment, toegang, klaarOp } = onderdeel
  const metClient = overleg.status === 'lopend' && overleg.tafel === 'met-client'
  const voorClient = document === 'samenvatting' || document === 'besluitvorming'
  if (metClient && voorClient && toegang !== 'geen') {
    return (
      <span className="fase__client">
        <Eye className="icon" aria-hidden="true" /> De cliënt ziet dit
      </span>
    )
  }
  if (overleg.status === 'gepland') {
    return toegang === 'geen' ? 'Komt later' : 'U kunt dit voorbereiden'
  }
  if (moment === 'klaar') return klaarOp ? `Klaar om ${tijdTekst(klaarOp)}` : 'Klaar'
  if (moment === 'komt') return document === 'samenvatting' ? 'Vanaf oordeelsvorming' : 'Komt nog'
  if (document === 'samenvatting') return toegang === 'geen' ? 'Niet voor u' : 'Voor de cliënt'
  return 'Nu bezig'
}
