import type { ReactNode } from 'react'

// A handful of icons by hand: a library's would be a tenth of what this side may weigh.
function Icon({ children, richting }: { children: ReactNode; richting?: true }) {
  return (
    <svg
      className={richting ? 'icon icon--richting' : 'icon'}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

export function TelefoonIcon() {
  return (
    <Icon>
      <path d="M5 3h3.5l2 5-2.5 1.8a12 12 0 0 0 6.2 6.2L16 13.5l5 2V19a2 2 0 0 1-2.2 2A17.5 17.5 0 0 1 3 5.2 2 2 0 0 1 5 3z" />
    </Icon>
  )
}

export function LuidsprekerIcon() {
  return (
    <Icon richting>
      <path d="M11 5 6.5 9H3v6h3.5L11 19z" />
      <path d="M15 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />
    </Icon>
  )
}

export function KalenderIcon() {
  return (
    <Icon>
      <rect x="3" y="4.5" width="18" height="16.5" rx="2" />
      <path d="M8 2.5v4M16 2.5v4M3 10h18" />
    </Icon>
  )
}

export function VinkIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="10" />
      <path d="m7.5 12.5 3 3 6-6.5" />
    </Icon>
  )
}

export function RondjeIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="10" />
    </Icon>
  )
}

export function SpreekIcon() {
  return (
    <Icon richting>
      <path d="M21 12a8 8 0 0 1-8 8H4l2-3.2A8 8 0 1 1 21 12z" />
      <path d="M9 12h.01M13 12h.01M17 12h.01" />
    </Icon>
  )
}

export function PauzeIcon() {
  return (
    <Icon>
      <path d="M9 5v14M15 5v14" />
    </Icon>
  )
}

export function StopIcon() {
  return (
    <Icon>
      <rect x="6" y="6" width="12" height="12" rx="1.5" fill="currentColor" />
    </Icon>
  )
}

export function PrintIcon() {
  return (
    <Icon>
      <path d="M7 8V3h10v5M7 17H4a1 1 0 0 1-1-1v-6a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v6a1 1 0 0 1-1 1h-3" />
      <path d="M7 14h10v7H7z" />
    </Icon>
  )
}

export function LetOpIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="10" />
      <path d="M12 7v6M12 16.5h.01" />
    </Icon>
  )
}

export function BeetjeIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="10" />
      <path d="M7.5 12h9" />
    </Icon>
  )
}

export function NeeIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="10" />
      <path d="m8.5 8.5 7 7M15.5 8.5l-7 7" />
    </Icon>
  )
}

export function VraagIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="10" />
      <path d="M9 9.2a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 1.8M12 17h.01" />
    </Icon>
  )
}
