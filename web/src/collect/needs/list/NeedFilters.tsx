import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Channel, NeedState } from '@dj/shared/collect/need/need.schema.ts'
import { Select, TextInput, type Option } from '../../../platform/form/controls.tsx'
import { useTownOptions } from '../../../county/organizations/use-town-options.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { useCategoryOptions } from '../../../county/settings/settings.queries.ts'
import { narrowing, NeedSearch } from './need-search.ts'

/** Search and filters, kept in the address. */
export function NeedFilters() {
  const { t } = useTranslation(['needs', 'domain'])
  const { search, set, clear } = useNeedSearch()
  const states = NeedState.options.map((state) => ({ value: state, label: t(`domain:needState.${state}`) }))
  const channels = Channel.options.map((channel) => ({ value: channel, label: t(`domain:channel.${channel}`) }))
  const one = (name: FilterName, options: readonly Option[]) => (
    <Select
      id={`filter-${name}`}
      name={name}
      aria-label={t(`filter.${name}`)}
      value={search[name] ?? ''}
      onValue={(value) => set(name, value)}
      options={options}
      empty={t(`filter.${name}.all`)}
    />
  )
  return (
    <search className="need-filters">
      <TextInput
        id="filter-q"
        name="q"
        type="search"
        aria-label={t('filter.q')}
        placeholder={t('filter.q')}
        value={search.q ?? ''}
        onValue={(value) => set('q', value)}
      />
      {one('state', states)}
      {one('category', useCategoryOptions())}
      {one('townId', useTownOptions())}
      {one('channel', channels)}
      {narrowing.some((name) => search[name] !== undefined) && (
        <ActionButton kind="plain" icon="close" action={act(clear)}>
          {t('filter.clear')}
        </ActionButton>
      )}
    </search>
  )
}

type FilterName = 'state' | 'category' | 'townId' | 'channel'

function useNeedSearch() {
  const search = useSearch({ from: '/signed-in/collect/needs' })
  const navigate = useNavigate()
  const go = (next: object) => void navigate({ to: '/needs', search: NeedSearch.parse(next), replace: true })
  return {
    search,
    set: (name: (typeof narrowing)[number], value: string) =>
      go({ ...search, [name]: value === '' ? undefined : value }),
    clear: () => go({ mine: search.mine }),
  }
}
