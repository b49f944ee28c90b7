import { Hand } from 'lucide-react'
import { Button } from '#app/components/ui/button.tsx'
import { HandelingForm } from './handeling-form.tsx'

export function HandKnop({ op }: { op: boolean }) {
  return (
    <HandelingForm velden={{ intent: 'hand', hand: op ? 'neer' : 'op' }}>
      <Button icon={Hand} aria-pressed={op}>
        <span>
          Hand<span className="hand__lang"> {op ? 'omlaag' : 'opsteken'}</span>
        </span>
      </Button>
    </HandelingForm>
  )
}
