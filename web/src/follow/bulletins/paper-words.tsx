import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../platform/i18n/language.ts'
import { formatDate } from '../../platform/ui/time/dates.ts'

const nths = ['nth.1', 'nth.2', 'nth.3', 'nth.4'] as const

/** 2026Q4 → 2026年第四季度, as the title of the paper and its files have it. */
export function usePaperQuarter(): (quarter: string) => string {
  const { t } = useTranslation('bulletins')
  return (quarter) => {
    const nth = nths[Number(quarter.slice(-1)) - 1] ?? 'nth.1'
    return t('quarter', { year: quarter.slice(0, 4), nth: t(nth) })
  }
}

/** An official paper is dated without the day of the week. */
export function PaperDate({ value }: { value: string }) {
  return <time dateTime={value}>{formatDate(value, useLanguage()).replace(/ \(.*\)$/, '')}</time>
}
