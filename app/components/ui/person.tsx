import type { ReactNode } from 'react'
import { Avatar } from './avatar.tsx'

type Props = {
  name: string
  /** When the name on screen has more in it than the name. */
  initialsFrom?: string
  detail?: ReactNode
  colour?: number | 'client'
  small?: boolean
  children?: ReactNode
}

/** Avatar, name, and a line about who it is. */
export function Person({ name, initialsFrom = name, detail, colour, small, children }: Props) {
  return (
    <div className="person">
      <Avatar name={initialsFrom} colour={colour} small={small} />
      <div className="person__text">
        <div className="person__name">{name}</div>
        {detail && <div className="person__detail">{detail}</div>}
        {children}
      </div>
    </div>
  )
}
