import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isNarrowed, stateOf, sumIn, type ListState, type OrderSearch } from './order-search.ts'
import { orderQueries } from '../orders.queries.ts'

interface Props {
  readonly search: OrderSearch
  readonly states: readonly { readonly value: ListState; readonly label: string }[]
}

/** The states as links, each with how many orders are in it. */
export function StateFacets({ search, states }: Props) {
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

/** Under a narrower filter the libraries' figures would not be true, so none is shown. */
function useStateCounts(search: OrderSearch): (state: ListState) => number | undefined {
  const { data } = useQuery(orderQueries.libraries())
  if (data === undefined || isNarrowed(search)) return () => undefined
  const shown = data.tiers.filter(({ tier }) => search.tier === undefined || search.tier === tier)
  return (state) => sumIn(shown, state)
}
