import { useTranslation } from 'react-i18next'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { ScrollTable } from '../../../platform/ui/table/ScrollTable.tsx'

const figures = ['census', 'sample', 'targeted', 'inspected', 'excused', 'waiting'] as const

/** How far each town is, for the leads: figures alone, so that nobody learns which orders were drawn. */
export function TownBoard({ round: { towns } }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  if (towns.length === 0) return null
  return (
    <section className="order__section" aria-labelledby="round-towns">
      <h2 id="round-towns">{t('towns.title')}</h2>
      <ScrollTable
        label={t('towns.title')}
        titles={[t('power.town'), ...figures.map((name) => t(`counts.${name}`))]}
        figuresFrom={1}
        rows={towns.map((row) => [
          ...[row.town ?? t('towns.county'), ...figures.map((name) => row[name].toLocaleString('en'))],
        ])}
      />
    </section>
  )
}
