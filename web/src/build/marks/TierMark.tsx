import { useTranslation } from 'react-i18next'
import type { Tier } from '@dj/shared/county/organization/tier.ts'

/** A filled, B outlined, C dotted: a letter in a square, told apart without colour. */
export function TierMark({ tier }: { tier: Tier }) {
  const { t } = useTranslation()
  return (
    <abbr className={`tier tier--${tier}`} title={t(`tier.${tier}`)}>
      {tier}
    </abbr>
  )
}
