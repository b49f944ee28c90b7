import { lazy, memo, Suspense } from 'react'
import type { OpenDocument } from '#app/realtime/open-document.ts'

// The largest part of the page; it comes when the frame is already there.
const Editor = lazy(async () => {
  const { Editor } = await import('#app/components/editor/editor.tsx')
  // The save state changes with every letter; the editor has nothing to do with that.
  return { default: memo(Editor) }
})

type Props = { open: OpenDocument | null; geladen: boolean; naam: string; magSchrijven: boolean }

export function LiveTekst({ open, geladen, naam, magSchrijven }: Props) {
  const wacht = <p className="editor__wacht subtle alleen-met-js">De tekst komt eraan…</p>
  return (
    <div className="live-tekst">
      {open && geladen ? (
        <Suspense fallback={wacht}>
          <Editor key={open.doc.guid} open={open} naam={naam} magSchrijven={magSchrijven} />
        </Suspense>
      ) : (
        wacht
      )}
      <noscript>
        <p className="editor__wacht">
          Om de tekst te lezen en mee te schrijven is JavaScript nodig. De rest van deze pagina
          werkt zonder.
        </p>
      </noscript>
    </div>
  )
}
