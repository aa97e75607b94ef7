import { readFile } from 'node:fs/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readdirSync } from 'node:fs'
import { freshDatabase } from './support/database.ts'

/** Belongs to the installation, not to a county: signing in is what tells the county. */
const unowned = ['auth_account', 'auth_attempt', 'auth_session', 'auth_user', 'auth_verification', 'installation']
/** What everybody may read, and why. */
const readByAll = {
  county: 'which counties there are is on the first page',
  demand_order: 'nobody’s data, and its index of words could not be used behind row security',
  round: 'plans, hashes and results are public to everybody',
}
/** What binds rows to the events that say so, and what keeps anything new off a closed organization: nothing else acts unseen. */
const known = [
  'alliance_of_open_organizations',
  'alliance_that_is_open',
  'claim_for_an_open_organization',
  'enterprise_covered_by_an_open_one',
  'finding_said',
  'grant_in_an_open_organization',
  'membership_in_an_open_organization',
  'need_in_an_open_town',
  'need_of_an_open_organization',
  'order_of_an_open_organization',
  'organization_below_an_open_one',
  'person_at_an_open_home',
  'rating_said',
  'role_grant_said',
  'round_said',
  'round_seed_said',
  'target_said',
]
const migrations = new URL('../db/migrations/', import.meta.url)

let database: Awaited<ReturnType<typeof freshDatabase>>
let sql: postgres.Sql

beforeAll(async () => {
  database = await freshDatabase()
  sql = postgres(database.url, { max: 1, onnotice: () => undefined })
})
afterAll(async () => {
  await sql.end()
  await database.drop()
})

const tables = async () =>
  (
    await sql<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    and not relname = any(${unowned}) order by 1`
  ).map((row) => row.name)

describe('every county-owned table', () => {
  test('has the county as first column of its primary key, unique keys and unique indexes', async () => {
    const wrong = await sql`
      select i.indexrelid::regclass::text as index from pg_index i join pg_class t on t.oid = i.indrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where t.relnamespace = 'public'::regnamespace and (i.indisunique or i.indisprimary or i.indisexclusion)
      and not t.relname = any(${unowned}) and a.attname <> 'county_id'`
    expect(wrong).toEqual([])
    const keyless = await sql`
      select t.relname from pg_class t where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
      and not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary)`
    expect(keyless).toEqual([])
    expect((await tables()).length).toBeGreaterThan(25)
  })

  test('points only within its county: every foreign key leads county to county', async () => {
    const wrong = await sql`
      select c.conname from pg_constraint c join pg_class t on t.oid = c.conrelid
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
      where c.contype = 'f' and t.relnamespace = 'public'::regnamespace and not t.relname = any(${unowned})
      and (a.attname <> 'county_id' or f.attname <> 'county_id')`
    expect(wrong).toEqual([])
  })

  test('is under forced row security, belongs to an owner that is not the app, and has the known triggers alone', async () => {
    const loose = await sql`
      select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not relname = any(${unowned})
      and not (relrowsecurity and relforcerowsecurity)`
    expect(loose).toEqual([])
    const owned = await sql`select relname from pg_class where relowner = 'dj_app'::regrole`
    expect(owned).toEqual([])
    const triggers = await sql<{ tgname: string }[]>`select tgname from pg_trigger where not tgisinternal order by 1`
    expect(triggers.map(({ tgname }) => tgname)).toEqual(known)
    const [role] = await sql`select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'dj_app'`
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false })
  })

  test('is read in its own county alone, but for what is public, and so are accounts', async () => {
    const open = await sql<{ table: string }[]>`
      select t.relname as table from pg_class t where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
      and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'county_id')
      and not (t.relrowsecurity and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = t.relname
        and p.cmd in ('SELECT', 'ALL') and (p.permissive = 'PERMISSIVE') and p.qual !~ 'county_id = current_setting'))
      order by 1`
    expect(open.map(({ table }) => table)).toEqual(Object.keys(readByAll).toSorted())
    const closed =
      await sql`select relname from pg_class where relname in ('auth_user', 'auth_account', 'auth_session') and relrowsecurity`
    expect(closed).toHaveLength(3)
  })

  test('shows the app nothing as long as no county was said', async () => {
    await sql.unsafe(`insert into county (county_id, name, created_at) values ('330382', '乐清市', now());
      insert into auth_user (id, name, email, username, county_id, person_id, created_at, updated_at)
        values ('a', 'a', 'a', 'a', '330382', gen_random_uuid(), now(), now());
      insert into auth_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
        values ('a', 'a', 'credential', 'a', 'a hash', now(), now());
      insert into auth_session (id, token, user_id, expires_at, created_at, updated_at) values ('a', 'a', 'a', now(), now(), now())`)
    const seen = (setting: string) =>
      sql.begin(async (tx) => {
        await tx.unsafe(`set local role dj_app; ${setting}`)
        const counts = await tx<{ n: number }[]>`select count(*)::int as n from auth_user union all
          select count(*)::int from auth_account union all select count(*)::int from auth_session`
        return counts.map(({ n }) => n)
      })
    expect(await seen('')).toEqual([0, 0, 0])
    expect(await seen("set local app.county_id = '330381'")).toEqual([0, 0, 0])
    expect(await seen("set local app.county_id = '330382'")).toEqual([1, 1, 1])
    expect(await seen("set local app.account = 'a'")).toEqual([1, 1, 1])
    // Who has which name; no hash of a password, no session.
    expect(await seen("set local app.reading_county = '330382'")).toEqual([1, 0, 0])
    await sql`delete from auth_user`
  })

  test('names every constraint itself', async () => {
    const unnamed = await sql`
      select conname from pg_constraint c join pg_class t on t.oid = c.conrelid
      where t.relnamespace = 'public'::regnamespace and not t.relname = any(${unowned}) and c.contype in ('c', 'u', 'x')
      and conname ~ '_(check[0-9]*|key[0-9]*|excl[0-9]*|unique)$'`
    expect(unnamed).toEqual([])
  })
})

test('no cascade and no SET NULL reaches a key that contains the county', async () => {
  const cascades = await sql`
    select c.conname from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype = 'f' and t.relnamespace = 'public'::regnamespace and not t.relname = any(${unowned})
    and (c.confupdtype <> 'a' or c.confdeltype <> 'a')`
  expect(cascades).toEqual([])
})

test('the same DDL loads hash-partitioned by county, with its guards', async () => {
  const { url, drop } = await freshDatabase()
  const scratch = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await scratch.unsafe('drop schema public cascade; create schema public; create extension btree_gist')
    const files = readdirSync(migrations)
      .filter((name) => name.endsWith('.sql'))
      .toSorted()
    for (const file of files) await scratch.unsafe(partitioned(await readFile(new URL(file, migrations), 'utf8')))
    const [count] = await scratch`select count(*)::int as n from pg_partitioned_table`
    expect(count?.['n']).toBe((await tables()).length)
  } finally {
    await scratch.end()
    await drop()
  }
})

/** Every county-owned table of the migration as a table partitioned by hash of the county, with two partitions. */
function partitioned(ddl: string): string {
  return ddl.replaceAll(/CREATE TABLE "(\w+)" \((.*?)\n\);/gs, (whole, name: string, body: string) => {
    if (unowned.includes(name)) return whole
    const parts = [0, 1].map(
      (n) => `CREATE TABLE "${name}_${n}" PARTITION OF "${name}" FOR VALUES WITH (MODULUS 2, REMAINDER ${n});`,
    )
    return `CREATE TABLE "${name}" (${body}\n) PARTITION BY HASH ("county_id");\n${parts.join('\n')}`
  })
}
