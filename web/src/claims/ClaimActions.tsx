import { useTranslation } from 'react-i18next'
import type { ClaimView } from '@dj/shared/claim/claim.schema.ts'
import { explain } from '../api/problem.ts'
import { act, ActionButton } from '../ui/ActionButton.tsx'
import { claimRefusals } from './claim-acts.ts'
import { useClaimDo, type ClaimDo } from './use-claim-do.ts'
import type { IconName } from '../ui/icons.ts'

const offered: readonly { what: ClaimDo; icon: IconName; kind?: 'primary' }[] = [
  { what: 'report', icon: 'note', kind: 'primary' },
  { what: 'deliver', icon: 'flag' },
  { what: 'extend', icon: 'calendar' },
  { what: 'convert', icon: 'people' },
  { what: 'release', icon: 'back' },
]

/** Everything a claimant can do, each with its reason where it is not possible now. */
export function ClaimActions({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation(['claims', 'orders'])
  const { open } = useClaimDo(claim.id)
  const refusals = claimRefusals(claim)
  const reasons = new Set(Object.values(refusals))
  // One reason for everything is said once.
  const same = reasons.size === 1 ? [...reasons][0] : undefined
  return (
    <section className="order__section order__actions" aria-labelledby="claim-actions">
      <h2 id="claim-actions">{t('orders:act.title')}</h2>
      {same !== undefined && <p className="quiet">{explain(same)}</p>}
      {same === undefined &&
        offered
          .filter(({ what }) => what !== 'convert' || claim.claimantKind === 'member')
          .map(({ what, icon, kind }) => (
            <ActionButton
              key={what}
              block
              icon={icon}
              kind={kind ?? 'default'}
              action={act(() => open(what))}
              disabledReason={explain(refusals[what])}
            >
              {t(`${what}.action`)}
            </ActionButton>
          ))}
    </section>
  )
}
