import { useTranslation } from 'react-i18next'
import type { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'
import { ReopenByReceipt } from './ReopenByReceipt.tsx'
import { standingOf } from './standing.ts'

/** Who holds it, until when, and what comes next. */
export function StandingPanel({ receipt }: { receipt: ReceiptView }) {
  const { t } = useTranslation(['receipts', 'domain'])
  const { key, holders, due } = standingOf(receipt)
  const words = receipt.answer ?? receipt.declineReason
  return (
    <section className="standing" aria-labelledby="standing">
      <h2 id="standing">{t(`standing.${key}`)}</h2>
      {words !== null && <p className="standing__words">{words}</p>}
      {receipt.mayReopen && <ReopenByReceipt code={receipt.code} />}
      <dl className="standing__facts">
        {holders.length > 0 && (
          <>
            <dt>{t('holder')}</dt>
            <dd>{holders.join(t('and'))}</dd>
          </>
        )}
        {due !== null && (
          <>
            <dt>{t(`domain:deadline.${due.kind}`)}</dt>
            <dd>
              <LastDay deadline={due.until} />
            </dd>
          </>
        )}
        <dt>{t('next')}</dt>
        <dd>{t(`next.${key}`)}</dd>
      </dl>
    </section>
  )
}
