import type { LucideIcon } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { Link, type LinkProps } from 'react-router'

type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'client' | 'plain'

type Look = { variant?: ButtonVariant; small?: boolean; icon?: LucideIcon; className?: string }
type ButtonProps = ComponentProps<'button'> & Look & { why?: string | null }

/**
 * A button. With `why` it does nothing yet and says so.
 *
 * It stays reachable by keyboard, so that the reason is read out.
 */
export function Button({ variant, small, icon, className, why, children, ...rest }: ButtonProps) {
  const whyId = useId()
  const look = classOf({ variant, small, className })
  if (!why) {
    return (
      <button type="submit" className={look} {...rest}>
        <Content icon={icon}>{children}</Content>
      </button>
    )
  }

  return (
    <span className="button-group">
      <button type="button" className={look} aria-disabled="true" aria-describedby={whyId}>
        <Content icon={icon}>{children}</Content>
      </button>
      <span id={whyId} className="why">
        {why}
      </span>
    </span>
  )
}

export function ButtonLink({
  variant,
  small,
  icon,
  className,
  children,
  ...rest
}: LinkProps & Look) {
  return (
    <Link className={classOf({ variant, small, className })} {...rest}>
      <Content icon={icon}>{children}</Content>
    </Link>
  )
}

function Content({ icon: Icon, children }: { icon?: LucideIcon; children: ReactNode }) {
  return (
    <>
      {Icon && <Icon className="icon" aria-hidden="true" />}
      {children}
    </>
  )
}

function classOf({ variant = 'secondary', small, className }: Look) {
  return ['button', `button--${variant}`, small && 'button--small', className]
    .filter(Boolean)
    .join(' ')
}
