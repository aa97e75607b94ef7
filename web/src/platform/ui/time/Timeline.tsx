import { useTranslation } from 'react-i18next'
import { DateText } from './DateText.tsx'

export interface TimelineItem {
  readonly id: string
  readonly title: React.ReactNode
  /** Absent for what is still to come. */
  readonly at?: string | undefined
  /** As far as the viewer may know. */
  readonly who?: string | undefined
  readonly note?: React.ReactNode
  readonly tone?: 'past' | 'now' | 'trouble' | 'next'
}

/** The spine of an order: what happened, by whom, when, why, and what comes next. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }) {
  const { t } = useTranslation()
  return (
    <ol className="timeline" aria-label={label ?? t('timeline.label')}>
      {items.map((item) => (
        <li key={item.id} className={`timeline__item timeline__item--${item.tone ?? 'past'}`}>
          <span className="timeline__dot" aria-hidden="true" />
          <div className="timeline__head">
            <span className="timeline__title">{item.title}</span>
            {item.who !== undefined && <span>{item.who}</span>}
          </div>
          {item.at !== undefined && (
            <div className="timeline__when">
              <DateText value={item.at} time />
            </div>
          )}
          {item.note !== undefined && <div className="timeline__note">{item.note}</div>}
        </li>
      ))}
    </ol>
  )
}
