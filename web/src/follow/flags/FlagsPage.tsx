import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { previousQuarter, Quarter, quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { Select } from '../../platform/form/controls.tsx'
import { useQuarter } from '../../platform/ui/time/use-quarter.ts'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { useNow } from '../../platform/ui/time/now.ts'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { flagQueries } from './flag.queries.ts'
import { FlagCard } from './FlagCard.tsx'
import '../../platform/form/form.css'
import '../../build/orders/facts.css'
import '../../platform/ui/table/record-card.css'
import './flags.css'

/** 评价异常提示: patterns for a human to look at, and what was said of them. Nothing follows by itself. */
export function FlagsPage() {
  const { t } = useTranslation('flags')
  const now = quarterOf(useNow())
  const { quarter = now } = useSearch({ from: '/signed-in/flags' })
  return (
    <>
      <PageHeader title={t('title')} lead={<p className="prose">{t('lead')}</p>} />
      <QuarterChoice quarter={quarter} now={now} />
      <Flags quarter={quarter} />
    </>
  )
}

/** This quarter and the three before it. */
function QuarterChoice({ quarter, now }: { quarter: Quarter; now: Quarter }) {
  const { t } = useTranslation('flags')
  const say = useQuarter()
  const navigate = useNavigate()
  const recent = [now]
  while (recent.length < 4) recent.push(previousQuarter(recent.at(-1) ?? now))
  const options = [...new Set([quarter, ...recent])].toSorted().toReversed()
  return (
    <div className="record-filter">
      <label className="field__label" htmlFor="flags-quarter">
        {t('quarter')}
      </label>
      <Select
        id="flags-quarter"
        name="quarter"
        value={quarter}
        onValue={(value) => void navigate({ to: '/flags', search: { quarter: Quarter.parse(value) } })}
        options={options.map((value) => ({ value, label: say(value) }))}
      />
    </div>
  )
}

function Flags({ quarter }: { quarter: Quarter }) {
  const { t } = useTranslation('flags')
  const say = useQuarter()
  const query = useQuery(flagQueries.of(quarter))
  if (query.isPending) return <SkeletonList items={2} lines={4} />
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const { items } = query.data
  if (items.length === 0) {
    return (
      <EmptyState icon="check" title={t('empty.title', { quarter: say(quarter) })}>
        {t('empty.body')}
      </EmptyState>
    )
  }
  return (
    <>
      <p className="quiet">{t('count', { count: items.length })}</p>
      <ul className="flags">
        {items.map((flag) => (
          <FlagCard key={flag.id} flag={flag} quarter={quarter} />
        ))}
      </ul>
    </>
  )
}
