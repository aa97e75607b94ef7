import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Tier } from '@dj/shared/county/organization/tier.ts'
import { TabLinks } from '../../../platform/ui/table/TabLinks.tsx'
import { isNarrowed, stateOf, sumIn, type OrderSearch } from './order-search.ts'
import { orderQueries } from '../orders.queries.ts'

/** The three libraries and all of them, each with how many orders it holds in the state that is shown. */
export function TierTabs({ search }: { search: OrderSearch }) {
  const { t } = useTranslation(['orders', 'domain'])
  const counts = useTierCounts(search)
  const tab = (tier: Tier | undefined, label: string) => ({
    to: '/orders' as const,
    search: withTier(search, tier),
    label,
    count: counts(tier),
  })
  return (
    <TabLinks
      label={t('tiers.label')}
      items={[tab(undefined, t('tiers.all')), ...Tier.options.map((tier) => tab(tier, t(`domain:tier.${tier}`)))]}
    />
  )
}

// Without the key, not with an undefined one: the tabs compare addresses key by key.
const withTier = ({ tier: _, ...rest }: OrderSearch, tier: Tier | undefined): OrderSearch =>
  tier === undefined ? rest : { ...rest, tier }

/** The figures belong to the state alone: under a narrower filter they would not be true, so none is shown. */
function useTierCounts(search: OrderSearch): (tier: Tier | undefined) => number | undefined {
  const { data } = useQuery(orderQueries.libraries())
  if (data === undefined || isNarrowed(search)) return () => undefined
  const state = stateOf(search)
  return (tier) =>
    sumIn(
      data.tiers.filter((summary) => tier === undefined || summary.tier === tier),
      state,
    )
}
