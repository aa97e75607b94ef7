import { type SQL, sql } from 'drizzle-orm'
import type { ClaimState, ClaimantKind } from '@dj/shared/claim/claim.schema.ts'
import type { ClaimMode, OrderState } from '@dj/shared/order/order.schema.ts'
import type { Tier } from '@dj/shared/organization/tier.ts'
import type { Reads } from '../connect.ts'

/** A claim as a card or page carries it; instants as PostgreSQL writes them in JSON. */
export interface CardClaim {
  id: string
  place: number
  cycle: number
  claimant: string
  claimantKind: ClaimantKind
  personId: string
  organizationId: string | null
  state: ClaimState
  startedAt: string
  dueAt: string
  lastReportAt: string | null
  share: number | null
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
  claims: CardClaim[]
  seconds: number
  by_skill: boolean
  by_place: boolean
  by_record: boolean
  part: 'doer' | 'rater' | 'inspector' | null
}

export interface Viewer {
  countyId: string
  personId: string
}

/** What the list is narrowed by. `draftsUnder`: drafts only of owners below these; `all` when anywhere. */
export interface CardFilter {
  states: readonly OrderState[]
  draftsUnder: readonly string[] | 'all'
  tier?: Tier | undefined
  townId?: string | undefined
  ownerId?: string | undefined
  under?: string | undefined
  category?: string | undefined
  mode?: ClaimMode | undefined
  individual?: boolean | undefined
  free?: boolean | undefined
  light?: SQL | undefined
  unclaimedBefore?: Date | undefined
  terms: readonly string[]
}

