import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox, Select, type Option } from '../form/controls.tsx'
import { readFilter } from './FilterChips.tsx'
import { useFilterOptions, useMyTown } from './filter-options.ts'
import { isNarrowed, stateOf, sumIn, type ListState, type OrderSearch } from './order-search.ts'
import { orderQueries } from './orders.queries.ts'

interface Props {
  readonly search: OrderSearch
  readonly onChange: (part: OrderSearch) => void
}

/** The same filters as a column beside the list: states with their figures, then the pickers. */
export function FilterColumn({ search, onChange }: Props) {
  const { t } = useTranslation('orders')
  const offered = useFilterOptions()
  const town = useMyTown()
  const choose = (name: keyof OrderSearch) => (value: string) => onChange(readFilter(name, value))
  return (
    <aside className="library__column" aria-label={t('filter.label')}>
      <StateList search={search} states={offered.states} />
      <Picker
        label={t('filter.category')}
        none={t('filter.category.all')}
        value={search.category ?? ''}
        options={offered.categories}
        onValue={choose('category')}
      />
      <Picker
        label={t('filter.town')}
        none={t('filter.town.all')}
        value={search.townId ?? ''}
        options={offered.towns}
        onValue={choose('townId')}
      />
      <div>
        <Checkbox
          checked={search.individual === true}
          onChecked={(on) => onChange({ individual: on ? true : undefined })}
        >
          {t('filter.individual')}
        </Checkbox>
        {town !== undefined && (
          <Checkbox checked={search.townId === town} onChecked={(on) => onChange({ townId: on ? town : undefined })}>
            {t('filter.near')}
          </Checkbox>
        )}
      </div>
      <Picker
        label={t('filter.sort')}
        value={search.sort ?? 'newest'}
        options={offered.sorts}
        onValue={choose('sort')}
      />
    </aside>
  )
}

interface PickerProps {
  readonly label: string
  readonly none?: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onValue: (value: string) => void
}

function Picker({ label, none, ...select }: PickerProps) {
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <Select {...select} id={id} name={id} {...(none !== undefined && { empty: none })} />
    </div>
  )
}

function StateList({
  search,
  states,
}: {
  search: OrderSearch
  states: readonly { value: ListState; label: string }[]
}) {
  const { t } = useTranslation('orders')
  const countOf = useStateCounts(search)
  const now = stateOf(search)
  return (
    <nav aria-label={t('filter.state')}>
      <h2 className="field__label">{t('filter.state')}</h2>
      <ul className="facets">
        {states.map(({ value, label }) => (
          <li key={value}>
            <Link
              to="/orders"
              search={{ ...search, state: value }}
              replace
              className="facets__item"
              aria-current={value === now ? 'true' : undefined}
              activeProps={{}}
            >
              <span>{label}</span>
              <span className="facets__count">{countOf(value)?.toLocaleString('en')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function useStateCounts(search: OrderSearch): (state: ListState) => number | undefined {
  const { data } = useQuery(orderQueries.libraries())
  if (data === undefined || isNarrowed(search)) return () => undefined
  const shown = data.tiers.filter(({ tier }) => search.tier === undefined || search.tier === tier)
  return (state) => sumIn(shown, state)
}
