import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DryRunItem, dryRunRows, type DryRunView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { type DryRunRules } from '@dj/shared/county/settings/rule-numbers.schema.ts'
import { type Column, DataTable } from '../../platform/ui/table/DataTable.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ListFooter } from '../../platform/ui/table/ListFooter.tsx'
import { TierMark } from '../../build/marks/TierMark.tsx'
import { triedRules } from '../../county/settings/rule-fields.ts'
import { WhyWords } from './WhyWords.tsx'

interface Props {
  readonly view: DryRunView
  readonly rules: DryRunRules
}

const groups = [
  { group: 'newly', fits: ({ now }: DryRunItem) => !now },
  { group: 'noLonger', fits: ({ changed }: DryRunItem) => !changed },
  { group: 'both', fits: ({ now, changed }: DryRunItem) => now && changed },
] as const

/** What the changed rules would touch besides, no longer, and still. */
export function DryRunResult({ view, rules }: Props) {
  const { t } = useTranslation('rules')
  const { both, newly, noLonger } = view.counts
  if (both + newly + noLonger === 0)
    return (
      <EmptyState icon="check" title={t('empty.title')}>
        {t('empty.body')}
      </EmptyState>
    )
  return (
    <section className="rules__result" aria-labelledby="rules-result">
      <h2 id="rules-result">{t('result')}</h2>
      <output className="rules__sum">
        {t('sum', { now: both + noLonger, changed: both + newly, newly, noLonger, version: view.settingsVersion })}
      </output>
      {groups.map(({ group, fits }) => (
        <Group key={group} group={group} rows={view.items.filter(fits)} view={view} rules={rules} />
      ))}
    </section>
  )
}

interface GroupProps extends Props {
  readonly group: (typeof groups)[number]['group']
  readonly rows: readonly DryRunItem[]
}

const atATime = 50

function Group({ group, rows, view, rules }: GroupProps) {
  const { t } = useTranslation('rules')
  const columns = useColumns(view, rules)
  const [most, setMost] = useState(atATime)
  const total = view.counts[group]
  const shown = rows.slice(0, most)
  return (
    <section className="rules__group" aria-labelledby={`rules-${group}`}>
      <h3 id={`rules-${group}`}>{t(`group.${group}`, { count: total })}</h3>
      {total === 0 ? (
        <p className="quiet">{t(`none.${group}`)}</p>
      ) : (
        <>
          <DataTable
            label={t(`group.${group}`, { count: total })}
            columns={columns}
            rows={shown}
            rowKey={({ rule, order }) => `${rule} ${order.id}`}
          />
          <ListFooter
            total={total}
            shown={shown.length}
            onMore={rows.length > shown.length ? () => setMost(most + atATime) : undefined}
          />
          {total > rows.length && <p className="quiet">{t('capped', { most: dryRunRows })}</p>}
        </>
      )}
    </section>
  )
}

function useColumns(view: DryRunView, rules: DryRunRules): readonly Column<DryRunItem>[] {
  const { t } = useTranslation('rules')
  const tried = triedRules(rules, view.current)
  return [
    { key: 'order', label: t('column.order'), render: (row) => <Title row={row} /> },
    { key: 'owner', label: t('column.owner'), render: ({ owner }) => owner },
    { key: 'rule', label: t('column.effect'), render: ({ rule }) => t(`rule.${rule}`) },
    {
      key: 'why',
      label: t('column.why'),
      render: (row) => <WhyWords item={row} version={view.settingsVersion} now={view.current} tried={tried} />,
    },
  ]
}

function Title({ row: { order } }: { row: DryRunItem }) {
  return (
    <>
      <Link to="/orders/$id" params={{ id: order.id }}>
        {order.title}
      </Link>
      <span className="row quiet">
        <TierMark tier={order.tier} /> {order.number}
      </span>
    </>
  )
}