const uuids = (ids: readonly string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`
const texts = (values: readonly string[]) =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`

/** The conditions of a filter on `demand_order o`, for the list and its count alike. */
export function cardConditions(countyId: string, filter: CardFilter): SQL {
  const { draftsUnder, unclaimedBefore: before } = filter
  const parts: (SQL | false | '' | undefined)[] = [
    sql`o.county_id = ${countyId}`,
    // Written out, so that the index on the state serves every one of them.
    filter.states.length === 1 ? sql`o.state = ${filter.states[0]}` : sql`o.state = any(${texts(filter.states)})`,
    draftsUnder !== 'all' &&
      filter.states.some((state) => state === 'draft' || state === 'discarded') &&
      drafts(draftsUnder),
    filter.tier && sql`o.tier = ${filter.tier}`,
    filter.townId && sql`o.town_id = ${filter.townId}`,
    filter.ownerId && sql`o.owner_organization_id = ${filter.ownerId}`,
    filter.under && ownerUnder(sql`${uuids([filter.under])}`),
    filter.category && sql`o.category = ${filter.category}`,
    filter.mode && sql`o.mode = ${filter.mode}`,
    filter.individual && sql`o.mode <> 'collective'`,
    // An open order has a free place by its state.
    filter.free && sql`o.state = 'open'`,
    filter.light,
    before &&
      sql`o.state = 'open' and o.state_since <= ${before.toISOString()}::timestamptz and not exists (
      select 1 from claim c where c.county_id = o.county_id and c.order_id = o.id and c.cycle = o.cycle
      and c.state in ('requested', 'active', 'delivered', 'completed'))`,
    filter.terms.length > 0 && sql`o.search @> ${texts(filter.terms)}`,
  ]
  return sql.join(
    parts.filter((part): part is SQL => typeof part === 'object'),
    sql` and `,
  )
}

const ownerUnder = (roots: SQL) =>
  sql`exists (select 1 from organization w where w.county_id = o.county_id and w.id = o.owner_organization_id and w.path && ${roots})`

const drafts = (under: readonly string[]) =>
  sql`(o.state not in ('draft', 'discarded') or ${under.length === 0 ? sql`false` : ownerUnder(uuids(under))})`

/** Live claims whose light is `colour` by these instants; the same decision as light() in shared. */
export function lightCondition(
  colour: 'green' | 'yellow' | 'red',
  at: { now: Date; redSilentSince: Date; yellowSilentSince: Date; yellowDueBefore: Date },
): SQL {
  const instant = (date: Date) => sql`${date.toISOString()}::timestamptz`
  const heard = sql`coalesce(c.last_report_at, c.started_at)`
  const red = sql`(c.due_at <= ${instant(at.now)} or ${heard} <= ${instant(at.redSilentSince)})`
  const yellow = sql`(c.due_at <= ${instant(at.yellowDueBefore)} or ${heard} <= ${instant(at.yellowSilentSince)})`
  const live = sql`select 1 from claim c where c.county_id = o.county_id and c.order_id = o.id and c.cycle = o.cycle and c.state = 'active'`
  switch (colour) {
    case 'red':
      return sql`exists (${live} and ${red})`
    case 'yellow':
      return sql`exists (${live} and ${yellow}) and not exists (${live} and ${red})`
    case 'green':
      return sql`exists (${live}) and not exists (${live} and (${red} or ${yellow}))`
  }
}

export interface CardPage {
  sort: 'newest' | 'oldest' | 'due'
  limit: number
  after: { key: string; id: string } | null
}

const sorts = {
  newest: { key: sql`o.listed_at`, type: sql`timestamptz`, down: true },
  oldest: { key: sql`o.listed_at`, type: sql`timestamptz`, down: false },
  due: { key: sql`coalesce(o.due_on, 'infinity'::date)`, type: sql`date`, down: false },
} as const

const cardClaims = sql`
  select coalesce(json_agg(json_build_object('id', c.id, 'place', c.place, 'cycle', c.cycle, 'claimantKind', c.claimant_kind,
    'claimant', coalesce(co.name, cp.alias), 'personId', c.person_id, 'organizationId', c.organization_id, 'state', c.state,
    'startedAt', c.started_at, 'dueAt', c.due_at, 'lastReportAt', c.last_report_at, 'share', c.share) order by c.place, c.started_at), '[]') as claims
  from claim c
  join person cp on cp.county_id = c.county_id and cp.id = c.person_id
  left join organization co on co.county_id = c.county_id and co.id = c.organization_id
  where c.county_id = o.county_id and c.order_id = o.id and c.cycle = o.cycle`

/** What a card shows, for the rows of `o`. */
export const cardColumns = sql`
  o.id, o.number, o.version, o.tier, o.state, o.cycle, o.title, o.category, o.mode, o.confirm_required, o.claim_by::text,
  o.due_on::text, o.standing, o.skills, o.published_at::text, o.listed_at::text, o.state_since::text,
  w.id as owner_id, w.name as owner_name, w.path as owner_path, t.id as town_id, t.name as town_name, k.claims,
  (select count(*)::int from order_place p where p.county_id = o.county_id and p.order_id = o.id) as places,
  (select count(*)::int from second s where s.county_id = o.county_id and s.order_id = o.id) as seconds,
  o.skills && me.skills as by_skill, coalesce(o.town_id = me.town_id, false) as by_place, o.category = any(me.record) as by_record,
  (select part from order_part q where q.county_id = o.county_id and q.order_id = o.id and q.person_id = me.id) as part`

export const cardJoins = sql`
  join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id
  left join organization t on t.county_id = o.county_id and t.id = o.town_id
  cross join lateral (${cardClaims}) k`

/** The viewer's own facts that reasons are made of: skills, town, categories of finished claims. Party identity is not used. */
export const viewerFacts = ({ countyId, personId }: Viewer) => sql`
  select p.id, p.skills, h.town_id, array(select distinct x.category from claim c
    join demand_order x on x.county_id = c.county_id and x.id = c.order_id
    where c.county_id = p.county_id and c.person_id = p.id and c.state = 'completed') as record
  from person p left join organization h on h.county_id = p.county_id and h.id = p.home_organization_id
  where p.county_id = ${countyId} and p.id = ${personId}`

/** One page of cards. The page is cut before anything is joined to it. */
export async function listCards(
  db: Reads,
  viewer: Viewer,
  filter: CardFilter,
  page: CardPage,
): Promise<(CardRow & { sort_key: string })[]> {
  const { key, type, down } = sorts[page.sort]
  const direction = down ? sql`desc` : sql`asc`
  const beyond = down ? sql`<` : sql`>`
  const after = page.after
    ? sql`and (${key}, o.id) ${beyond} (${page.after.key}::${type}, ${page.after.id}::uuid)`
    : sql``
  return db.execute<CardRow & { sort_key: string }>(sql`
    with me as materialized (${viewerFacts(viewer)}),
    page as materialized (
      select o.*, ${key}::text as sort_key, row_number() over () as nth from (
        select * from demand_order o where ${cardConditions(viewer.countyId, filter)} ${after}
        order by ${key} ${direction}, o.id ${direction} limit ${page.limit}) o)
    select ${cardColumns}, o.sort_key from page o cross join me ${cardJoins} order by o.nth`)
}

/** How many there are, counted no further than `cap`. */
export async function countCards(db: Reads, countyId: string, filter: CardFilter, cap = 1000): Promise<number> {
  const rows = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (select 1 from demand_order o where ${cardConditions(countyId, filter)} limit ${cap}) x`)
  return rows[0]?.n ?? 0
}
