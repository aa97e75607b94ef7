import { cookieOf } from '@dj/api/platform/http/guard/session-cookie.ts'
import { migrate } from '@dj/db/migrate.ts'
import type { Sql } from 'postgres'
import { makePeople, tokenOf } from '../bench/generate/people.ts'
import { COUNTY, defineIds, makeCounty, makeOrganizations } from '../bench/generate/places.ts'
import { SECRET } from '../support/open-app.ts'
import { type ChaosCluster, onceConnected } from './cluster.ts'

export { COUNTY } from '../bench/generate/places.ts'
const TEMPLATE = 'scene'

export interface Scene {
  members: readonly { id: string; cookie: string }[]
  /** Open orders of one to five places, each free to any member. */
  orders: readonly string[]
}

/** A county with members and open orders; every run works on a copy of its own. */
export async function makeScene(cluster: ChaosCluster, wish: { members: number; orders: number }): Promise<Scene> {
  await cluster.administer((sql) => sql`create database ${sql(TEMPLATE)}`)
  const url = cluster.urlOf(TEMPLATE)
  await migrate(url)
  await makeCounty(url)
  return onceConnected(url, async (sql) => {
    await defineIds(sql)
    await makeOrganizations(sql)
    await makePeople(sql, { doers: wish.members, raters: 0, claimants: 0 })
    await makeOrders(sql, wish.orders)
    await sql`analyze`
    return readScene(sql)
  })
}

/** A database of one run's own, as the scene begins. */
export async function copyOfScene(cluster: ChaosCluster, name: string): Promise<string> {
  await cluster.administer((sql) => sql`create database ${sql(name)} template ${sql(TEMPLATE)}`)
  return cluster.urlOf(name)
}

async function makeOrders(sql: Sql, orders: number): Promise<void> {
  await sql.unsafe(`
    insert into demand_order (county_id, id, number, tier, tier_reason, owner_organization_id, town_id, state, title, ask, acceptance,
        beneficiaries, category, mode, confirm_required, skills, standing, author_id, publisher_id, published_at, listed_at, state_since,
        confirmed_at, search)
      select '${COUNTY}', pg_temp.v7(now(), 5, n), 'C-${COUNTY}-2026-' || lpad(n::text, 5, '0'), 'C', '只涉及本组织', b.id, b.town_id, 'open',
        '开设电工技能培训班', '每周两次夜校，连续四周', '二十名学员结业', '夜班工人', 'skills', 'either', false, '{}', false, p.id, p.id,
        now(), now(), now(), now(), '{}'
      from generate_series(0, ${orders - 1}) n join branch b on b.i = n % (select count(*) from branch) cross join (select id from people where nr = 0) p;
    insert into order_place (county_id, order_id, place)
      select '${COUNTY}', o.id, place from (select id, row_number() over (order by id) as n from demand_order where county_id = '${COUNTY}') o
      cross join lateral generate_series(1, 1 + o.n % 5) place`)
}

async function readScene(sql: Sql): Promise<Scene> {
  const people = await sql<{ id: string }[]>`select id from people order by nr`
  const orders = await sql<{ id: string }[]>`select id from demand_order order by id`
  const cookie = (nr: number) => cookieOf(tokenOf(nr), { secret: SECRET, secure: false })
  return { members: people.map(({ id }, nr) => ({ id, cookie: cookie(nr) })), orders: orders.map(({ id }) => id) }
}
