import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'

// A page that a browser kept whole, and shows again after signing out, is asked anew instead.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload()
})

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  )
})
