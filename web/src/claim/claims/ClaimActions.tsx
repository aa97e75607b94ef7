import { useTranslation } from 'react-i18next'
import { claimActionRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { explain } from '../../platform/api/problem.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { usePhone } from '../../platform/ui/page/display.ts'
import type { IconName } from '../../platform/ui/mark/icons.ts'
import { useClaimRefusals } from './claim-acts.ts'
import { useClaimDo, type ClaimDo } from './use-claim-do.ts'

interface Offer {
  readonly what: ClaimDo
  readonly icon: IconName
  readonly kind: 'primary' | 'default'
}

const work: readonly Offer[] = [
  { what: 'report', icon: 'note', kind: 'primary' },
  { what: 'deliver', icon: 'flag', kind: 'default' },
]
const rest: readonly Offer[] = [
  { what: 'extend', icon: 'calendar', kind: 'default' },
  { what: 'convert', icon: 'people', kind: 'default' },
  { what: 'release', icon: 'back', kind: 'default' },
]

/** Is there work to report? Then it waits under the thumb. */
export const hasClaimBar = (claim: ClaimView): boolean => claimActionRefusal(claim.state, 'report') === undefined

/** Everything a claimant can do, each with its reason where it is not possible now. */
export function ClaimActions({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation('orders')
  const phone = usePhone()
  const reasons = new Set(Object.values(useClaimRefusals(claim)))
  // One reason for everything is said once.
  const same = reasons.size === 1 ? [...reasons][0] : undefined
  const offers = phone && hasClaimBar(claim) ? rest : [...work, ...rest]
  return (
    <section className="order__section order__actions" aria-labelledby="claim-actions">
      <h2 id="claim-actions">{t('act.title')}</h2>
      {same === undefined ? <Offers claim={claim} offers={offers} /> : <p className="quiet">{explain(same)}</p>}
    </section>
  )
}

export function ClaimBar({ claim }: { claim: ClaimView }) {
  return (
    <div className="order-bar order-bar--two">
      <Offers claim={claim} offers={work.toReversed()} />
    </div>
  )
}

function Offers({ claim, offers }: { claim: ClaimView; offers: readonly Offer[] }) {
  const { t } = useTranslation('claims')
  const { open } = useClaimDo(claim.id)
  const refusals = useClaimRefusals(claim)
  return offers
    .filter(({ what }) => what !== 'convert' || claim.claimantKind === 'member')
    .map(({ what, icon, kind }) => (
      <ActionButton
        key={what}
        block
        icon={icon}
        kind={kind}
        action={act(() => open(what))}
        disabledReason={explain(refusals[what])}
      >
        {t(`${what}.action`)}
      </ActionButton>
    ))
}
