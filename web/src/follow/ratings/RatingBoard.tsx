import { useTranslation } from 'react-i18next'
import type { OrderView, RatingSummary } from '@dj/shared/build/order/order.schema.ts'
import { AppealStanding, useSubjects } from '../appeals/AppealStanding.tsx'
import { GivenRating } from './GivenRating.tsx'
import { GivenRatings } from './GivenRatings.tsx'
import type { GivenGrades } from './grades.ts'
import './rating.css'
import './rating-board.css'

const sides = ['member', 'worker', 'enterprise'] as const
const percent = (share: number) => Math.round(share * 100)

/** Members' and workers' ratings side by side, with n and what n can say; what nobody answered stands apart. [003 党员群众评价] */
export function RatingBoard({ order }: { order: OrderView }) {
  const { t } = useTranslation('ratings')
  const { ratings, myRating, deliveries } = order
  if (ratings.length === 0 && deliveries.length === 0) return null
  const unanswered = deliveries.filter(({ answer }) => answer === 'unanswered').length
  return (
    <section className="order__section" aria-labelledby="order-ratings">
      <h2 id="order-ratings">{t('board.title')}</h2>
      <ul className="sides">
        {sides
          .filter((side) => side !== 'enterprise' || ratings.some((summary) => summary.side === side))
          .map((side) => (
            <Side key={side} side={side} summary={ratings.find((summary) => summary.side === side)} />
          ))}
      </ul>
      {unanswered > 0 && <p>{t('board.unanswered', { count: unanswered })}</p>}
      <p className="quiet">{t('board.rules')}</p>
      {myRating !== null && <MyRating order={order} rating={myRating} />}
      <GivenRatings order={order} />
    </section>
  )
}

/** What I gave, and what an appeal made of it. */
function MyRating({ order, rating }: { order: OrderView; rating: GivenGrades }) {
  const mine = useSubjects(order)?.items.find((subject) => subject.subject === 'rating' && subject.mine)
  return (
    <>
      <GivenRating rating={rating} />
      {mine !== undefined && <AppealStanding order={order} subjectId={mine.subjectId} />}
    </>
  )
}

function Side({ side, summary }: { side: RatingSummary['side']; summary: RatingSummary | undefined }) {
  const { t } = useTranslation('ratings')
  return (
    <li className="side-card">
      <h3>{t(`side.${side}`)}</h3>
      {summary === undefined ? <p className="quiet">{t('board.none')}</p> : <Figures summary={summary} />}
    </li>
  )
}

function Figures({ summary }: { summary: RatingSummary }) {
  const { t } = useTranslation('ratings')
  const { n, satisfied, average, low, high } = summary
  return (
    <>
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
    </>
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
