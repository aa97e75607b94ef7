import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { sealEvents } from '@dj/api/platform/seal/seal-events.ts'
import { listCounties } from '@dj/db/queries/county/counties.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { lastSeal } from '@dj/db/queries/platform/seals.ts'
import { verifyEvents } from '@dj/db/verify-events.ts'
import { createLanes, type Tx } from '@dj/db/with-tx.ts'
import type { Fault, Head } from '@dj/shared/platform/seal/chain.rules.ts'
import { type SQL, sql } from 'drizzle-orm'
import { expect, vi } from 'vitest'
import { administer } from '../../support/database.ts'
import { test, type World } from '../../support/world.ts'

const county = (world: World) => world.county.id
/** Seals until so many are in the chain: transactions of other databases on the same server hold some back for a moment. */
async function seal(world: World, seq: number) {
  const run = () => sealEvents(world.deps, county(world))
  return vi.waitUntil(async () => (await run().then((head) => (head.seq >= seq ? head : undefined))) ?? false, 20_000)
}
const verify = (world: World, heads: readonly Head[] = []) =>
  verifyEvents(world.deps.db, county(world), { at: world.deps.now(), heads })

/** So many events, each in a transaction of its own. */
async function happen(world: World, n: number): Promise<void> {
  for (let i = 0; i < n; i += 1) await world.deps.withTx(county(world), (tx, at) => note(world, tx, at, i))
}
const note = (world: World, tx: Tx, at: Date, n: number) =>
  recordEvent(tx, { countyId: county(world), kind: 'settings.changed', at, by: null, data: { n, words: '演示' } })

