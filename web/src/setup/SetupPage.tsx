import { useTranslation } from 'react-i18next'
import { Bare } from '../ui/Bare.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

export function SetupPage() {
  const { t } = useTranslation('setup')
  return (
    <Bare>
      <PageHeader title={t('title')} />
    </Bare>
  )
}
