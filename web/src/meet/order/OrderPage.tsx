import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { BackLink } from '../../platform/ui/page/BackLink.tsx'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { usePhone } from '../../platform/ui/page/display.ts'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonPage } from '../../platform/ui/state/Skeleton.tsx'
import { TierMark } from '../../build/marks/TierMark.tsx'
import { AnswerPanel } from '../../claim/deliveries/AnswerPanel.tsx'
import { RatingBoard } from '../../follow/ratings/RatingBoard.tsx'
import { DecidePanel } from '../../claim/claims/DecidePanel.tsx'
import { HolderList } from '../../claim/claims/mine/HolderList.tsx'
import { Talks } from '../../claim/talks/Talks.tsx'
import { OrderReopening } from '../../follow/reopenings/OrderReopening.tsx'
import { FindingsSection } from '../../follow/findings/FindingsSection.tsx'
import { OrderNotice } from '../../exit/rectifications/OrderNotice.tsx'
import { OrderRetirement } from '../../exit/retirements/OrderRetirement.tsx'
import { orderQueries } from '../../build/orders/orders.queries.ts'
import { OrderActions } from './OrderActions.tsx'
import { OrderBar, useHasBar } from './OrderBar.tsx'
import { OrderSheets } from './OrderSheets.tsx'
import { OrderTimeline } from './OrderTimeline.tsx'
import { Origin, People, WhatIsAsked } from '../../build/orders/OrderWords.tsx'
import { Standing } from './Standing.tsx'
import '../../platform/form/form.css'
import '../../build/orders/facts.css'
import '../../build/orders/order.css'

export function OrderPage() {
  const { id } = useParams({ from: '/signed-in/orders/$id' })
  const order = useQuery(orderQueries.one(id))
  if (order.isPending) return <SkeletonPage />
  if (order.data === undefined) {
    return <ErrorState error={order.error} level={1} onRetry={() => void order.refetch()} next={<Back />} />
  }
  return <Order order={order.data} />
}

function Order({ order }: { order: OrderView }) {
  const phone = usePhone()
  const bar = useHasBar(order) && phone
  return (
    <article className="order">
      <Head order={order} />
      <Standing order={order} />
      <div className="order__columns">
        <div className="order__main">
          {order.may.answer && <AnswerPanel order={order} />}
          {order.may.decide && <DecidePanel order={order} />}
          <OrderReopening order={order} />
          <OrderNotice order={order} />
          <OrderRetirement order={order} />
          <WhatIsAsked order={order} />
          {phone && <OrderActions order={order} claims={!bar} />}
          <Talks orderId={order.id} />
          <HolderList order={order} />
          <FindingsSection order={order} />
          <OrderTimeline order={order} />
          <RatingBoard order={order} />
        </div>
        <aside className="order__side">
          {!phone && <OrderActions order={order} claims />}
          <People order={order} />
          <Origin order={order} />
        </aside>
      </div>
      {bar && <OrderBar order={order} />}
      <OrderSheets order={order} />
    </article>
  )
}

function Head({ order }: { order: OrderView }) {
  const { t } = useTranslation(['orders', 'domain'])
  return (
    <PageHeader
      back={<Back />}
      title={order.title}
      lead={
        <span className="order__marks">
          <TierMark tier={order.tier} />
          <Chip>{t(`domain:orderState.${order.state}`)}</Chip>
          <span className="facts">
            <span>{order.number ?? t('head.noNumber')}</span>
            <span>{order.owner.name}</span>
          </span>
        </span>
      }
    />
  )
}

/** Back to the list as it was left; to the library for those who came by a link. */
function Back() {
  const { t } = useTranslation('orders')
  const { history } = useRouter()
  return (
    <BackLink
      to="/orders"
      onClick={(event) => {
        if (!history.canGoBack()) return
        event.preventDefault()
        history.back()
      }}
    >
      {t('head.back')}
    </BackLink>
  )
}