/** What a superuser could do, undone afterwards: which fault the check finds then. */
async function tampered(world: World, tamper: readonly SQL[], heads: readonly Head[]): Promise<Fault | undefined> {
  const lanes = createLanes(world.url, { size: 1, clock: world.clock.now })
  let fault: Fault | undefined
  const undone = new Error('undone')
  await lanes
    .withTx(county(world), async (tx, at) => {
      for (const statement of tamper) await tx.execute(statement)
      fault = (await verifyEvents(tx, county(world), { at, heads })).fault
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  await lanes.end()
  return fault
}

/** The county's own beginning, and what is noted here. */
const SIZE = 12
const at = (seq: number) => sql`(select event_id from event_seal where seq = ${seq})`
const copy = (seq: number, xid: SQL, hours: number) => sql`
  insert into event (county_id, id, kind, at, by, data, xid)
  select county_id, gen_random_uuid(), kind, at - make_interval(hours => ${hours}), by, data, ${xid} from event where id = ${at(seq)}`
const edits = (seq: number): SQL[] => [
  sql`update event set kind = 'trial.forged' where id = ${at(seq)}`,
  sql`update event set at = at + interval '1 microsecond' where id = ${at(seq)}`,
  sql`update event set by = gen_random_uuid() where id = ${at(seq)}`,
  sql`update event set data = data || '{"n": 1000000}' where id = ${at(seq)}`,
  sql`update event set data = '{"n": 0.30000000000000000001}' where id = ${at(seq)}`,
  sql`update event set order_id = gen_random_uuid() where id = ${at(seq)}`,
  sql`update event_seal set hash = md5('x') || md5('y') where seq = ${seq}`,
]

const swap = (one: number, other: number): SQL[] => [
  sql`create temp table kept on commit drop as select * from event_seal where seq in (${one}, ${other})`,
  sql`delete from event_seal where seq in (${one}, ${other})`,
  sql`insert into event_seal select a.county_id, a.seq, b.event_id, a.hash, a.sealed_at from kept a join kept b on a.seq <> b.seq`,
]

test('whatever a superuser edits, deletes, inserts, swaps or cuts off in the database is found at its place', async ({
  world,
}) => {
  await happen(world, SIZE - 1)
  const { seq, hash } = await seal(world, SIZE)
  const head = { seq, hash }
  expect(seq).toBe(SIZE)
  expect(await verify(world, [head])).toEqual({ head, fault: undefined, unsealed: 0, changedBulletins: 0, unsaid: [] })
  const find = async (tamper: readonly SQL[]) => (await tampered(world, tamper, [head]))?.seq
  for (const place of [1, 5, SIZE]) {
    for (const edit of edits(place)) expect(await find([edit])).toBe(place)
    expect(await find([sql`delete from event where id = ${at(place)}`])).toBe(place)
    const other = place === SIZE ? 1 : place + 1
    expect(await find(swap(place, other))).toBe(Math.min(place, other))
    const cut = [sql`delete from event where id in (select event_id from event_seal where seq >= ${place})`]
    expect(await find([...cut, sql`delete from event_seal where seq >= ${place}`])).toBe(place)
    expect(await find([sql`delete from event_seal where seq = ${place}`])).toBe(place)
  }
  const xidOf = (seq: number) => sql`(select xid from event where id = ${at(seq)})`
  expect(await find([copy(5, xidOf(5), 0)])).toBeGreaterThanOrEqual(5)
  expect(await find([copy(5, xidOf(4), 0)])).toBeLessThanOrEqual(5)
  expect(await find([copy(5, sql`pg_current_xact_id()`, 1)])).toBe(SIZE + 1)
})

test('a head known from paper exposes a chain that was written anew', async ({ world }) => {
  await happen(world, 3)
  const { seq, hash } = await seal(world, 4)
  const forged = { seq, hash: hash.replace(/^./, (first) => (first === '0' ? '1' : '0')) }
  expect((await verify(world, [forged])).fault).toEqual({ seq, kind: 'rewritten' })
  expect((await verify(world, [{ seq: seq + 1, hash }])).fault).toEqual({ seq: seq + 1, kind: 'truncated' })
})

test('an event whose transaction commits late is sealed in its turn and never passed over', async ({ world }) => {
  await seal(world, 1)
  const [written, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const late = world.deps.withTx(county(world), async (tx, time) => {
    await note(world, tx, time, 1)
    written.resolve()
    await commit.promise
  })
  await written.promise
  await happen(world, 2) // later transactions that commit first
  const early = await sealEvents(world.deps, county(world))
  commit.resolve()
  await late
  expect(early.sealed).toBe(0)
  await seal(world, 4)
  const rows = await world.deps.db.execute<{ n: number }>(sql`
    select (e.data ->> 'n')::int as n from event_seal s join event e on e.id = s.event_id where s.seq > 1 order by s.seq`)
  expect(rows.map(({ n }) => n)).toEqual([1, 0, 1])
  expect((await verify(world)).fault).toBeUndefined()
})

test('sealers at the same time, and thousands of events, make one chain', async ({ world }) => {
  await world.deps.withTx(county(world), (tx, time) =>
    tx.execute(sql`insert into event (county_id, id, kind, at, data)
      select ${county(world)}, gen_random_uuid(), 'settings.changed', ${time.toISOString()}::timestamptz, '{}' from generate_series(1, 11000)`),
  )
  await Promise.all([seal(world, 11_001), seal(world, 11_001), seal(world, 11_001)])
  const { head, fault } = await verify(world)
  expect([head.seq, fault]).toEqual([11_001, undefined])
  expect(await lastSeal(world.deps.db, county(world))).toEqual(head)
})

test('what stays unsealed for longer than ten minutes is reported', async ({ world }) => {
  await happen(world, 2)
  expect(await verify(world)).toMatchObject({ fault: undefined, unsealed: 0 })
  world.clock.advance({ minutes: 11 })
  expect(await verify(world)).toMatchObject({ fault: { seq: 1, kind: 'unsealed' }, unsealed: 3 })
})

test('each county has a chain of its own', async ({ world }) => {
  const other = await world.otherCounty()
  await happen(world, 2)
  const here = await seal(world, 3)
  const there = await vi.waitUntil(() => sealEvents(world.deps, other.id).then(({ seq, ...head }) => seq === 1 && head))
  expect(there.hash).not.toBe(here.hash)
  for (const { countyId } of await listCounties(world.deps.db)) {
    expect((await verifyEvents(world.deps.dbOf(countyId), countyId, { at: world.deps.now() })).fault).toBeUndefined()
  }
})

const program = new URL('../../../db/src/cli/verify-events.ts', import.meta.url).pathname
/** `pnpm verify-events`: its exit code and what it says. */
const command = (world: World, ...args: string[]) =>
  promisify(execFile)(process.execPath, [program, ...args], { env: { ...process.env, DATABASE_URL: world.url } }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  )

test('the command says of each county where its chain ends, and where it is first wrong', async ({ world }) => {
  world.clock.set(new Date())
  await happen(world, 3)
  const { hash } = await seal(world, 4)
  const head = `${county(world)}:4:${hash}`
  expect(await command(world, '--head', head)).toEqual({
    code: 0,
    stdout: `${county(world)}: 4 events, head ${hash}, right\n`,
  })
  await administer(world.url, async (owner) => {
    await owner`delete from event where id = (select event_id from event_seal where seq = 4)`
    await owner`delete from event_seal where seq = 4`
  })
  expect((await command(world)).code).toBe(0) // nothing printed: a cut at the end cannot be seen
  const cut = await command(world, '--head', head)
  expect([cut.code, cut.stdout]).toEqual([1, expect.stringContaining('WRONG at 4: the chain was cut off here')])
  await administer(world.url, (owner) => owner`update event set kind = 'forged' where kind = 'settings.changed'`)
  expect((await command(world)).stdout).toContain('WRONG at 2: its event was edited')
})
