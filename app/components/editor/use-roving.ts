import { type KeyboardEvent, useState } from 'react'

/** One stop for Tab in a row of buttons; arrow keys, Home and End go along them. */
export function useRoving(aantal: number) {
  const [huidige, setHuidige] = useState(0)

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const naar = naarOf(event.key, { huidige, aantal })
    if (naar === null) return
    event.preventDefault()
    setHuidige(naar)
    event.currentTarget.querySelectorAll('button')[naar]?.focus()
  }

  return {
    onKeyDown,
    itemProps: (index: number) => ({
      tabIndex: index === Math.min(huidige, aantal - 1) ? 0 : -1,
      onFocus: () => setHuidige(index),
    }),
  }
}

function naarOf(
  toets: string,
  { huidige, aantal }: { huidige: number; aantal: number },
): number | null {
  if (toets === 'ArrowRight' || toets === 'ArrowDown') return (huidige + 1) % aantal
  if (toets === 'ArrowLeft' || toets === 'ArrowUp') return (huidige - 1 + aantal) % aantal
  if (toets === 'Home') return 0
  return toets === 'End' ? aantal - 1 : null
}
