import { type SQL, sql } from 'drizzle-orm'
import type { ClaimantKind } from '@dj/shared/build/order/claim-state.ts'
import type { ClaimMode, OrderState } from '@dj/shared/build/order/order.schema.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Reads } from '../../connect.ts'
import { type ClockClaim, deliveredAt, heldUntil, type HeldUntil } from './order-clock.ts'
import { unclaimedFrom } from './unclaimed.ts'
import { cardConditions, type CardFilter, uuids } from './order-filter.ts'

/** A claim as a card or page carries it; instants as PostgreSQL writes them in JSON. */
export interface CardClaim extends ClockClaim {
  id: string
  place: number
  cycle: number
  claimant: string
  claimantKind: ClaimantKind
  personId: string
  organizationId: string | null
  startedAt: string
  lastReportAt: string | null
  share: number | null
  /** Of a member: the account is suspended, or its owner has left. */
  gone: boolean
}

/** One row of a library as the database gives it; lights and reasons are derived above. */
export type CardRow = {
  id: string
  number: string | null
  version: number
  tier: Tier
  state: OrderState
  cycle: number
  title: string
  category: string
  mode: ClaimMode
  owner_id: string
  owner_name: string
  owner_path: string[]
  town_id: string | null
  town_name: string | null
  places: number
  confirm_required: boolean
  claim_by: string | null
  due_on: string | null
  standing: boolean
  skills: string[]
  published_at: string | null
  listed_at: string
  state_since: string
  /** Of an open order; counts only where nobody holds it. */
  unclaimed_from: string | null
  claims: CardClaim[]
  held: HeldUntil
  seconds: number
  by_skill: boolean
  by_place: boolean
  by_record: boolean
  part: 'doer' | 'rater' | 'inspector' | null
  settings_version: number
}

export interface Viewer {
  countyId: string
  personId: string
}

export interface CardPage {
  sort: 'newest' | 'oldest' | 'due'
  limit: number
  after: { key: string; id: string } | null
}

/** How far the orders of a filter are counted. */
const COUNTED = 1_000

// Where nulls would go is said as the indexes say it: another order is not theirs, even where there are no nulls.
const [up, down] = [sql`asc nulls first`, sql`desc nulls last`]
const sorts = {
  newest: { key: sql`o.listed_at`, type: sql`timestamptz`, direction: down, beyond: sql`<` },
  oldest: { key: sql`o.listed_at`, type: sql`timestamptz`, direction: up, beyond: sql`>` },
  due: { key: sql`coalesce(o.due_on, 'infinity'::date)`, type: sql`date`, direction: up, beyond: sql`>` },
} as const

const cardClaims = sql`
  select coalesce(json_agg(json_build_object('id', c.id, 'place', c.place, 'cycle', c.cycle, 'claimantKind', c.claimant_kind,
    'claimant', coalesce(co.name, cp.alias), 'personId', c.person_id, 'organizationId', c.organization_id, 'state', c.state,
    'startedAt', c.started_at, 'dueAt', c.due_at, 'warnedAt', c.warned_at, 'respondBy', c.respond_by, 'deliveredAt', ${deliveredAt}, 'lastReportAt', c.last_report_at,
    'share', c.share, 'gone', c.claimant_kind = 'member' and cp.status <> 'active') order by c.place, c.started_at), '[]') as claims
  from claim c
  join person cp on cp.county_id = c.county_id and cp.id = c.person_id
  left join organization co on co.county_id = c.county_id and co.id = c.organization_id
  where c.county_id = o.county_id and c.order_id = o.id and c.cycle = o.cycle`

