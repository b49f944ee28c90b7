import { Copy, Send, Trash2 } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import type { Verlies } from '#app/realtime/open-document.ts'
import type { GeredeTekst } from '#app/realtime/use-document.ts'
import { DOCUMENT_TEKST } from '#app/tekst.ts'
import { HandelingForm } from './handeling-form.tsx'

const TITEL = {
  'alleen-lezen': 'U kunt hier niet meer schrijven. Uw tekst was nog niet opgeslagen',
  'fase-al-afgerond': 'Deze fase is afgerond voordat uw tekst was opgeslagen',
  'besloten-tijd': 'De cliënt heeft nu besloten tijd. Uw laatste woorden zijn niet opgeslagen',
  'editor-verouderd': 'Deze pagina is verouderd. Uw tekst is niet opgeslagen',
  'te-groot': 'Deze tekst is te lang om op te slaan',
  'te-veel': 'Dit ging te snel. Uw laatste tekst is niet opgeslagen',
  'schijf-vol':
    'De server heeft geen ruimte meer. Uw laatste tekst is niet opgeslagen. Bel de beheerder',
  'ongeldige-invoer': 'Uw laatste wijziging kon niet worden opgeslagen',
  'geen-toegang': 'U kunt niet meer bij deze tekst. Uw laatste woorden waren nog niet opgeslagen',
  afgemeld: 'U bent uitgelogd voordat uw tekst was opgeslagen',
} as const satisfies Record<Verlies['code'], string>

type Props = { gered: GeredeTekst; wis: (id: number) => void; naarInloggen: string }

/** The words of this person that were not taken: his own, whatever happened to the rest. D3 */
export function GeredeTekstPaneel({ gered, wis, naarInloggen }: Props) {
  const { id, code, document } = gered
  const tekstId = useId()
  const veld = useRef<HTMLTextAreaElement>(null)
  const [tekst, setTekst] = useState(gered.tekst)

  // The text that one was typing in is gone, and with it the focus: typing goes on here.
  useEffect(() => {
    if (window.document.activeElement !== window.document.body) return
    veld.current?.focus()
    veld.current?.setSelectionRange(veld.current.value.length, veld.current.value.length)
  }, [])

  const magIndienen = tekst.trim() !== '' && code !== 'geen-toegang' && code !== 'afgemeld'
  const klaar = () => wis(id)
  return (
    <Notice tone="warn" role="alert" title={`${TITEL[code]} (${DOCUMENT_TEKST[document]})`}>
      {gered.tekst === '' ? (
        <p>Het was een wijziging zonder eigen woorden. Kijk of de tekst nog klopt.</p>
      ) : (
        <>
          <label className="field__label" htmlFor={tekstId}>
            Uw eigen tekst. Zij staat nu alleen hier.
            {code === 'besloten-tijd' && ' Na de besloten tijd zet u haar zelf in de tekst.'}
          </label>
          <textarea
            ref={veld}
            id={tekstId}
            className="input geredde__tekst"
            rows={4}
            value={tekst}
            onChange={(event) => setTekst(event.target.value)}
            lang="nl"
          />
        </>
      )}
      <div className="cluster geredde__knoppen">
        {magIndienen && (
          <HandelingForm velden={{ intent: 'aanvulling', document, tekst }} onGelukt={klaar}>
            <Button variant="primary" icon={Send}>
              Indienen als aanvulling
            </Button>
          </HandelingForm>
        )}
        {tekst !== '' && <Kopieer tekst={tekst} />}
        {code === 'afgemeld' && (
          <ButtonLink to={naarInloggen} target="_blank">
            Opnieuw inloggen
          </ButtonLink>
        )}
        <Button type="button" variant="plain" icon={Trash2} onClick={klaar}>
          {gered.tekst === '' ? 'Sluiten' : 'Weggooien'}
        </Button>
      </div>
    </Notice>
  )
}

function Kopieer({ tekst }: { tekst: string }) {
  const [gedaan, setGedaan] = useState<'nee' | 'ja' | 'mislukt'>('nee')
  async function kopieer() {
    try {
      await navigator.clipboard.writeText(tekst)
      setGedaan('ja')
    } catch {
      setGedaan('mislukt')
    }
  }
  return (
    <span className="button-group">
      <Button type="button" icon={Copy} onClick={kopieer}>
        Kopieer
      </Button>
      <span className="why" role="status">
        {gedaan === 'ja' && 'Gekopieerd'}
        {gedaan === 'mislukt' && 'Kopiëren lukt hier niet: selecteer de tekst zelf.'}
      </span>
    </span>
  )
}
