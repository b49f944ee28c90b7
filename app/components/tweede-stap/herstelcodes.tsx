import { Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'

/** The ten codes for who loses his telephone. They are on this screen once. */
export function Herstelcodes({ codes }: { codes: readonly string[] }) {
  const [kan, setKan] = useState(false)
  useEffect(() => setKan(true), [])
  return (
    <div className="stack stack--wide">
      <Notice tone="warn" title="Bewaar deze herstelcodes nu">
        <p>
          U ziet ze maar één keer. Print ze of schrijf ze op, en bewaar ze niet bij uw computer. Met
          een herstelcode logt u in als u uw telefoon of passkey kwijt bent. Elke code werkt één
          keer.
        </p>
      </Notice>
      <ul className="herstelcodes" aria-label="Herstelcodes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      {kan && (
        <p className="no-print">
          <Button type="button" icon={Printer} onClick={() => window.print()}>
            Print deze codes
          </Button>
        </p>
      )}
    </div>
  )
}
