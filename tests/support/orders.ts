import { receiptHash } from '@dj/api/collect/voices/receipt-code.ts'
import { newId } from '@dj/api/platform/deps.ts'
import { insertNeed } from '@dj/db/queries/collect/needs.ts'
import { insertOrder, insertPlaces, nextNumber } from '@dj/db/queries/build/orders.ts'
import { linkNeeds } from '@dj/db/queries/collect/order-needs.ts'
import { indexTerms } from '@dj/db/search/terms.ts'
import type { needTable } from '@dj/db/tables/collect/need.table.ts'
import type { orderTable } from '@dj/db/tables/build/order.table.ts'
import type { NeedId, OrderId } from '@dj/shared/platform/ids.ts'
import type { OpenApp } from './open-app.ts'
import type { Organization } from './places.ts'

type NeedRow = typeof needTable.$inferInsert
type OrderRow = typeof orderTable.$inferInsert

export interface BuiltNeed {
  id: NeedId
  countyId: string
  receiptCode: string
}

export interface BuiltOrder {
  id: OrderId
  countyId: string
  number: string | null
}

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
let count = 0

function receiptCode(countyId: string): string {
  count += 1
  const tail = Array.from({ length: 4 }, (_, i) => letters[Math.floor(count / letters.length ** i) % letters.length])
  return `${countyId}-TEST-${tail.toReversed().join('')}`
}

/** A received need of the organization, put straight into the database. */
export async function buildNeed(
  { deps }: OpenApp,
  organization: Organization,
  wish: Partial<NeedRow>,
): Promise<BuiltNeed> {
  const { countyId } = organization
  const id = newId<NeedId>()
  const code = receiptCode(countyId)
  const body = wish.body ?? '车间夜班工人希望开设电工技能培训班'
  await deps.withTx(countyId, (tx, at) =>
    insertNeed(tx, {
      countyId,
      id,
      body,
      state: 'received',
      channel: 'self_service',
      requesterKind: 'enterprise',
      requesterName: organization.name,
      organizationId: organization.id,
      townId: organization.townId,
      category: 'skills',
      urgency: 'normal',
      receiptHash: receiptHash(deps, code),
      search: indexTerms(body),
      receivedAt: at,
      respondBy: new Date(at.getTime() + 2 * 86_400_000),
      ...wish,
    }),
  )
  return { id, countyId, receiptCode: code }
}

export interface OrderWish extends Partial<OrderRow> {
  owner: Organization
  authorId: string
  /** Someone else, where the tier is A or B. */
  publisherId: string
  places?: number
  needs?: readonly { id: string }[]
}

/** A published order, put straight into the database. */
export async function buildOrder({ deps }: OpenApp, wish: OrderWish): Promise<BuiltOrder> {
  const { owner, places = 1, needs = [], ...given } = wish
  const { countyId } = owner
  const id = newId<OrderId>()
  const number = await deps.withTx(countyId, async (tx, at) => {
    const draft = given.state === 'draft' ? { publisherId: null, publishedAt: null } : {}
    const row = { ...ordinary(owner, at), ...given, ...draft, countyId, id }
    const name = given.state === 'draft' ? null : await nextNumber(tx, countyId, row.tier, at.getUTCFullYear())
    await insertOrder(tx, { ...row, number: name, search: indexTerms(`${row.title} ${row.ask}`) })
    await insertPlaces(tx, countyId, id, 1, places)
    const link = { countyId, orderId: id, linkedBy: given.authorId, linkedAt: at }
    const needIds = needs.map((need) => need.id)
    await linkNeeds(tx, link, needIds)
    return name
  })
  return { id, countyId, number }
}

type Ordinary = Omit<OrderRow, 'countyId' | 'id' | 'search' | 'authorId' | 'publisherId' | 'number'>

const ordinary = (owner: Organization, at: Date): Ordinary => ({
  tier: 'C',
  tierReason: '只涉及本组织',
  ownerOrganizationId: owner.id,
  townId: owner.townId,
  state: 'open',
  title: '开设电工技能培训班',
  ask: '每周两次夜校，连续四周',
  acceptance: '二十名学员结业',
  beneficiaries: '夜班工人',
  category: 'skills',
  mode: 'either',
  confirmRequired: false,
  skills: [],
  standing: false,
  publishedAt: at,
  listedAt: at,
  stateSince: at,
  confirmedAt: at,
})
