import { CalendarPlus } from 'lucide-react'
import { href } from 'react-router'
import { ButtonLink } from '#app/components/ui/button.tsx'

/** The calendar file, for who had no mail or uses another calendar. */
export function Agendalink({ overlegId }: { overlegId: string }) {
  return (
    <ButtonLink
      to={href('/overleggen/:overlegId/agenda', { overlegId })}
      reloadDocument
      variant="plain"
      icon={CalendarPlus}
    >
      Zet in mijn agenda
    </ButtonLink>
  )
}
