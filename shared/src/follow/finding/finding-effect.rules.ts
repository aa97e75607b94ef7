import type { OrderState } from '../../build/order/order.schema.ts'
import type { Verdict } from '../../exit/verdict.ts'

/** What a verdict brings about. */
export const findingEffects = [
  /** Nothing but the record. */
  'none',
  /** A notice is issued; the order is rectifying. */
  'notice',
  /** What was found joins the notice that is running. */
  'joins_notice',
  /** A notice is issued beside the proposal to retire, and falls with the order if that becomes final. */
  'notice_beside',
  /** Retirement is proposed. */
  'proposal',
  /** It joins the retirement under way as further evidence. */
  'joins_proposal',
  /** A second person is asked to reopen the completed order. */
  'reopening',
  /** The order has left the library: the record stays, nothing begins. */
  'record',
] as const
export type FindingEffect = (typeof findingEffects)[number]

const underWay = { pass: 'none', rectify: 'notice', propose_retirement: 'proposal' } as const
const left = { pass: 'none', rectify: 'record', propose_retirement: 'record' } as const

/**
 * What each verdict brings about on an order in that state: the api does it, the inspector's form says it beforehand. A draft or a
 * discarded order is never in a frame. [domain §9]
 */
export const findingEffectTable = {
  draft: left,
  open: underWay,
  claimed: underWay,
  delivered: underWay,
  rectifying: { pass: 'none', rectify: 'joins_notice', propose_retirement: 'proposal' },
  retiring: { pass: 'none', rectify: 'notice_beside', propose_retirement: 'joins_proposal' },
  retired: left,
  closed: { pass: 'none', rectify: 'reopening', propose_retirement: 'reopening' },
  discarded: left,
} as const satisfies Record<OrderState, Record<Verdict, FindingEffect>>

export const findingEffect = (state: OrderState, verdict: Verdict): FindingEffect => findingEffectTable[state][verdict]
