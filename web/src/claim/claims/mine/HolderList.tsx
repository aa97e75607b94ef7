import { useTranslation } from 'react-i18next'
import { holdsPlace, isLive } from '@dj/shared/build/order/order.rules.ts'
import type { OrderClaimView, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { Chip } from '../../../platform/ui/button/Chip.tsx'
import { Recall } from '../Recall.tsx'
import { Clock } from './Clock.tsx'
import { ShareBar } from './ShareBar.tsx'
import '../claims.css'

/** Place by place: who holds it, how far it is, until when; and what is still free. */
export function HolderList({ order }: { order: OrderView }) {
  const { t } = useTranslation('claims')
  const held = order.claims.filter(({ state, cycle }) => cycle === order.cycle && holdsPlace(state))
  const free = Math.max(order.places - held.length, 0)
  if (order.state === 'draft' || order.state === 'discarded') return null
  return (
    <section className="order__section" aria-labelledby="order-holders">
      <h2 id="order-holders">{t('holders.title', { taken: held.length, places: order.places })}</h2>
      <ul className="holders">
        {held.map((claim) => (
          <Holder key={claim.id} claim={claim} />
        ))}
        {free > 0 && order.state === 'open' && <li className="quiet">{t('holders.free', { count: free })}</li>}
        {held.length === 0 && order.state !== 'open' && <li className="quiet">{t('holders.none')}</li>}
      </ul>
    </section>
  )
}

function Holder({ claim }: { claim: OrderClaimView }) {
  const { t } = useTranslation(['claims', 'domain'])
  return (
    <li className="holder">
      <div className="holder__who">
        <strong>{claim.claimant}</strong>
        <span className="quiet">{t(`domain:claimantKind.${claim.claimantKind}`)}</span>
        {claim.mine && <Chip>{t(isLive(claim.state) ? 'mine' : 'mineDone')}</Chip>}
        {claim.state !== 'active' && <Chip>{t(`domain:claimState.${claim.state}`)}</Chip>}
      </div>
      {claim.deadline !== null && <Clock deadline={claim.deadline} light={claim.light} />}
      {claim.share !== null && claim.state !== 'completed' && <ShareBar share={claim.share} />}
      {claim.recallable && <Recall claim={claim} />}
    </li>
  )
}
