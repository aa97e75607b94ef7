import { useTranslation } from 'react-i18next'
import type { DeadlineView } from '@dj/shared/build/order/deadline.schema.ts'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'

/** The one deadline that counts, and what for: 最晚办结 2026年12月20日 (周日). */
export function Until({ deadline: { kind, until } }: { deadline: DeadlineView }) {
  const { t } = useTranslation('domain')
  return (
    <span>
      {t(`deadline.${kind}`)} <LastDay deadline={until} />
    </span>
  )
}
