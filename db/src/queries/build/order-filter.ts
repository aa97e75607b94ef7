import { type SQL, sql } from 'drizzle-orm'
import type { ClaimMode, OrderState } from '@dj/shared/build/order/order.schema.ts'
import { unclaimedFrom } from './unclaimed.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'

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
  /** One order by its number, instead of words. */
  number?: string | undefined
  terms: readonly string[]
}

export const uuids = (ids: readonly string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`
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
      sql`o.state = 'open' and o.published_at <= ${before.toISOString()}::timestamptz and not exists (
      select 1 from claim c where c.county_id = o.county_id and c.order_id = o.id and c.cycle = o.cycle
      and c.state in ('requested', 'active', 'delivered', 'completed')) and ${unclaimedFrom} <= ${before.toISOString()}::timestamptz`,
    filter.number && sql`o.number = ${filter.number}`,
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
  const live = sql`select 1 from claim c where c.county_id = o.county_id and c.order_id = o.id and c.cycle = o.cycle and c.state = 'active'
    and o.state not in ('rectifying', 'retiring')`
  switch (colour) {
    case 'red':
      return sql`exists (${live} and ${red})`
    case 'yellow':
      return sql`exists (${live} and ${yellow}) and not exists (${live} and ${red})`
    case 'green':
      return sql`exists (${live}) and not exists (${live} and (${red} or ${yellow}))`
  }
}
