import { useTranslation } from 'react-i18next'
import { PageHeader } from '../ui/PageHeader.tsx'

export function WorkPage() {
  const { t } = useTranslation('work')
  return <PageHeader title={t('title')} />
}
