import { sql } from 'drizzle-orm'
import { connect } from './connect.ts'
import { listCounties } from './queries/county/counties.ts'
import { createLanes, type Tx } from './with-tx.ts'

const BATCH = 2_000
const columns = [
  { table: 'need', column: 'receipt_hash' },
  { table: 'need_sight', column: 'told' },
] as const

/**
 * Puts the plain hashes of receipt codes that were stored before under the installation's key, which no migration knows.
 * As the owner: the app may not rewrite who was told which code. Safe to repeat and to break off; answers how many.
 */
export async function keyReceipts(ownerUrl: string, keyed: (plain: string) => string): Promise<number> {
  const { db, end } = connect(ownerUrl, { max: 1 })
  const lanes = createLanes(ownerUrl, { size: 1 })
  let count = 0
  try {
    for (const { countyId } of await listCounties(db)) {
      for (let done = -1; done !== 0; count += done) {
        done = await lanes.withTx(countyId, (tx) => keyBatch(tx, countyId, keyed))
      }
    }
  } finally {
    await Promise.all([end(), lanes.end()])
  }
  return count
}

async function keyBatch(tx: Tx, countyId: string, keyed: (plain: string) => string): Promise<number> {
  let done = 0
  for (const { table, column } of columns) {
    const [name, hash] = [sql.identifier(table), sql.identifier(column)]
    // A plain hash is 64 letters long, a keyed one 43.
    const rows = await tx.execute<{ plain: string }>(
      sql`select distinct ${hash} as plain from ${name} where county_id = ${countyId} and length(${hash}) = 64 limit ${BATCH}`,
    )
    const pairs = JSON.stringify(rows.map(({ plain }) => ({ plain, keyed: keyed(plain) })))
    await tx.execute(sql`update ${name} set ${hash} = r.keyed from json_to_recordset(${pairs}::json) as r(plain text, keyed text)
      where county_id = ${countyId} and ${hash} = r.plain`)
    done += rows.length
  }
  return done
}
