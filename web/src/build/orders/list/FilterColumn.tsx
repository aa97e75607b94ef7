import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox, Select } from '../../../platform/form/controls.tsx'
import { useFilterOptions, useMyTown } from './filter-options.ts'
import type { OrderSearch } from './order-search.ts'
import { StateFacets } from './StateFacets.tsx'
import { usePickers, type Picker } from '../use-pickers.ts'

interface Props {
  readonly search: OrderSearch
  readonly onChange: (part: OrderSearch) => void
}

/** The same filters as a column beside the list: states with their figures, then the pickers. */
export function FilterColumn({ search, onChange }: Props) {
  const { t } = useTranslation('orders')
  const { states } = useFilterOptions()
  const pickers = usePickers(search, onChange)
  return (
    <aside className="library__column" aria-label={t('filter.label')}>
      <StateFacets search={search} states={states} />
      <PickerField {...pickers.category} />
      <PickerField {...pickers.town} />
      <Switches search={search} onChange={onChange} />
      <PickerField {...pickers.sort} />
    </aside>
  )
}

function Switches({ search, onChange }: Props) {
  const { t } = useTranslation('orders')
  const town = useMyTown()
  return (
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
  )
}

function PickerField({ label, none, ...select }: Picker) {
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
