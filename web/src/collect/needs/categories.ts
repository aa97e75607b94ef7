import { useTranslation } from 'react-i18next'
import { defaultCategories } from '@dj/shared/county/settings/category.ts'
import type { Option } from '../../platform/form/controls.tsx'

const isDefault = (code: string): code is (typeof defaultCategories)[number] =>
  defaultCategories.some((one) => one === code)

/** The words for a category's code; a code of the county's own is shown as it is. */
export function useCategoryName(): (code: string) => string {
  const { t } = useTranslation('domain')
  return (code) => (isDefault(code) ? t(`category.${code}`) : code)
}

export function useCategoryOptions(): readonly Option[] {
  const name = useCategoryName()
  return defaultCategories.map((code) => ({ value: code, label: name(code) }))
}
