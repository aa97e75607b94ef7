import { useTranslation } from 'react-i18next'

/** 2026Q4 → 2026年第4季度 */
export function useQuarter(): (quarter: string) => string {
  const { t } = useTranslation('rounds')
  return (quarter) => t('quarter', { year: quarter.slice(0, 4), n: quarter.slice(-1) })
}
