import { useTranslation } from 'react-i18next'
import { FilterChip } from '../../../platform/ui/button/Chip.tsx'
import { ChipSelect } from './ChipSelect.tsx'
import { useMyTown } from './filter-options.ts'
import type { OrderSearch } from './order-search.ts'
import { usePickers } from '../use-pickers.ts'

interface Props {
  readonly search: OrderSearch
  readonly onChange: (part: OrderSearch) => void
}

/** The filters as one row under the thumb; it scrolls sideways. */
export function FilterChips({ search, onChange }: Props) {
  const { t } = useTranslation('orders')
  const town = useMyTown()
  const pickers = usePickers(search, onChange)
  return (
    <section className="library__chips" aria-label={t('filter.label')}>
      <FilterChip on={search.individual === true} onChange={(on) => onChange({ individual: on ? true : undefined })}>
        {t('filter.individual')}
      </FilterChip>
      {town !== undefined && (
        <FilterChip on={search.townId === town} onChange={(on) => onChange({ townId: on ? town : undefined })}>
          {t('filter.near')}
        </FilterChip>
      )}
      <ChipSelect {...pickers.category} />
      <ChipSelect {...pickers.town} />
      <ChipSelect {...pickers.state} />
      <ChipSelect {...pickers.sort} />
    </section>
  )
}
