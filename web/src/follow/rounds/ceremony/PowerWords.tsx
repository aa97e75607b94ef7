import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { DataTable } from '../../../platform/ui/table/DataTable.tsx'

/** What the sample can find, said honestly: the chance to meet at least one, if one in ten is bad. */
export function PowerWords({ power }: Pick<RoundView, 'power'>) {
  const { t } = useTranslation('rounds')
  const id = useId()
  if (power.length === 0) return null
  const chance = (share: number) => `${Math.round(share * 100)}%`
  return (
    <section className="order__section" aria-labelledby={id}>
      <h2 id={id}>{t('power.title')}</h2>
      <p className="prose">{t('power.body')}</p>
      <DataTable
        label={t('power.title')}
        rowKey={({ town }) => town}
        rows={power}
        columns={[
          { key: 'town', label: t('power.town'), render: ({ town }) => town },
          { key: 'total', label: t('power.total'), render: ({ total }) => total.toLocaleString('en') },
          { key: 'drawn', label: t('power.drawn'), render: ({ drawn }) => drawn.toLocaleString('en') },
          { key: 'chance', label: t('power.chance'), render: (row) => chance(row.chance) },
        ]}
      />
    </section>
  )
}
