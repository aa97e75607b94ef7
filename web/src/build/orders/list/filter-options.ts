import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Option } from '../../../platform/form/controls.tsx'
import { organizationQueries } from '../../../county/organizations/organizations.queries.ts'
import { mayDo } from '../../../county/session/me.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { useCategoryOptions } from '../../../county/settings/settings.queries.ts'
import { listStates, type ListState } from './order-search.ts'

const sorts = ['newest', 'oldest', 'due'] as const

/** What each filter offers, in the reader's words. */
export function useFilterOptions() {
  const { t } = useTranslation('orders')
  const stateName = useStateName()
  const builds = mayDo(useMe(), 'order.build')
  const states: readonly ListState[] = builds ? [...listStates, 'building'] : listStates
  return {
    states: states.map((value) => ({ value, label: stateName(value) })),
    sorts: sorts.map((value) => ({ value, label: t(`sort.${value}`) })),
    categories: useCategoryOptions(),
    towns: useTownOptions(),
  }
}

/** A state of the list in words: of one order, or of several states at once. */
export function useStateName(): (state: ListState) => string {
  const { t } = useTranslation(['orders', 'domain'])
  return (state) =>
    state === 'live' || state === 'all' || state === 'building'
      ? t(`filter.state.${state}`)
      : t(`domain:orderState.${state}`)
}

function useTownOptions(): readonly Option[] {
  const { data } = useQuery(organizationQueries.list({ kind: 'town' }))
  return data?.map(({ id, name }) => ({ value: id, label: name })) ?? []
}

/** The town my organization lies in; undefined for those at home nowhere, or in the county itself. */
export function useMyTown(): string | undefined {
  const home = useMe().person.homeOrganizationId
  const { data } = useQuery({ ...organizationQueries.list({ under: home ?? '' }), enabled: home !== null })
  return data?.find(({ id }) => id === home)?.townId ?? undefined
}
