import { useTranslation } from 'react-i18next'
import { PageHeader } from '../ui/PageHeader.tsx'

export function MyClaimsPage() {
  const { t } = useTranslation('claims')
  return <PageHeader title={t('title')} />
}
