import { useTranslation } from 'react-i18next'
import type { OrderView, RatingSummary } from '@dj/shared/order/order.schema.ts'
import { GivenRating } from './GivenRating.tsx'
import './rating.css'
import './rating-board.css'

const percent = (share: number) => Math.round(share * 100)

/** Members' and workers' ratings side by side, with n and what n can say. [003 党员群众评价] */
export function RatingBoard({ order }: { order: OrderView }) {
  const { t } = useTranslation('ratings')
  const { ratings, myRating, feedback } = order
  if (ratings.length === 0 && feedback === null) return null
  return (
    <section className="order__section" aria-labelledby="order-ratings">
      <h2 id="order-ratings">{t('board.title')}</h2>
      {ratings.length > 0 && (
        <ul className="sides">
          {ratings.map((summary) => (
            <Side key={summary.side} summary={summary} />
          ))}
        </ul>
      )}
      {myRating !== null && <GivenRating rating={myRating} />}
    </section>
  )
}

function Side({ summary }: { summary: RatingSummary }) {
  const { t } = useTranslation('ratings')
  const { side, n, satisfied, average, low, high } = summary
  return (
    <li className="side-card">
      <h3>{t(`side.${side}`)}</h3>
      <p>{t('board.counts', { count: n, satisfied })}</p>
      {average === null || low === null || high === null ? (
        <p className="quiet">{t('board.few')}</p>
      ) : (
        <>
          <Interval low={low} high={high} share={satisfied / n} />
          <p>{t('board.average', { average: average.toFixed(1) })}</p>
          <p className="quiet">{t('board.interval', { low: percent(low), high: percent(high) })}</p>
        </>
      )}
    </li>
  )
}

/** The satisfied share as a point within what it may be. */
function Interval({ low, high, share }: { low: number; high: number; share: number }) {
  return (
    <span className="interval" aria-hidden="true">
      <span className="interval__range" style={{ left: `${percent(low)}%`, right: `${100 - percent(high)}%` }} />
      <span className="interval__point" style={{ left: `${percent(share)}%` }} />
    </span>
  )
}
