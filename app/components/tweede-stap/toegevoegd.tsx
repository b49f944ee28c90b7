import { href } from 'react-router'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Herstelcodes } from './herstelcodes.tsx'

type Props = { titel: string; codes: readonly string[] | null }

/** It is there now; with the codes to keep, when those are new. */
export function Toegevoegd({ titel, codes }: Props) {
  return (
    <div className="page page--narrow">
      <PageHeader title={titel} />
      <Card>
        {codes ? (
          <Herstelcodes codes={codes} />
        ) : (
          <Notice tone="ok" role="status">
            <p>U kunt deze vanaf nu gebruiken. Uw herstelcodes blijven dezelfde.</p>
          </Notice>
        )}
      </Card>
      <p className="no-print">
        <ButtonLink variant="primary" to={href('/account')}>
          {codes ? 'Ik heb de codes bewaard, verder' : 'Verder'}
        </ButtonLink>
      </p>
    </div>
  )
}
