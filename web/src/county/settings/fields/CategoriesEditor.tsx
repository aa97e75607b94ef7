import { useTranslation } from 'react-i18next'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { TextInput } from '../../../platform/form/controls.tsx'
import type { Faults } from '../../../platform/form/use-draft.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import { GroupHead } from './GroupHead.tsx'

type Categories = CountySettings['categories']

interface Props {
  readonly faults: Faults
  /** Those saved before: their code stays, needs carry it. */
  readonly kept: Categories
  readonly value: Categories
  readonly onValue: (value: Categories) => void
}

const columns = ['zh', 'en', 'code'] as const

/** The catalogue of needs: renamed freely, added to, and thinned where nothing carries the category. */
export function CategoriesEditor({ faults, kept, value, onValue }: Props) {
  const { t } = useTranslation('settings')
  const set = (index: number, change: Partial<Categories[number]>) =>
    onValue(value.map((one, at) => (at === index ? { ...one, ...change } : one)))
  const codes = kept.map(({ code }) => code)
  const refused = faults.get('settings.categories')
  return (
    <section className="settings__group">
      <GroupHead group="categories" />
      <p className="quiet">{t('categories.hint')}</p>
      {refused !== undefined && <Fault>{refused}</Fault>}
      <ul className="categories">
        {value.map((category, index) => (
          <li key={index} className="category">
            {columns.map((column) => (
              <CategoryInput
                key={column}
                label={t(`categories.${column}`, { n: index + 1 })}
                placeholder={t(`categories.${column}.short`)}
                value={category[column]}
                fixed={column === 'code' && codes.includes(category.code)}
                fault={faults.get(`settings.categories.${index}.${column}`)}
                onValue={(text) => set(index, { [column]: text })}
              />
            ))}
            <ActionButton
              action={act(() => onValue(value.filter((_, at) => at !== index)))}
              kind="plain"
              icon="close"
              label={t('categories.remove', { name: category.zh })}
            >
              {t('categories.remove.short')}
            </ActionButton>
          </li>
        ))}
      </ul>
      <ActionButton action={act(() => onValue([...value, { code: '', zh: '', en: '' }]))} icon="plus">
        {t('categories.add')}
      </ActionButton>
    </section>
  )
}

interface InputProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly fixed: boolean
  readonly fault: string | undefined
  readonly onValue: (value: string) => void
}

function CategoryInput({ label, placeholder, value, fixed, fault, onValue }: InputProps) {
  if (fixed) return <code className="category__code">{value}</code>
  return (
    <div>
      <TextInput
        id={label}
        name={label}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onValue={onValue}
        {...(fault !== undefined && { 'aria-invalid': true as const })}
      />
      {fault !== undefined && <Fault>{fault}</Fault>}
    </div>
  )
}

function Fault({ children }: { children: React.ReactNode }) {
  return (
    <div className="field__error">
      <Icon name="alert" size={16} />
      {children}
    </div>
  )
}
