import { useTranslation } from 'react-i18next'
import { PageHeader } from '../ui/PageHeader.tsx'

export function NeedListPage() {
  const { t } = useTranslation('needs')
  return <PageHeader title={t('title')} />
}
