import { useTranslation } from 'react-i18next'
import { usePhone } from '../../../platform/ui/page/display.ts'
import { PageHeader } from '../../../platform/ui/page/PageHeader.tsx'
import { FilterChips } from './FilterChips.tsx'
import { FilterColumn } from './FilterColumn.tsx'
import { OrderList } from './OrderList.tsx'
import { SearchBox } from './SearchBox.tsx'
import { TierTabs } from './TierTabs.tsx'
import { useOrderSearch } from './use-order-search.ts'
import '../../../platform/form/form.css'
import '../facts.css'
import './library.css'

/** 需求库: what can be claimed, found within a lunch break. */
export function OrderListPage() {
  const { t } = useTranslation('orders')
  const phone = usePhone()
  const { search, change, clear } = useOrderSearch()
  return (
    <div className="library">
      <PageHeader title={t('title')} lead={t('lead')} />
      <SearchBox q={search.q ?? ''} onSearch={(q) => change({ q: q === '' ? undefined : q })} />
      <TierTabs search={search} />
      {phone && <FilterChips search={search} onChange={change} />}
      <div className="library__columns">
        <OrderList search={search} onChange={change} onClear={clear} />
        {!phone && <FilterColumn search={search} onChange={change} />}
      </div>
    </div>
  )
}
