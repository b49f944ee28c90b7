import { href, useSearchParams } from 'react-router'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { DOCUMENT_TEKST, FASE_TEKST, momentTekst } from '#app/tekst.ts'
import type { Meeting } from './meeting.ts'

type Props = Pick<Meeting, 'overlegId' | 'document' | 'stand' | 'onderdelen' | 'tafel'>

/** The overleg went on while this text stayed on the screen: a way along, and no jump that loses one's place. */
export function Verder({ overlegId, document, stand: { overleg }, onderdelen, tafel }: Props) {
  if (overleg.status === 'vastgesteld') {
    return (
      <Notice
        tone="ok"
        role="status"
        title="Het plan is vastgesteld"
        actions={
          <ButtonLink to={href('/overleggen/:overlegId/plan', { overlegId })}>
            Naar het plan
          </ButtonLink>
        }
      >
        <p>Het overleg is klaar. Deze tekst kan alleen nog gelezen worden.</p>
      </Notice>
    )
  }
  if (overleg.status === 'afgebroken') {
    return (
      <Notice tone="danger" role="status" title="Dit overleg is afgebroken">
        <p>Deze tekst kan alleen nog gelezen worden.</p>
      </Notice>
    )
  }
  if (overleg.status !== 'lopend' || !tafel) return null
  const hier = onderdelen.find((onderdeel) => onderdeel.document === document)
  if (hier?.moment !== 'klaar') return null
  return (
    <Notice
      role="status"
      title={`${DOCUMENT_TEKST[document]} is klaar`}
      actions={
        <ButtonLink
          variant="primary"
          to={href('/overleggen/:overlegId/document/:document', {
            overlegId,
            document: overleg.fase,
          })}
        >
          Ga naar {FASE_TEKST[overleg.fase].toLowerCase()}
        </ButtonLink>
      }
    >
      <p>Nu bezig: {FASE_TEKST[overleg.fase]}. Deze tekst kan alleen nog gelezen worden.</p>
    </Notice>
  )
}

/** For a browser without JavaScript: why the last thing was not done. */
export function Geweigerd() {
  const [zoek] = useSearchParams()
  if (!zoek.has('geweigerd')) return null
  return (
    <Notice tone="danger" title="Dat is niet gedaan">
      <p>Het kan nu niet, of er ontbreekt nog iets. Kijk op deze pagina wat er eerst moet.</p>
    </Notice>
  )
}

/** S6 */
export function Verouderd() {
  return (
    <Notice
      tone="warn"
      role="alert"
      title="Deze pagina is verouderd"
      actions={
        <Button type="button" onClick={() => window.location.reload()}>
          Ververs de pagina
        </Button>
      }
    >
      <p>U kunt nu alleen lezen. Kopieer eerst uw eigen tekst als die hierboven staat.</p>
    </Notice>
  )
}

/** Cannot be dismissed while it is true. */
export function ClientAanTafel({
  overlegId,
  magMeekijken,
}: {
  overlegId: string
  magMeekijken: boolean
}) {
  return (
    <Notice
      tone="client"
      title="De cliënt zit aan tafel"
      actions={
        magMeekijken && (
          <ButtonLink to={href('/overleggen/:overlegId/meekijken', { overlegId })}>
            Kijk mee als cliënt
          </ButtonLink>
        )
      }
    >
      <p>De cliënt leest Samenvatting en Besluitvorming direct mee. Schrijf in gewone taal.</p>
    </Notice>
  )
}

/** Why this fase was opened again, for as long as it can be read. F3 */
export function Heropend({ heropening }: Pick<Meeting, 'heropening'>) {
  if (!heropening) return null
  const { reden, naam, op } = heropening
  return (
    <Notice tone="info" title="Deze fase is heropend">
      <p>{reden}</p>
      <p className="subtle">
        {naam}, {momentTekst(op)}
      </p>
    </Notice>
  )
}
