import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { WorkItem } from '@dj/shared/meet/work/work.schema.ts'
import { GivenBack } from '../../build/marks/GivenBack.tsx'
import { NudgedNote } from '../../exit/rectifications/NudgedNote.tsx'
import { useQuarter } from '../../platform/ui/time/use-quarter.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { Deadline } from '../../platform/ui/time/Deadline.tsx'
import { placeOf } from './place-of.ts'
import { waitsFor } from './work-groups.ts'
import { Waited } from './Waited.tsx'

export function WorkRow({ item }: { item: WorkItem }) {
  const { county } = useMe()
  return (
    <li className="work-row">
      <span className="work-row__what">
        <Link {...placeOf(item, county.id)} className="work-row__title">
          <Title item={item} />
        </Link>
        {item.nudges !== null && <NudgedNote nudges={item.nudges} />}
        {item.releasedAt !== null && (
          <span className="quiet">
            <GivenBack at={item.releasedAt} />
          </span>
        )}
      </span>
      <span className="work-row__since">
        {waitsFor(item.kind) ? <Waited since={item.since} /> : <DateText value={item.since} />}
      </span>
      <span className="work-row__due">
        {(item.dueAt !== null || item.waitsForCalendar) && <Deadline at={item.dueAt} />}
      </span>
      <Icon name="forward" size={16} />
    </li>
  )
}

/** A round is told by its quarter alone, a calendar by its year. */
function Title({ item: { subject, orderId, title } }: { item: WorkItem }) {
  const { t } = useTranslation('work')
  const quarter = useQuarter()
  if (subject.kind === 'calendar') return t('calendar.title', { year: title })
  if (subject.kind === 'head') return t('head.title', { day: title })
  return subject.kind === 'round' && orderId === null ? t('round.title', { quarter: quarter(title) }) : title
}
