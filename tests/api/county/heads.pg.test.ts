import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { anchorHeads } from '@dj/api/county/log/anchor-heads.ts'
import { sealEvents } from '@dj/api/platform/seal/seal-events.ts'
import { recordEvents } from '@dj/db/queries/platform/events.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { HeadList, HeadView } from '@dj/shared/platform/seal/head.schema.ts'
import type { Sql } from 'postgres'
import { describe, expect, vi } from 'vitest'
import { administer } from '../../support/database.ts'
import { aRatedOrder } from '../../support/rated-order.ts'
import { test as base, type World } from '../../support/world.ts'

const test = base.extend<{ file: string }>({
  file: async ({ task }, use) => {
    const folder = await mkdtemp(join(tmpdir(), `dj-heads-${task.id.length}-`))
    await use(join(folder, 'heads.txt'))
    await rm(folder, { recursive: true })
  },
})

const countyOf = (world: World) => world.county.id
const depsOf = (world: World, headsFile: string) => ({ ...world.deps, headsFile })
const anchor = (world: World, file: string) => anchorHeads(depsOf(world, file), countyOf(world))

/** So many events of that kind, in one transaction. */
const happen = (world: World, kind: 'need.contact_revealed' | 'settings.changed', n: number) =>
  world.deps.withTx(countyOf(world), (tx, at) =>
    recordEvents(
      tx,
      Array.from({ length: n }, (_, i) => ({ countyId: countyOf(world), kind, at, by: null, data: { i } })),
    ),
  )

/** Everything is in the chain: transactions of other databases on the same server hold some back for a moment. */
const sealAll = (world: World) =>
  vi.waitUntil(async () => {
    await sealEvents(world.deps, countyOf(world))
    const [left] = await world.deps.db.execute<{ n: number }>(
      'select count(*)::int as n from event e where not exists (select from event_seal s where s.event_id = e.id)',
    )
    return left?.n === 0
  }, 20_000)

const program = new URL('../../../db/src/cli/verify-events.ts', import.meta.url).pathname
/** `pnpm verify-events`: its exit code and what it says. */
const verify = (world: World, ...args: string[]) =>
  promisify(execFile)(process.execPath, [program, ...args], { env: { ...process.env, DATABASE_URL: world.url } }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout + stderr }),
  )

/** By whoever owns the database, with every trace of the heads in it wiped. */
const asOwner = (world: World, work: (owner: Sql) => Promise<unknown>) =>
  administer(world.url, async (owner) => {
    await owner`delete from head_anchor`
    await work(owner)
  })

describe('what the owner of the database can do unseen within it, the heads outside it show', () => {
  test('the last 50 events cut off with their seals', async ({ world, file }) => {
    await happen(world, 'settings.changed', 80)
    await sealAll(world)
    await anchor(world, file)
    await asOwner(world, async (owner) => {
      await owner`delete from event where id in (select event_id from event_seal order by seq desc limit 50)`
      await owner`delete from event_seal where event_id not in (select id from event)`
    })
    expect((await verify(world)).code).toBe(0)
    const found = await verify(world, '--heads', file)
    expect([found.code, found.said]).toEqual([1, expect.stringContaining('the chain was cut off here')])
  })

  test('162 reveals deleted, and the rest sealed anew', async ({ world, file }) => {
    await happen(world, 'settings.changed', 20)
    await happen(world, 'need.contact_revealed', 162)
    await happen(world, 'settings.changed', 200)
    await sealAll(world)
    await anchor(world, file)
    await asOwner(world, async (owner) => {
      await owner`delete from event where kind = 'need.contact_revealed'`
      await owner`delete from event_seal`
    })
    await sealAll(world)
    await happen(world, 'settings.changed', 200) // and time goes on, until the chain is longer than it was
    await sealAll(world)
    expect((await verify(world)).code).toBe(0)
    const found = await verify(world, '--heads', file)
    expect([found.code, found.said]).toEqual([1, expect.stringContaining('the chain was written anew')])
  })

  test('every rating set to the best, and its event with it', async ({ world, file }) => {
    await aRatedOrder(world)
    await sealAll(world)
    await anchor(world, file)
    expect((await verify(world, '--heads', file)).code).toBe(0)
    const best = 'update rating set attitude = 5, speed = 5, result = 5'
    await asOwner(world, (owner) => owner.unsafe(best))
    const rows = await verify(world)
    expect([rows.code, rows.said]).toEqual([1, expect.stringContaining('2 rows are NOT what their events say: rating')])
    await asOwner(world, async (owner) => {
      await owner`update event set data = data || '{"attitude": 5, "speed": 5, "result": 5}' where kind = 'order.rated'`
      await owner`delete from event_seal`
    })
    await sealAll(world)
    expect((await verify(world)).code).toBe(0)
    const found = await verify(world, '--heads', file)
    expect([found.code, found.said]).toEqual([1, expect.stringContaining('the chain was written anew')])
  })
})

test('once a day the head goes into the file and before the audit administrator, who signs what was seen', async ({
  world,
  file,
}) => {
  const auditor = await world.anAdmin('audit_admin', { alias: '审计甲' })
  await happen(world, 'settings.changed', 3)
  await sealAll(world)
  expect(await anchor(world, file)).toMatchObject({ anchored: true })
  expect(await anchor(world, file)).toEqual({ anchored: false })
  const client = world.as(auditor)
  const [head] = (await client.get('/log/heads')).as(HeadList).items
  if (!head) throw new Error('no head')
  expect(await readFile(file, 'utf8')).toBe(`${countyOf(world)}:${head.seq}:${head.hash} ${head.day}\n`)
  const waiting = async () => (await client.get('/work')).as(WorkView).items.map(({ kind }) => kind)
  expect(await waiting()).toEqual(['chain.countersign'])
  const sign = (hash: string, day = head.day) => client.post(`/log/heads/${day}/countersignature`, { hash })
  expect((await sign('0'.repeat(64))).code).toBe('head.differs')
  expect((await sign(head.hash, '2026-01-01')).code).toBe('not_found')
  expect((await sign(head.hash)).as(HeadView)).toMatchObject({ hash: head.hash, countersignedBy: '审计甲' })
  expect((await sign(head.hash)).code).toBe('head.signed')
  expect(await waiting()).toEqual([])
  const { body: kept } = await client.get('/log/heads?format=text')
  expect(kept instanceof Uint8Array && Buffer.from(kept).toString()).toContain(
    `${countyOf(world)}:${head.seq}:${head.hash}`,
  )
  world.clock.advance({ days: 1 })
  expect(await anchor(world, file)).toMatchObject({ anchored: true })
  expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(2)
})

test('the app can neither move a head nor take one away', async ({ world, file }) => {
  await anchor(world, file)
  for (const forbidden of ['update head_anchor set seq = 0', 'delete from head_anchor'])
    await expect(world.deps.withTx(countyOf(world), (tx) => tx.execute(forbidden))).rejects.toThrow()
})
