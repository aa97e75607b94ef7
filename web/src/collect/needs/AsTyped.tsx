import { useTranslation } from 'react-i18next'

/** What a workbook said beside, or instead of, a telephone number. */
export function AsTyped({ words }: { words: string | null }) {
  const { t } = useTranslation('needs')
  return words === null ? null : <span className="quiet">{t('contact.asTyped', { words })}</span>
}
