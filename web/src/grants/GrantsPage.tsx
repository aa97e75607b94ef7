import { useTranslation } from 'react-i18next'
import { PageHeader } from '../ui/PageHeader.tsx'

export function GrantsPage() {
  const { t } = useTranslation('grants')
  return <PageHeader title={t('title')} />
}
