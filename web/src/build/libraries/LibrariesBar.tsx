import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { OrganizationId } from '@dj/shared/platform/ids.ts'
import { Tier } from '@dj/shared/county/organization/tier.ts'
import { Select } from '../../platform/form/controls.tsx'
import { useTownOptions } from '../../county/organizations/use-town-options.ts'
import { hasRole } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { TabLinks } from '../../platform/ui/table/TabLinks.tsx'

const Sort = z.enum(['name', 'red', 'unclaimed', 'total'])

/** Tier, town and order of the rows. */
export function LibrariesBar() {
  const { t } = useTranslation(['libraries', 'shell'])
  const search = useSearch({ from: '/signed-in/libraries' })
  const navigate = useNavigate()
  const { tier: _tier, ...others } = search
  const tiers = [undefined, ...Tier.options].map((tier) => ({
    to: '/libraries' as const,
    search: tier === undefined ? others : { ...others, tier },
    label: tier === undefined ? t('tier.all') : t(`shell:tier.${tier}`),
  }))
  const sorts = Sort.options.map((value) => ({ value, label: t(`sort.${value}`) }))
  return (
    <div className="libraries__bar">
      <TabLinks label={t('tiers')} items={tiers} />
      <div className="libraries__selects">
        <Towns />
        <Select
          id="sort"
          name="sort"
          aria-label={t('sort')}
          value={search.sort ?? 'name'}
          onValue={(sort) => void navigate({ to: '/libraries', search: { ...search, sort: Sort.parse(sort) } })}
          options={sorts}
        />
      </div>
    </div>
  )
}

function Towns() {
  const { t } = useTranslation('libraries')
  const search = useSearch({ from: '/signed-in/libraries' })
  const navigate = useNavigate()
  const towns = useTownOptions()
  if (!hasRole(useMe(), 'county_organizer')) return null
  return (
    <Select
      id="under"
      name="under"
      aria-label={t('town')}
      value={search.under ?? ''}
      onValue={(value) => {
        const under = OrganizationId.safeParse(value).data
        void navigate({ to: '/libraries', search: { ...search, under } })
      }}
      options={towns}
      empty={t('town.all')}
    />
  )
}
