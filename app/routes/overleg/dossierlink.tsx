import { Download } from 'lucide-react'
import { href } from 'react-router'
import { ButtonLink } from '#app/components/ui/button.tsx'

/** A file, and no page: the browser fetches it itself. */
export function Dossierlink({ overlegId }: { overlegId: string }) {
  return (
    <ButtonLink
      to={href('/overleggen/:overlegId/dossier', { overlegId })}
      icon={Download}
      reloadDocument
    >
      Download het dossier
    </ButtonLink>
  )
}
