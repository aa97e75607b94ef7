import { useTranslation } from 'react-i18next'
import { useQuarter } from '../../platform/ui/time/use-quarter.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'

/** Back to the round a slip belongs to. */
export function RoundLink({ id, quarter }: { id: string; quarter: string }) {
  const { t } = useTranslation('slips')
  const words = useQuarter()
  return (
    <BackLink to="/rounds/$id" params={{ id }}>
      {t('back.round', { quarter: words(quarter) })}
    </BackLink>
  )
}
