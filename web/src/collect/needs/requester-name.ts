import { useTranslation } from 'react-i18next'
import type { NeedView } from '@dj/shared/collect/need/need.schema.ts'

/** Who asks; to those who only joined it the kind of requester. */
export function useRequesterName() {
  const { t } = useTranslation('domain')
  return ({ requesterName, requesterKind }: Pick<NeedView, 'requesterName' | 'requesterKind'>): string =>
    requesterName ?? t(`requesterKind.${requesterKind}`)
}
