import { useTranslation } from 'react-i18next'
import type { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { lastDayOf } from '@dj/shared/platform/time/deadline.ts'
import { toDate } from '../../platform/ui/time/dates.ts'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { standingOf } from './standing.ts'

/** Who holds it, until when, and what comes next. */
export function StandingPanel({ receipt }: { receipt: ReceiptView }) {
  const { t } = useTranslation('receipts')
  const { key, holders, due } = standingOf(receipt)
  const words = receipt.answer ?? receipt.declineReason
  return (
    <section className="standing" aria-labelledby="standing">
      <h2 id="standing">{t(`standing.${key}`)}</h2>
      {words !== null && <p className="standing__words">{words}</p>}
      <dl className="standing__facts">
        {holders.length > 0 && (
          <>
            <dt>{t('holder')}</dt>
            <dd>{holders.join(t('and'))}</dd>
          </>
        )}
        {due !== null && (
          <>
            <dt>{t(key === 'received' || key === 'returned' ? 'due.answer' : 'due.work')}</dt>
            <dd>
              <DateText value={lastDayOf(toDate(due))} />
            </dd>
          </>
        )}
        <dt>{t('next')}</dt>
        <dd>{t(`next.${key}`)}</dd>
      </dl>
    </section>
  )
}
