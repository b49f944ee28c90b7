/** A round table, seen from above, with five seats around it. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="7.5" fill="none" stroke="currentColor" strokeWidth="3" />
      <circle cx="16" cy="16" r="2" fill="currentColor" />
      <circle cx="16" cy="3.5" r="2.5" fill="currentColor" />
      <circle cx="27.9" cy="12.1" r="2.5" fill="currentColor" />
      <circle cx="23.3" cy="26.1" r="2.5" fill="currentColor" />
      <circle cx="8.7" cy="26.1" r="2.5" fill="currentColor" />
      <circle cx="4.1" cy="12.1" r="2.5" fill="currentColor" />
    </svg>
  )
}
