import { useTranslation } from 'react-i18next'
import type { Option } from '../../platform/form/controls.tsx'
import { useFilterOptions } from './list/filter-options.ts'
import { OrderSearch, stateOf } from './list/order-search.ts'

export interface Picker {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  /** What no choice is called, where there may be none. */
  readonly none?: string
  readonly onValue: (value: string) => void
}

/** The filters that are picked from a list: as chips on a phone, as a column on the desk. */
export function usePickers(search: OrderSearch, onChange: (part: OrderSearch) => void) {
  const { t } = useTranslation('orders')
  const { categories, towns, states, sorts } = useFilterOptions()
  const pick = (name: 'category' | 'townId' | 'state' | 'sort', value: string, options: readonly Option[]) => ({
    ...{ value, options, label: t(`filter.${name}`) },
    onValue: (chosen: string) => onChange(readFilter(name, chosen)),
  })
  return {
    category: { ...pick('category', search.category ?? '', categories), none: t('filter.category.all') },
    town: { ...pick('townId', search.townId ?? '', towns), none: t('filter.townId.all') },
    state: pick('state', stateOf(search), states),
    sort: pick('sort', search.sort ?? 'newest', sorts),
  } satisfies Record<string, Picker>
}

/** What a picker gives is read as the address is: unknown words are dropped, none means no filter. */
const readFilter = (name: keyof OrderSearch, value: string): OrderSearch =>
  value === '' ? { [name]: undefined } : OrderSearch.parse({ [name]: value })
