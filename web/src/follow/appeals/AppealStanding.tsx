import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AppealSubject } from '@dj/shared/follow/appeal/appeal.schema.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'
import { appealQueries } from './appeal.queries.ts'
import { FileAppeal } from './FileAppeal.tsx'
import { useValueWords } from './use-value-words.ts'
import '../../platform/ui/table/record-card.css'

/** What of this order the viewer may see whole and appeal against; undefined while asking and for those who may not ask. */
export function useSubjects({ id }: Pick<OrderView, 'id'>) {
  const me = useMe()
  return useQuery({ ...appealQueries.subjects(id), enabled: mayDo(me, 'appeal.subjects') }).data
}

/** How one rating or finding stands with appeals: until when it can be appealed, who decides until when, or both values. */
export function AppealStanding({ order, subjectId }: { order: OrderView; subjectId: string }) {
  const subjects = useSubjects(order)
  const subject = subjects?.items.find((each) => each.subjectId === subjectId)
  if (subjects === undefined || subject === undefined) return null
  if (subject.state !== null) return <Filed subject={subject} />
  return <Open order={order} subject={subject} workingDays={subjects.workingDays} />
}

interface OpenProps {
  readonly order: OrderView
  readonly subject: AppealSubject
  readonly workingDays: number
}

function Open({ order, subject, workingDays }: OpenProps) {
  const { t } = useTranslation('appeals')
  if (subject.mayFile === 'appeal.too_late') {
    return <p className="quiet">{t('file.past', { count: workingDays })}</p>
  }
  if (subject.mayFile !== null) return null
  return (
    <div className="row">
      <FileAppeal subject={subject} tier={order.tier} workingDays={workingDays} />
      <span className="quiet">
        {t('file.until', { count: workingDays })} <LastDay deadline={subject.until} />
      </span>
    </div>
  )
}

function Filed({ subject: { state, value, after, decideBy, decisionReason } }: { subject: AppealSubject }) {
  const { t } = useTranslation('appeals')
  const say = useValueWords()
  if (state === 'filed') {
    return (
      <p className="quiet">
        {t('filed.waits')} <LastDay deadline={decideBy} />
      </p>
    )
  }
  return (
    <div className="record-outcome">
      <strong>{t(state === 'changed' ? 'filed.changed' : 'filed.kept')}</strong>
      {after !== null && (
        <dl className="record-facts record-facts--paired">
          <dt>{t('page.before')}</dt>
          <dd>{say(value)}</dd>
          <dt>{t('page.after')}</dt>
          <dd>{say(after)}</dd>
        </dl>
      )}
      {decisionReason !== null && <p className="prose quiet">{decisionReason}</p>}
    </div>
  )
}
