import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FlagView } from '@dj/shared/follow/rating/flag.schema.ts'
import type { Quarter } from '@dj/shared/platform/time/quarter.ts'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { Judging } from './Judging.tsx'

/** One pattern: what was seen, where and when, the innocent reading beside it, and what a human said of it. */
export function FlagCard({ flag, quarter }: { flag: FlagView; quarter: Quarter }) {
  const { t } = useTranslation('flags')
  const organizations = flag.organizations.join(t('organizations.join'))
  return (
    <li className="record-card">
      <span className="row">
        <h2>{t(`kind.${flag.kind}`)}</h2>
        <Chip>{flag.judgement === null ? t('state.open') : t(`verdict.${flag.judgement.verdict}`)}</Chip>
        {flag.newSince > 0 && <Chip>{t('state.grown', { count: flag.newSince })}</Chip>}
      </span>
      <p className="prose">{t(`why.${flag.kind}`, { count: flag.n, organizations })}</p>
      <dl className="record-facts record-facts--paired">
        <dt>{t('when')}</dt>
        <dd>
          <When from={flag.firstAt} to={flag.lastAt} />
        </dd>
        <dt>{t('orders')}</dt>
        <dd>
          <Orders orders={flag.orders} />
        </dd>
      </dl>
      {flag.judgement !== null && <Judged judgement={flag.judgement} />}
      <Judging flag={flag} quarter={quarter} />
    </li>
  )
}

const minuteOf = (at: string) => at.slice(0, 16)

function When({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation('flags')
  if (minuteOf(from) === minuteOf(to)) return <DateText value={from} time />
  return (
    <>
      <DateText value={from} time /> {t('when.to')} <DateText value={to} time />
    </>
  )
}

function Orders({ orders }: Pick<FlagView, 'orders'>) {
  return (
    <ul>
      {orders.map(({ id, number, title }) => (
        <li key={id}>
          <Link to="/orders/$id" params={{ id }}>
            {title}
          </Link>{' '}
          {number !== null && <span className="quiet nowrap">{number}</span>}
        </li>
      ))}
    </ul>
  )
}

function Judged({ judgement }: { judgement: NonNullable<FlagView['judgement']> }) {
  const { t } = useTranslation('flags')
  return (
    <div className="record-outcome">
      <p className="prose">{judgement.note}</p>
      <span className="facts quiet">
        <span>{t('judged', { by: judgement.by })}</span>
        <span>
          <DateText value={judgement.at} time />
        </span>
      </span>
      {judgement.verdict === 'doubtful' && <p className="prose">{t('next')}</p>}
    </div>
  )
}
