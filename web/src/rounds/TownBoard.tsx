import { useTranslation } from 'react-i18next'
import type { TownProgress } from '@dj/shared/round/round-progress.schema.ts'
import type { RoundView } from '@dj/shared/round/round.schema.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'

/** How far each town is, for the leads: figures alone, so that nobody learns which orders were drawn. */
export function TownBoard({ round: { towns } }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const figures = ['census', 'sample', 'targeted', 'inspected', 'excused', 'waiting'] as const
  if (towns.length === 0) return null
  const columns: Column<TownProgress>[] = [
    { key: 'town', label: t('power.town'), render: ({ town }) => town ?? t('towns.county') },
    ...figures.map((name) => ({
      key: name,
      label: t(`counts.${name}`),
      render: (row: TownProgress) => row[name].toLocaleString('en'),
    })),
  ]
  return (
    <section className="order__section" aria-labelledby="round-towns">
      <h2 id="round-towns">{t('towns.title')}</h2>
      <DataTable label={t('towns.title')} columns={columns} rows={towns} rowKey={({ town }) => town ?? ''} />
    </section>
  )
}
