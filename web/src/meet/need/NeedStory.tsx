import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { Deadline } from '../../platform/ui/time/Deadline.tsx'
import { Timeline, type TimelineItem } from '../../platform/ui/time/Timeline.tsx'

/** What became of a need, and what comes next. */
export function NeedStory({ need }: { need: NeedView }) {
  const { t } = useTranslation(['needs', 'domain'])
  const received: TimelineItem = {
    id: 'received',
    title: t('story.received', { channel: t(`domain:channel.${need.channel}`) }),
    at: need.receivedAt,
    note: need.holder === null ? undefined : t('story.holder', { who: need.holder.alias }),
  }
  const items = [received, ...useEnding(need)]
  return <Timeline items={items} label={t('story')} />
}

function useEnding(need: NeedView): readonly TimelineItem[] {
  const { t } = useTranslation('needs')
  const reopened = { id: 'reopened', title: t('story.reopened'), note: need.reopenReason }
  const earlier = { id: 'earlier', title: t('story.earlier'), note: need.earlierAnswer }
  const again = need.reopened ? [...(need.earlierAnswer === null ? [] : [earlier]), reopened] : []
  const at = need.respondedAt ?? undefined
  const orders = need.orders.length > 0 ? [{ id: 'orders', title: t('story.built'), note: <Orders need={need} /> }] : []
  if (need.mergedIntoId !== null) {
    return [
      ...again,
      { id: 'merged', title: t('story.merged'), note: <MergedInto id={need.mergedIntoId} />, tone: 'now' },
    ]
  }
  switch (need.state) {
    case 'received': {
      const waiting: TimelineItem = {
        id: 'next',
        title: t('story.waiting'),
        note: <Deadline at={need.respondBy} />,
        tone: 'next',
      }
      return [...orders, ...again, waiting]
    }
    case 'linked':
      return [...again, { id: 'linked', title: t('story.linked'), at, note: <Orders need={need} />, tone: 'now' }]
    case 'answered':
      return [...orders, ...again, { id: 'answered', title: t('story.answered'), at, note: need.answer, tone: 'now' }]
    case 'declined':
      return [...again, { id: 'declined', title: t('story.declined'), at, note: need.declineReason, tone: 'trouble' }]
  }
}

function Orders({ need }: { need: NeedView }) {
  const { t } = useTranslation('needs')
  return (
    <ul>
      {need.orders.map(({ id, number, title }) => (
        <li key={id}>
          <Link to="/orders/$id" params={{ id }}>
            {number ?? t('story.draft')} {title}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function MergedInto({ id }: { id: string }) {
  const { t } = useTranslation('needs')
  return (
    <Link to="/needs/$id" params={{ id }}>
      {t('story.merged.link')}
    </Link>
  )
}
