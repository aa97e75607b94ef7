import { useTranslation } from 'react-i18next'
import type { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { Timeline, type TimelineItem } from '../../platform/ui/time/Timeline.tsx'
import { standingOf } from './standing.ts'

const kinds = [
  'need.received',
  'need.imported',
  'need.answered',
  'need.declined',
  'need.reopened',
  'need.seconded',
  'need.merged',
  'need.unmerged',
  'need.receipt_replaced',
  'order.published',
  'order.closed',
  'order.cycle_ended',
  'order.reopened',
  'retirement.on_notice',
  'retirement.objected',
  'retirement.objection_answered',
  'retirement.withdrawn',
  'order.retired',
  'claim.taken',
  'claim.converted',
  'claim.reported',
  'claim.delivered',
  'claim.released',
  'delivery.answered',
] as const

type Kind = (typeof kinds)[number]
type Entry = ReceiptView['timeline'][number]

const kindOf = (kind: string): Kind | undefined => kinds.find((known) => known === kind)
const troubles: readonly Kind[] = ['need.declined', 'claim.released', 'order.retired']
const finished = ['answered', 'declined', 'closed', 'retired']

/** All that happened, in plain words, and what comes next. */
export function ReceiptTimeline({ receipt }: { receipt: ReceiptView }) {
  const { t } = useTranslation('receipts')
  const itemOf = useItems()
  const { key } = standingOf(receipt)
  const past = receipt.timeline.flatMap((entry, index) => itemOf(entry, index === receipt.timeline.length - 1))
  const next = { id: 'next', title: t('next'), note: t(`next.${key}`), tone: 'next' } as const
  return (
    <section className="stack" aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline')}</h2>
      <Timeline items={finished.includes(key) ? past : [...past, next]} label={t('timeline')} />
    </section>
  )
}

function useItems() {
  const { t } = useTranslation(['receipts', 'domain'])
  const noteOf = ({ kind, data }: Entry): string | undefined => {
    const words = typeof data['words'] === 'string' ? data['words'] : undefined
    const said = words === undefined ? undefined : t('quoted', { words })
    if (kind === 'claim.reported' && typeof data['share'] === 'number') {
      return [t('event.share', { share: data['share'] }), said].filter(Boolean).join('\n')
    }
    if (kind === 'order.published' && typeof data['number'] === 'string') {
      return t('event.number', { number: data['number'] })
    }
    if (kind === 'need.reopened' && typeof data['earlierAnswer'] === 'string') {
      return t('event.earlier', { words: data['earlierAnswer'] })
    }
    const answer = data['answer']
    if (kind === 'delivery.answered' && isAnswer(answer)) {
      return [t(`domain:answer.${answer}`), said].filter(Boolean).join('\n')
    }
    return said
  }
  return (entry: Entry, last: boolean): TimelineItem[] => {
    const kind = kindOf(entry.kind)
    if (kind === undefined) return []
    const tone = troubles.includes(kind) ? 'trouble' : last ? 'now' : 'past'
    const { id, at, who } = entry
    return [{ id, at, title: t(`event.${kind}`), who: who ?? undefined, note: noteOf(entry), tone }]
  }
}

const isAnswer = (answer: unknown): answer is 'solved' | 'partly' | 'not' | 'unanswered' =>
  typeof answer === 'string' && ['solved', 'partly', 'not', 'unanswered'].includes(answer)
