import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@dj/db/embedded.ts'
import { migrate } from '@dj/db/migrate.ts'
import postgres from 'postgres'
import { letTimeBePlayed } from '../support/played-time.ts'
import { generate } from './generate.ts'
import { COUNTY } from './generate/places.ts'

/** Freezes, draws and deals over that many live orders, in a process of its own whose memory is measured. */
const ORDERS = Number(process.argv[2] ?? 300_000)
const INSPECTORS = 200

/** Every order live, and two hundred members made inspectors: they have homes, claims and needs, so conflicts are real. */
async function makeLive(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connection: { session_replication_role: 'replica', jit: 'off' } })
  await sql.unsafe(`
    update demand_order set state = case when state in ('closed', 'retired') then 'claimed' else 'open' end, closed_cycle = null,
      number = coalesce(number, tier || '-draft-' || id), published_at = coalesce(published_at, listed_at),
      publisher_id = coalesce(publisher_id, (select p.id from person p where p.id <> author_id limit 1))
      where state in ('closed', 'retired', 'draft', 'discarded');
    insert into role_grant (county_id, id, person_id, role, organization_id, valid_from)
      select '${COUNTY}', gen_random_uuid(), p.id, 'inspector', o.id, '2024-06-01' from (select id from person order by id limit ${INSPECTORS}) p,
        organization o where o.kind = 'county'`)
  await sql`vacuum analyze`
  await sql.end()
}

async function measure(url: string): Promise<void> {
  const child = fork(join(import.meta.dirname, 'round-measured.ts'), [url, String(INSPECTORS)])
  await new Promise<void>((resolve, reject) => {
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the measured process ended with ${code}`))))
  })
}

const folder = await mkdtemp(join(tmpdir(), 'dj-bench-round-'))
const server = await startEmbedded({ dataDir: join(folder, 'pg'), fast: true })
try {
  await migrate(server.url)
  await letTimeBePlayed(server.url)
  const begin = performance.now()
  await generate(server.url, { orders: ORDERS, crowd: { doers: 3_000, raters: 1_000, claimants: 200 } })
  await makeLive(server.url)
  console.log(`generated ${ORDERS} live orders in ${Math.round((performance.now() - begin) / 1000)} s`)
  await measure(server.url)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
