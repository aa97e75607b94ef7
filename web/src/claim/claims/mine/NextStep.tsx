import { useTranslation } from 'react-i18next'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { useNow } from '../../../platform/ui/time/now.ts'
import { claimStepOf, silentDays } from './next-claim-step.ts'

/** 下一步，in words. */
export function NextStep({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation('claims')
  const me = useMe()
  const now = useNow()
  const step = claimStepOf(claim, me.person.id, now)
  const count = silentDays(claim, now)
  if ((step === 'first_report' || step === 'report') && count === 0) return t(`step.${step}_today`)
  return t(`step.${step}`, { count, who: claim.claimant, owner: claim.order.ownerName })
}