/** What a card shows, for the rows of `o`. */
export const cardColumns = sql`
  o.id, o.number, o.version, o.tier, o.state, o.cycle, o.title, o.category, o.mode, o.confirm_required, o.claim_by::text,
  o.due_on::text, o.standing, o.skills, o.published_at::text, o.listed_at::text, o.state_since::text,
  (case when o.state = 'open' then ${unclaimedFrom} end)::text as unclaimed_from,
  w.id as owner_id, w.name as owner_name, w.path as owner_path, t.id as town_id, t.name as town_name, k.claims, ${heldUntil} as held,
  (select count(*)::int from order_place p where p.county_id = o.county_id and p.order_id = o.id) as places,
  (select count(*)::int from second s where s.county_id = o.county_id and s.order_id = o.id) as seconds,
  o.skills && me.skills as by_skill, coalesce(o.town_id = me.town_id, false) as by_place, o.category = any(me.record) as by_record,
  (select part from order_part q where q.county_id = o.county_id and q.order_id = o.id and q.person_id = me.id) as part, me.settings_version`

export const cardJoins = sql`
  join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id
  left join organization t on t.county_id = o.county_id and t.id = o.town_id
  cross join lateral (${cardClaims}) k`

/** The viewer's own facts that reasons are made of: skills, town, categories of finished claims. Party identity is not used. With the county's settings in force. */
export const viewerFacts = ({ countyId, personId }: Viewer) => sql`
  select p.id, p.skills, h.town_id, array(select distinct x.category from claim c
    join demand_order x on x.county_id = c.county_id and x.id = c.order_id
    where c.county_id = p.county_id and c.person_id = p.id and c.state = 'completed') as record,
    (select max(version) from county_settings s where s.county_id = p.county_id) as settings_version
  from person p left join organization h on h.county_id = p.county_id and h.id = p.home_organization_id
  where p.county_id = ${countyId} and p.id = ${personId}`

type PagedCard = CardRow & { sort_key: string; total: number | null }

/**
 * One page of cards, cut before anything is joined to it. On the first page of a list without search words each row tells
 * how many there are, counted to 1 000.
 */
export async function listCards(db: Reads, viewer: Viewer, filter: CardFilter, page: CardPage): Promise<PagedCard[]> {
  const { countyId } = viewer
  if (filter.terms.length === 0)
    return cardsWhere(db, viewer, page, {
      those: pageConditions(countyId, filter, page),
      counted: cardConditions(countyId, filter),
    })
  const ids = await searchIds(db, countyId, filter, page)
  if (ids.length === 0) return []
  return cardsWhere(db, viewer, page, { those: sql`o.county_id = ${countyId} and o.id = any(${uuids(ids)})` })
}

function pageConditions(countyId: string, filter: CardFilter, { sort, after }: CardPage): SQL {
  const { key, type, beyond } = sorts[sort]
  const conditions = cardConditions(countyId, filter)
  return after ? sql`${conditions} and (${key}, o.id) ${beyond} (${after.key}::${type}, ${after.id}::uuid)` : conditions
}

const inOrder = ({ sort }: CardPage): SQL =>
  sql`order by ${sorts[sort].key} ${sorts[sort].direction}, o.id ${sorts[sort].direction}`

/**
 * Which orders the words find. Only with the words before its eyes does the database know whether they are frequent (walk the
 * list until the page is full) or rare (ask the index of words), so they are written out, and this small statement is planned anew.
 */
async function searchIds(db: Reads, countyId: string, filter: CardFilter, page: CardPage): Promise<string[]> {
  const found = sql`select o.id from demand_order o where ${pageConditions(countyId, filter, page)} ${inOrder(page)} limit ${page.limit}`
  const rows = await db.execute<{ id: string }>(found.inlineParams())
  return rows.map(({ id }) => id)
}

async function cardsWhere(
  db: Reads,
  viewer: Viewer,
  page: CardPage,
  { those, counted }: { those: SQL; counted?: SQL },
): Promise<PagedCard[]> {
  const count = sql`(select count(*)::int from (select from demand_order o where ${counted} limit ${COUNTED}) counted)`
  return db.execute<PagedCard>(sql`
    with me as materialized (${viewerFacts(viewer)}),
    page as materialized (
      select o.*, ${sorts[page.sort].key}::text as sort_key, row_number() over () as nth from (
        select * from demand_order o where ${those} ${inOrder(page)} limit ${page.limit}) o)
    select ${cardColumns}, o.sort_key, ${counted && !page.after ? count : sql`null::int`} as total
    from page o cross join me ${cardJoins} order by o.nth`)
}
