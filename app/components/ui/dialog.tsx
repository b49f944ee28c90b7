import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'

type Props = { open: boolean; title: string; onClose: () => void; children: ReactNode }

/** A native modal dialog: the browser keeps focus inside, and gives it back. */
export function Dialog({ open, title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open) dialog.current?.close()
  }, [open])

  // A tablet that is turned may leave no room for what the dialog is in; unseen, it would still hold the page.
  useEffect(() => {
    if (!open) return
    function sluitOngezien() {
      if (!dialog.current?.checkVisibility()) dialog.current?.close()
    }
    window.addEventListener('resize', sluitOngezien)
    return () => window.removeEventListener('resize', sluitOngezien)
  }, [open])

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={onClose}>
      <div className="dialog__header">
        <h2 id={titleId}>{title}</h2>
        <Button
          type="button"
          variant="plain"
          small
          icon={X}
          aria-label="Sluiten"
          onClick={() => dialog.current?.close()}
        />
      </div>
      {open && children}
    </dialog>
  )
}
