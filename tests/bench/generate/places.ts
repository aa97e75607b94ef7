import { createCounty } from '@dj/api/meet/setup/create-county.ts'
import { knownDivisions } from '@dj/api/meet/setup/divisions.ts'
import { createLanes } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { Sql } from 'postgres'

export const COUNTY = '330382'

/** An id as the app would have made it then: UUID v7, so that the indexes grow as they do in life. `n` tells rows of one instant apart. */
export async function defineIds(sql: Sql): Promise<void> {
  await sql.unsafe(`
    create function pg_temp.v7(at timestamptz, kind int, n bigint) returns uuid language sql immutable parallel safe as $$
      select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(kind), 3, '0')
        || 'a' || lpad(to_hex(n), 15, '0'))::uuid $$`)
}

/** The county with its real towns, made as set-up makes it. */
export async function makeCounty(url: string): Promise<void> {
  const county = must(
    (await knownDivisions()).find(({ id }) => id === COUNTY),
    'the county',
  )
  const { withTx, end } = createLanes(url, { size: 1 })
  await withTx(COUNTY, (tx, at) => createCounty(tx, { ...county, demo: false }, at))
  await end()
}

/** Below each town one party committee, and below it eight branches and twelve enterprises. */
export async function makeOrganizations(sql: Sql): Promise<void> {
  await sql.unsafe(`
    create temp table town as
      select row_number() over (order by code) - 1 as i, id, path from organization where county_id = '${COUNTY}' and kind = 'town';
    insert into organization (county_id, id, kind, name, parent_id, town_id, path, created_at)
      select '${COUNTY}', c.id, 'party_committee', '智能电气产业园党委' || i, t.id, t.id, t.path || c.id, now()
      from town t cross join lateral (select pg_temp.v7('2024-01-01', 1, i) as id) c;
    insert into organization (county_id, id, kind, name, parent_id, town_id, path, created_at)
      select '${COUNTY}', b.id, case when k < 8 then 'branch' else 'enterprise' end,
        case when k < 8 then '第' || (k + 1) || '党支部' else '正德电气第' || (k - 7) || '有限公司' end, c.id, c.town_id, c.path || b.id, now()
      from organization c cross join generate_series(0, 19) k
      cross join lateral (select pg_temp.v7('2024-01-02', 2, (select i from town t where t.id = c.town_id) * 20 + k) as id) b
      where c.county_id = '${COUNTY}' and c.kind = 'party_committee';
    create temp table branch as
      select row_number() over (order by id) - 1 as i, id, town_id from organization where county_id = '${COUNTY}' and kind = 'branch';
    create temp table firm as
      select row_number() over (order by id) - 1 as i, id, town_id, name from organization where county_id = '${COUNTY}' and kind = 'enterprise';
    analyze town; analyze branch; analyze firm`)
}
