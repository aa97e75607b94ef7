import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/language.ts'
import { distance, formatDate, formatDateTime } from './dates.ts'
import { useNow } from './now.ts'

/** A civil date or an instant, in full: 2026年11月20日 (周五), with the time if asked. */
export function DateText({ value, time = false }: { value: string; time?: boolean }) {
  const language = useLanguage()
  return <time dateTime={value}>{time ? formatDateTime(value, language) : formatDate(value, language)}</time>
}

/** How long ago (or how soon), with the exact time on hover or tap. */
export function Age({ value }: { value: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [exact, setExact] = useState(false)
  const gap = distance(value, useNow())
  const absolute = formatDateTime(value, language)
  const relative = gap.unit === 'now' ? t('age.now') : t(`age.${gap.unit}`, { count: gap.count })
  return (
    <button type="button" className="age" title={absolute} aria-pressed={exact} onClick={() => setExact(!exact)}>
      <time dateTime={value}>{exact ? absolute : relative}</time>
    </button>
  )
}
