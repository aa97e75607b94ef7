import { useTranslation } from 'react-i18next'
import { PageHeader } from '../ui/PageHeader.tsx'

export function LogPage() {
  const { t } = useTranslation('log')
  return <PageHeader title={t('title')} />
}
