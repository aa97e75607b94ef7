import { createLink } from '@tanstack/react-router'
import { Icon } from '../mark/Icon.tsx'

function BackAnchor({
  children,
  ...rest
}: React.AnchorHTMLAttributes<HTMLAnchorElement> & { readonly ref?: React.Ref<HTMLAnchorElement> }) {
  return (
    <a {...rest} className="page-header__back">
      <Icon name="back" size={16} />
      {children}
    </a>
  )
}

/** Up one level, above the title of a page. */
export const BackLink = createLink(BackAnchor)
