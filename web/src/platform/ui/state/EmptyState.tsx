import { Icon } from '../mark/Icon.tsx'
import type { IconName } from '../mark/icons.ts'

interface Props {
  readonly icon?: IconName
  readonly title: string
  /** Why there is nothing. */
  readonly children?: React.ReactNode
  /** What to do next. */
  readonly next?: React.ReactNode
}

export function EmptyState({ icon = 'collect', title, children, next }: Props) {
  return (
    <div className="state">
      <span className="state__icon">
        <Icon name={icon} size={24} />
      </span>
      <h2>{title}</h2>
      {children !== undefined && <div className="quiet">{children}</div>}
      {next !== undefined && <div className="state__next">{next}</div>}
    </div>
  )
}
