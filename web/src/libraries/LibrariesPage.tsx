import { useTranslation } from 'react-i18next'
import { PageHeader } from '../ui/PageHeader.tsx'

export function LibrariesPage() {
  const { t } = useTranslation('libraries')
  return <PageHeader title={t('title')} />
}
