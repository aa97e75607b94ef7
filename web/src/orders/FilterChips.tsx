import { useTranslation } from 'react-i18next'
import { FilterChip } from '../ui/Chip.tsx'
import { ChipSelect } from './ChipSelect.tsx'
import { useFilterOptions, useMyTown } from './filter-options.ts'
import { OrderSearch, stateOf } from './order-search.ts'

interface Props {
  readonly search: OrderSearch
  readonly onChange: (part: OrderSearch) => void
}

/** The filters as one row under the thumb; it scrolls sideways. */
export function FilterChips({ search, onChange }: Props) {
  const { t } = useTranslation('orders')
  const offered = useFilterOptions()
  const choose = (name: keyof OrderSearch) => (value: string) => onChange(readFilter(name, value))
  return (
    <section className="library__chips" aria-label={t('filter.label')}>
      <FilterChip on={search.individual === true} onChange={(on) => onChange({ individual: on ? true : undefined })}>
        {t('filter.individual')}
      </FilterChip>
      <NearChip search={search} onChange={onChange} />
      <ChipSelect
        label={t('filter.category')}
        none={t('filter.category.all')}
        value={search.category ?? ''}
        options={offered.categories}
        onValue={choose('category')}
      />
      <ChipSelect
        label={t('filter.town')}
        none={t('filter.town.all')}
        value={search.townId ?? ''}
        options={offered.towns}
        onValue={choose('townId')}
      />
      <ChipSelect
        label={t('filter.state')}
        value={stateOf(search)}
        options={offered.states}
        onValue={choose('state')}
      />
      <ChipSelect
        label={t('filter.sort')}
        value={search.sort ?? 'newest'}
        options={offered.sorts}
        onValue={choose('sort')}
      />
    </section>
  )
}

/** What a picker gives is read as the address is: unknown words are dropped, none means no filter. */
export const readFilter = (name: keyof OrderSearch, value: string): OrderSearch =>
  value === '' ? { [name]: undefined } : OrderSearch.parse({ [name]: value })

/** Near me: my own town. */
export function NearChip({ search, onChange }: Props) {
  const { t } = useTranslation('orders')
  const town = useMyTown()
  if (town === undefined) return null
  return (
    <FilterChip on={search.townId === town} onChange={(on) => onChange({ townId: on ? town : undefined })}>
      {t('filter.near')}
    </FilterChip>
  )
}
