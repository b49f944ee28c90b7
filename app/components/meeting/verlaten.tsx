import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { Button } from '#app/components/ui/button.tsx'
import { Dialog } from '#app/components/ui/dialog.tsx'

type Props = { onopgeslagen: boolean; gered: boolean }

/** Nobody leaves by accident while something of his is nowhere but on this screen. D3 */
export function Verlaten({ onopgeslagen, gered }: Props) {
  const blocker = useBlocker(({ nextLocation }) => {
    const blijft = /^\/overleggen\/[^/]+\/document\//.test(nextLocation.pathname)
    return onopgeslagen || (gered && !blijft)
  })

  useEffect(() => {
    if (blocker.state === 'blocked' && !onopgeslagen && !gered) blocker.proceed()
  }, [blocker, onopgeslagen, gered])

  useEffect(() => {
    if (!onopgeslagen && !gered) return
    const waarschuw = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', waarschuw)
    return () => window.removeEventListener('beforeunload', waarschuw)
  }, [onopgeslagen, gered])

  const blijf = () => blocker.state === 'blocked' && blocker.reset()
  return (
    <Dialog
      open={blocker.state === 'blocked'}
      title="Uw tekst is nog niet opgeslagen"
      onClose={blijf}
    >
      <div className="stack">
        <p>Als u nu weggaat, is wat u het laatst schreef weg. Wacht liever op de verbinding.</p>
        <div className="cluster">
          <Button type="button" variant="primary" onClick={blijf}>
            Blijf hier
          </Button>
          <Button
            type="button"
            variant="danger"
            onClick={() => blocker.state === 'blocked' && blocker.proceed()}
          >
            Ga toch weg
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
