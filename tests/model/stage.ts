import { sweepClaims } from '@dj/api/claim/claims/sweep-claims.ts'
import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { type ClaimState } from '@dj/shared/build/order/claim-state.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { OrderState } from '@dj/shared/build/order/order.schema.ts'
import type { Client, World } from '../support/world.ts'

/** What the database holds of one order, and how many events the county has. */
export interface Snapshot {
  state: OrderState
  version: number
  cycle: number
  places: number
  claims: readonly { id: string; state: ClaimState; version: number; personId: string }[]
  deliveryId: string | null
  retirement: { id: string; objectionId: string | null } | null
  events: number
}

const claimants = ['first', 'second'] as const
type Claimant = (typeof claimants)[number]

/** One order with everybody who can do something with it. */
export interface Stage {
  orderId: string
  /** Both lead the branch beside the owner, so that they can hand a claim over to it and see no drafts. */
  claimant: Record<Claimant, Client>
  branchId: string
  author: Client
  /** The owner's secretary, who wrote none of it. */
  secretary: Client
  town: Client
  requester: Client
  neighbour: Client
  claimantOf(personId: string): Claimant | undefined
  read(): Promise<Snapshot>
  pass(days: number): Promise<unknown>
}

/** Who stays the same from one order to the next; only the claimants are new, since nobody may hold more than three. */
export async function aCompany(world: World) {
  const [owner] = world.county.branches
  const requester = await world.aWorker()
  const author = await world.aSecretary(owner)
  const clients = {
    author: world.as(author),
    secretary: world.as(await world.aSecretary(owner)),
    town: world.as(await world.aTownOrganizer()),
    requester: world.as(requester),
    neighbour: world.as(await world.aWorker()),
  }
  return { owner, author, requester, clients }
}
export type Company = Awaited<ReturnType<typeof aCompany>>

/** A closed order has a feedback record, so it has to come about. */
export async function aClosedStage(world: World, company: Company): Promise<Stage> {
  const stage = await aStage(world, company, { state: 'open' })
  const { orderId, claimant, requester } = stage
  const claim = (await claimant.second.post(`/orders/${orderId}/claims`)).as(ClaimView)
  await claimant.second.post(`/claims/${claim.id}/deliveries`, { words: '二十人结业' })
  const { deliveryId } = await stage.read()
  await requester.post(`/deliveries/${deliveryId}/answer`, { answer: 'solved' })
  return stage
}

export async function aStage(
  world: World,
  company: Company,
  wish: { state: OrderState; places?: number; confirmRequired?: boolean },
): Promise<Stage> {
  const needs = [await world.aNeed({ requesterPersonId: company.requester.id, requesterKind: 'worker' })]
  const order = await world.anOpenOrder({ ...wish, owner: company.owner, authorId: company.author.id, needs })
  const beside = world.county.branches[1]
  const [first, second] = [await world.aSecretary(beside), await world.aSecretary(beside)]
  const ids: Record<string, Claimant> = { [first.id]: 'first', [second.id]: 'second' }
  return {
    ...company.clients,
    orderId: order.id,
    claimant: { first: world.as(first), second: world.as(second) },
    branchId: beside.id,
    claimantOf: (personId) => ids[personId],
    read: () => snapshotOf(world, order.id),
    pass: async (days) => {
      world.clock.advance({ days })
      return sweepClaims(world.deps, world.county.id)
    },
  }
}

async function snapshotOf({ deps }: World, orderId: string): Promise<Snapshot> {
  const rows = await deps.db.execute<Record<string, unknown> & Snapshot>(`
    select o.state, o.version, o.cycle,
      (select count(*)::int from order_place p where p.order_id = o.id) as places,
      (select coalesce(json_agg(json_build_object('id', c.id, 'state', c.state, 'version', c.version, 'personId', c.person_id) order by c.id), '[]')
        from claim c where c.order_id = o.id and c.cycle = o.cycle) as claims,
      (select d.id from delivery d where d.order_id = o.id order by d.delivered_at desc, d.id desc limit 1) as "deliveryId",
      (select json_build_object('id', r.id, 'objectionId', (select b.id from objection b where b.retirement_id = r.id order by b.id desc limit 1))
        from retirement r where r.order_id = o.id order by r.proposed_at desc, r.id desc limit 1) as retirement,
      (select count(*)::int from event) as events
    from demand_order o where o.id = '${orderId}'`)
  return must(rows[0], 'the order on the stage')
}
