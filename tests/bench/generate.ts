import postgres, { type Sql } from 'postgres'
import { makeClaims, makeOutcomes } from './generate/claims.ts'
import { makeNeeds, makeOrders, storeSamples, throwDice } from './generate/orders.ts'
import { type Crowd, makePeople } from './generate/people.ts'
import { COUNTY, defineIds, makeCounty, makeOrganizations } from './generate/places.ts'
import { sampleTexts } from './generate/texts.ts'

const SAMPLES = 4_000
const MANY = 100_000

/** What was generated, as far as those who measure must know it. */
export interface Scene {
  countyId: string
  crowd: Crowd
  towns: string[]
  /** Published orders of every state, to be read. */
  readable: string[]
  /** Orders that a member may claim at once, with one free place and no confirmation, newest first. */
  claimable: string[]
}

/** A county with that many orders and everything around them, by set-based statements as the database's owner. */
export async function generate(url: string, { orders, crowd }: { orders: number; crowd: Crowd }): Promise<Scene> {
  await makeCounty(url)
  // One session: it holds temporary tables. Foreign keys are true by construction and not checked row by row.
  const sql = postgres(url, {
    max: 1,
    onnotice: () => undefined,
    connection: { session_replication_role: 'replica', synchronous_commit: 'off', work_mem: '256MB', jit: 'off' },
  })
  try {
    await defineIds(sql)
    await makeOrganizations(sql)
    await makePeople(sql, crowd)
    await storeSamples(sql, sampleTexts(SAMPLES))
    await throwDice(sql, { orders, samples: SAMPLES, crowd })
    await withoutIndexes(sql, orders >= MANY, async () => {
      await makeOrders(sql)
      await makeNeeds(sql)
      await makeClaims(sql, crowd)
      await makeOutcomes(sql, crowd)
    })
    await sql`vacuum (analyze)`
    await sql`checkpoint`
    return await sceneOf(sql, crowd)
  } finally {
    await sql.end()
  }
}

/** For many rows it is faster to build the plain indexes once, after them. */
async function withoutIndexes(sql: Sql, many: boolean, work: () => Promise<void>): Promise<void> {
  const found = many ? await plainIndexes(sql) : []
  for (const { name } of found) await sql`drop index ${sql(name)}`
  await work()
  await sql`set maintenance_work_mem = '1GB'`
  for (const { definition } of found) await sql.unsafe(definition)
}

const plainIndexes = (sql: Sql) => sql<{ name: string; definition: string }[]>`
  select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
  join pg_class t on t.oid = i.indrelid
  where not i.indisunique and not i.indisexclusion and c.relnamespace = 'public'::regnamespace and t.relname not like 'auth%'`

async function sceneOf(sql: Sql, crowd: Crowd): Promise<Scene> {
  const ids = (rows: Iterable<{ id: string }>) => Array.from(rows, ({ id }) => id)
  const towns = await sql<{ id: string }[]>`select id from town order by i`
  const readable = await sql<{ id: string }[]>`
    select id from dice where state not in ('draft', 'discarded') order by hashint8(n) limit 5000`
  const claimable = await sql<{ id: string }[]>`
    select d.id from dice d join demand_order o on o.county_id = ${COUNTY} and o.id = d.id
    where d.state = 'open' and d.places - d.taken = 1 and o.mode <> 'collective' and not o.confirm_required order by hashint8(d.n) limit 20000`
  return { countyId: COUNTY, crowd, towns: ids(towns), readable: ids(readable), claimable: ids(claimable) }
}
