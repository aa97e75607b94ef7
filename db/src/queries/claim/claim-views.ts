import { type SQL, sql } from 'drizzle-orm'
import type { ClaimantKind, ClaimState } from '@dj/shared/build/order/claim-state.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Reads } from '../../connect.ts'
import type { OrderState } from '@dj/shared/build/order/order.schema.ts'
import { deliveredAt, heldUntil, type HeldUntil } from '../build/order-clock.ts'
import type { Viewer } from '../build/order-cards.ts'

export type ClaimViewRow = {
  id: string
  version: number
  order_id: string
  number: string | null
  title: string
  tier: Tier
  owner_name: string
  owner_path: string[]
  due_on: string | null
  order_state: OrderState
  held: HeldUntil
  delivered_at: string | null
  place: number
  cycle: number
  state: ClaimState
  claimant_kind: ClaimantKind
  claimant: string
  person_id: string
  organization_id: string | null
  organization_path: string[] | null
  started_at: string
  due_at: string
  warned_at: string | null
  extended: boolean
  respond_by: string | null
  ended_at: string | null
  end_reason: string | null
  last_report_at: string | null
  share: number | null
  not_solved_once: boolean
  participants: {
    personId: string
    alias: string
    organizationName: string | null
    state: 'listed' | 'confirmed' | 'declined'
  }[]
}

const participants = sql`
  select coalesce(json_agg(json_build_object('personId', p.person_id, 'alias', x.alias, 'organizationName', h.name, 'state', p.state)
    order by x.alias), '[]')
  from participant p join person x on x.county_id = p.county_id and x.id = p.person_id
  left join organization h on h.county_id = x.county_id and h.id = x.home_organization_id
  where p.county_id = c.county_id and p.claim_id = c.id and p.state <> 'dropped'`

const columns = sql`
  c.id, c.version, c.order_id, o.number, o.title, o.tier, w.name as owner_name, w.path as owner_path, o.due_on::text, o.state as order_state,
  ${heldUntil} as held, (${deliveredAt})::text as delivered_at, c.place, c.cycle, c.state,
  c.claimant_kind, coalesce(g.name, m.alias) as claimant, c.person_id, c.organization_id, g.path as organization_path,
  c.started_at::text, c.due_at::text, c.warned_at::text, c.extended, c.respond_by::text, c.ended_at::text, c.end_reason, c.last_report_at::text,
  c.share, c.not_solved_once, (${participants}) as participants`

const joins = sql`
  join demand_order o on o.county_id = c.county_id and o.id = c.order_id
  join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id
  join person m on m.county_id = c.county_id and m.id = c.person_id
  left join organization g on g.county_id = c.county_id and g.id = c.organization_id`

export interface ClaimFilter {
  /** Own claims, claims of organizations below these, and claims one is listed in. Undefined: any claim of the county. */
  mine?: { under: readonly string[] } | undefined
  states?: readonly ClaimState[] | undefined
  orderId?: string | undefined
  /** Claims on orders owned below these. */
  ownedUnder?: readonly string[] | undefined
}

function conditions({ countyId, personId }: Viewer, filter: ClaimFilter): SQL {
  const parts = [sql`c.county_id = ${countyId}`]
  if (filter.mine) {
    parts.push(sql`((c.claimant_kind = 'member' and c.person_id = ${personId})
      or c.organization_id in (select id from organization where county_id = ${countyId} and path && ${`{${filter.mine.under.join(',')}}`}::uuid[])
      or exists (select 1 from participant p where p.county_id = c.county_id and p.claim_id = c.id and p.person_id = ${personId} and p.state not in ('declined', 'dropped')))`)
  }
  if (filter.states) parts.push(sql`c.state = any(${`{${filter.states.join(',')}}`}::text[])`)
  if (filter.orderId) parts.push(sql`c.order_id = ${filter.orderId}`)
  return sql.join(parts, sql` and `)
}

/** Claims, newest first. */
export async function listClaimViews(
  db: Reads,
  viewer: Viewer,
  filter: ClaimFilter,
  page: { limit: number; after: { key: string; id: string } | null },
): Promise<ClaimViewRow[]> {
  const after = page.after
    ? sql`and (c.started_at, c.id) < (${page.after.key}::timestamptz, ${page.after.id}::uuid)`
    : sql``
  return db.execute<ClaimViewRow>(sql`
    select ${columns} from claim c ${joins} where ${conditions(viewer, filter)} ${after}
    order by c.started_at desc, c.id desc limit ${page.limit}`)
}

export async function countClaimViews(db: Reads, viewer: Viewer, filter: ClaimFilter): Promise<number> {
  const rows = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (select 1 from claim c where ${conditions(viewer, filter)} limit 1000) x`)
  return rows[0]?.n ?? 0
}

export async function findClaimView(db: Reads, countyId: string, id: string): Promise<ClaimViewRow | undefined> {
  const rows = await db.execute<ClaimViewRow>(sql`
    select ${columns} from claim c ${joins} where c.county_id = ${countyId} and c.id = ${id}`)
  return rows[0]
}
