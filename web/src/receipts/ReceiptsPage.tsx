import { useTranslation } from 'react-i18next'
import { Bare } from '../ui/Bare.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

export function ReceiptsPage() {
  const { t } = useTranslation('receipts')
  return (
    <Bare>
      <PageHeader title={t('title')} />
    </Bare>
  )
}
