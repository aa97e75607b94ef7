import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DateText } from '../../../platform/ui/time/DateText.tsx'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { SkeletonList } from '../../../platform/ui/state/Skeleton.tsx'
import { claimQueries } from '../claims.queries.ts'
import './my-record.css'

/** What I have done for others: finished, hours, and what those said whom it helped. */
export function MyRecord() {
  const { t } = useTranslation('claims')
  const record = useQuery(claimQueries.record())
  return (
    <section className="me__section" aria-labelledby="my-record">
      <h2 id="my-record">{t('record.title')}</h2>
      {record.isPending && <SkeletonList items={1} lines={2} />}
      {record.isError && <ErrorState error={record.error} onRetry={() => void record.refetch()} />}
      {record.isSuccess && (
        <>
          <dl className="my-record">
            <div>
              <dt>{t('record.done')}</dt>
              <dd>{t('record.done.value', { count: record.data.done })}</dd>
            </div>
            <div>
              <dt>{t('record.hours')}</dt>
              <dd>{t('record.hours.value', { hours: record.data.hours })}</dd>
            </div>
            <div>
              <dt>{t('record.thanks')}</dt>
              <dd>{t('record.thanks.value', { count: record.data.thanks.length })}</dd>
            </div>
          </dl>
          {record.data.thanks.length === 0 && <p className="quiet">{t('record.none')}</p>}
          <ul className="my-record__thanks">
            {record.data.thanks.map(({ orderId, title, words, at }) => (
              <li key={`${orderId} ${at}`}>
                <blockquote>{words}</blockquote>
                <p className="quiet">
                  <Link to="/orders/$id" params={{ id: orderId }}>
                    {title}
                  </Link>{' '}
                  · <DateText value={at} />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
