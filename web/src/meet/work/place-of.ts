import type { LinkProps } from '@tanstack/react-router'
import type { WorkItem, WorkKind } from '@dj/shared/meet/work/work.schema.ts'

type Place = Required<Pick<LinkProps, 'to'>> & Pick<LinkProps, 'params' | 'search' | 'hash'>
type PlaceOf = (item: WorkItem, countyId: string) => Place

const on =
  (to: Place['to'], more: Omit<Place, 'to' | 'params'> = {}): PlaceOf =>
  ({ subject }) => ({ to, params: { id: subject.id }, ...more })
const order: PlaceOf = ({ orderId, subject }) => ({ to: '/orders/$id', params: { id: orderId ?? subject.id } })
const inspection: PlaceOf = ({ orderId, subject }) => ({
  to: '/inspections/$roundId/$orderId',
  params: { roundId: subject.id, orderId: orderId ?? '' },
})
const bulletin: PlaceOf = ({ subject }, countyId) => ({
  to: '/results/$countyId/$roundId/bulletin',
  params: { countyId, roundId: subject.id },
  search: { draft: true },
})

const places: Record<WorkKind, PlaceOf> = {
  'need.respond': on('/needs/$id'),
  'need.take_over': on('/needs/$id'),
  'need.build': on('/needs/$id'),
  'order.draft': on('/desk/orders/$id/edit'),
  'order.publish': on('/desk/orders/$id/edit'),
  'order.unclaimed': order,
  'order.rate': order,
  'order.reopen': order,
  'claim.decide': order,
  'claim.report': on('/claims/$id'),
  'claim.overdue': on('/claims/$id'),
  'claim.overdue_with_us': order,
  'claim.claimant_away': order,
  'order.given_back': order,
  'claim.participate': on('/claims/$id'),
  'claim.thanked': ({ orderId, subject }) => ({
    to: '/orders/$id',
    params: { id: orderId ?? subject.id },
    hash: 'order-timeline',
  }),
  'talk.unread': ({ orderId, subject }) => ({
    to: '/orders/$id',
    params: { id: orderId ?? subject.id },
    hash: 'talks',
  }),
  'delivery.answer': order,
  'round.commit': on('/rounds/$id'),
  'round.reveal': on('/rounds/$id'),
  'round.decide_excuse': on('/rounds/$id', { search: { state: 'excuse_asked' }, hash: 'round-targets' }),
  'round.confirm_close': on('/rounds/$id'),
  'bulletin.publish': bulletin,
  'finding.submit': inspection,
  'rectification.work': on('/rectifications/$id'),
  'rectification.reinspect': on('/rectifications/$id'),
  'retirement.decide': on('/retirements/$id'),
  'retirement.answer': on('/retirements/$id'),
  'retirement.finalise': on('/retirements/$id'),
  'account.confirm': () => ({ to: '/resets' }),
  'account.reset_told': () => ({ to: '/resets' }),
  'account.reset_own': () => ({ to: '/me' }),
  'person.reveals_many': () => ({ to: '/log' }),
  'chain.countersign': () => ({ to: '/log', hash: 'heads' }),
  'calendar.enter': ({ subject }) => ({ to: '/calendar', search: { year: Number(subject.id) } }),
  'appeal.decide': () => ({ to: '/appeals', search: { state: 'filed' } }),
}

/** Where a piece of work is done. */
export const placeOf: PlaceOf = (item, countyId) => places[item.kind](item, countyId)
