import type { ClaimantKind, ClaimState } from '@dj/shared/build/order/claim-state.ts'
import type { ClaimMode, DeliveryView, EventView, OrderState } from '@dj/shared/build/order/order.schema.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { OrganizationView } from '@dj/shared/county/organization/organization.schema.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'

export interface OrderRecord {
  id: string
  number: string | null
  tier: Tier
  state: OrderState
  title: string
  ask: string
  category: string
  mode: ClaimMode
  ownerId: string
  places: number
  confirmRequired: boolean
  claimBy: string | null
  dueOn: string | null
  skills: readonly string[]
  authorId: string
  openedAt: string | null
  stateSince: string
  needs: readonly { id: string; body: string; requesterName: string; requesterId: string | null }[]
  secondedBy: string[]
}

export interface ClaimRecord {
  id: string
  orderId: string
  place: number
  state: ClaimState
  kind: ClaimantKind
  personId: string
  organizationId: string | null
  startedAt: string
  dueAt: string
  extended: boolean
  respondBy: string | null
  endedAt: string | null
  endReason: string | null
  lastReportAt: string | null
  share: number | null
  notSolvedOnce: boolean
  participants: { personId: string; state: 'listed' | 'confirmed' | 'declined' }[]
}

export interface RatingRecord {
  orderId: string
  personId: string
  side: 'member' | 'worker' | 'enterprise'
  attitude: number
  speed: number
  result: number
  words: string | null
}

/** Everything the main loop remembers. Seeds lie before now, so that lights and ages are true whenever one looks. */
export interface Market {
  readonly organizations: readonly OrganizationView[]
  readonly settings: CountySettings
  readonly orders: OrderRecord[]
  readonly claims: ClaimRecord[]
  readonly deliveries: (DeliveryView & { deliveredBy: string })[]
  readonly ratings: RatingRecord[]
  readonly events: (EventView & { orderId: string })[]
  /** Uploaded photos: their bytes by id. */
  readonly photos: Map<string, Blob>
}

let last = 5000
export function newId(): string {
  last += 1
  return `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`
}
