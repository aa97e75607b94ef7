import { useTranslation } from 'react-i18next'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { useFilterOptions, useStateName } from './filter-options.ts'
import { isNarrowed, stateOf, type OrderSearch } from './order-search.ts'

const most = 1000

interface Props {
  readonly search: OrderSearch
  readonly total: number
  readonly onClear: () => void
}

/** 共 N 条 and which filters are on, above the list. */
export function ListSummary({ search, total, onClear }: Props) {
  const { t } = useTranslation(['orders', 'shell'])
  const filters = useFilterWords(search)
  return (
    <div className="library__summary">
      <output>
        {total >= most ? t('summary.many', { count: most }) : t('shell:list.total', { count: total })}
        {t('summary.separator')}
        {t('shell:list.filteredBy', { filters: filters.join(t('and')) })}
      </output>
      {(isNarrowed(search) || search.state !== undefined) && (
        <ActionButton kind="plain" icon="close" action={act(onClear)}>
          {t('shell:list.clear')}
        </ActionButton>
      )}
    </div>
  )
}

function useFilterWords(search: OrderSearch): readonly string[] {
  const { t } = useTranslation(['orders', 'domain', 'shell'])
  const { categories, towns } = useFilterOptions()
  const stateName = useStateName()
  const chosen = (options: readonly { value: string; label: string }[], value: string | undefined) =>
    value === undefined ? undefined : (options.find((option) => option.value === value)?.label ?? t('filter.chosen'))
  const words = [
    stateName(stateOf(search)),
    search.tier === undefined ? undefined : t(`domain:tier.${search.tier}`),
    chosen(categories, search.category),
    chosen(towns, search.townId),
    search.ownerId === undefined && search.under === undefined ? undefined : t('filter.owner'),
    search.mode === undefined ? undefined : t(`domain:mode.${search.mode}`),
    search.individual === true ? t('filter.individual') : undefined,
    search.free === true ? t('filter.free') : undefined,
    search.light === undefined ? undefined : t(`shell:light.${search.light}`),
    search.unclaimedDays === undefined ? undefined : t('filter.unclaimed', { count: search.unclaimedDays }),
    search.q === undefined || search.q === '' ? undefined : t('filter.q', { q: search.q }),
  ]
  return words.filter((word) => word !== undefined)
}
