import { useTranslation } from 'react-i18next'
import { PageHeader } from '../ui/PageHeader.tsx'

export function DeskPage() {
  const { t } = useTranslation('desk')
  return <PageHeader title={t('title')} />
}
