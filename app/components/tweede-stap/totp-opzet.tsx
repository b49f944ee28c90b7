import { Form } from 'react-router'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'

type TotpOpScherm = { geheim: string; opzet: string; qr: { pad: string; maat: number } }

type Props = { totp: TotpOpScherm; fout?: string; naar?: string | null }

/** A secret for an app, as a picture and as text, and the first code of it. */
export function TotpOpzet({ totp, fout, naar }: Props) {
  const { geheim, opzet, qr } = totp
  return (
    <Form method="post" className="form" noValidate>
      <input type="hidden" name="intent" value="totp" />
      <input type="hidden" name="opzet" value={opzet} />
      {naar !== undefined && <input type="hidden" name="naar" value={naar ?? ''} />}
      <ol className="stappen">
        <li>
          <p>Open de app met codes op uw telefoon, of installeer er een.</p>
        </li>
        <li>
          <p>Scan dit plaatje met de app.</p>
          <svg
            className="qr"
            viewBox={`0 0 ${qr.maat} ${qr.maat}`}
            role="img"
            aria-label="QR-code voor uw app met codes"
            shapeRendering="crispEdges"
          >
            <rect width={qr.maat} height={qr.maat} fill="#fff" />
            <path d={qr.pad} fill="#000" />
          </svg>
          <p>Lukt scannen niet? Typ dan deze sleutel in de app:</p>
          <p className="geheim">
            <code>{inGroepen(geheim)}</code>
          </p>
        </li>
        <li>
          <TextField
            id="code"
            name="code"
            label="Vul de zes cijfers in die de app nu toont"
            error={fout}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            size="short"
          />
        </li>
      </ol>
      <p>
        <Button variant="primary">Bevestigen</Button>
      </p>
    </Form>
  )
}

/** As people read it out: four at a time. */
function inGroepen(geheim: string): string {
  return geheim.replace(/(.{4})(?=.)/g, '$1 ')
}
