import { createLink } from '@tanstack/react-router'
import { Icon } from '../mark/Icon.tsx'
import type { IconName } from '../mark/icons.ts'

interface Props extends React.AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly kind?: 'primary' | 'default' | 'plain'
  readonly icon?: IconName
  readonly ref?: React.Ref<HTMLAnchorElement>
}

function ButtonAnchor({ kind = 'default', icon, className, children, ...rest }: Props) {
  return (
    <a {...rest} className={`btn btn--${kind}${className === undefined ? '' : ` ${className}`}`}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </a>
  )
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const ButtonLink = createLink(ButtonAnchor)
