import { Video as VideoIcon } from 'lucide-react'
import { Card } from '#app/components/ui/card.tsx'

/** The room of the table as it is now. Two rooms, so that nobody has to be sent out of one. */
export function Video({ link, metClient }: { link: string; metClient: boolean }) {
  return (
    <Card title="Beeld en geluid" className="video">
      <a className="button" href={link} target="_blank" rel="noopener noreferrer">
        <VideoIcon className="icon" aria-hidden="true" />
        Open de videoverbinding
      </a>
      <p className="subtle small">
        {metClient ? 'De kamer met de cliënt. ' : 'De kamer van het vooroverleg. '}
        Opent in een nieuw tabblad, buiten Focustafel om.
      </p>
    </Card>
  )
}
