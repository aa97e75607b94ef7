import { Link, type LinkProps } from '@tanstack/react-router'
import './tab-links.css'

export interface TabLink extends Pick<LinkProps, 'to' | 'params' | 'search'> {
  readonly label: React.ReactNode
  readonly count?: number | undefined
}

const exactly = { exact: true, includeSearch: true, explicitUndefined: true }

/** Faces of one page, kept in its address: A / B / C with their counts. */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav className="tab-links" aria-label={label}>
      <ul>
        {items.map(({ label: words, count, ...link }, index) => (
          <li key={index}>
            <Link {...link} className="tab-links__item" activeOptions={exactly}>
              {words}
              {count !== undefined && <span className="tab-links__count">{count.toLocaleString('en')}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
