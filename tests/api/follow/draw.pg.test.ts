import { createHmac, randomUUID } from 'node:crypto'
import { hmacBlocks } from '@dj/api/follow/draw/draw-round.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { drawnOrders, insertCensus, insertSample } from '@dj/db/queries/follow/rounds-draw.ts'
import { drawMessage, drawSample, type FrameEntry, secretOf } from '@dj/shared/follow/round/draw.rules.ts'
import { DrawBundle } from '@dj/shared/follow/round/round.schema.ts'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { aBundle, bundleOf, owner, verify } from '../../support/bundles.ts'
import { Ceremony, sha256 } from '../../support/ceremony.ts'
import { test, type World } from '../../support/world.ts'

/** A county with a little of everything, its round played to the end, and the bundle that is published with it. */
async function aPublishedRound(world: World): Promise<{ round: Ceremony; bundle: DrawBundle }> {
  const { branches, farBranch } = world.county
  await Promise.all([world.anOpenOrder({ tier: 'A' }), world.anOpenOrder({ tier: 'B' })])
  for (let n = 0; n < 6; n += 1) await world.anOpenOrder({ owner: n % 2 ? branches[1] : farBranch })
  await Promise.all([world.anInspector(), world.anInspector(), world.anInspector()])
  const round = await (await Ceremony.open(world)).toDrawn()
  await round.assign()
  const targets = await world.deps.db.execute<{ order_id: string }>(
    "select order_id from target where basis = 'census'",
  )
  for (const target of targets) await round.excuse(target.order_id)
  await round.close()
  return { round, bundle: await bundleOf(world, round) }
}

test('the bundle is published with the close, and an outsider computes the same draw from it', async ({ world }) => {
  const { round, bundle } = await aPublishedRound(world)
  const { ok, says } = await verify(bundle)
  expect([ok, says.split('\n')[0]]).toEqual([true, 'ok: 2026Q4 乐清市, 8 orders'])
  const { commitments, frameHash, publicValue, rate, minimum } = bundle
  for (const published of [
    frameHash,
    ...commitments,
    publicValue.value,
    publicValue.source,
    `: ${rate}`,
    `: ${minimum}`,
  ])
    expect(says).toContain(published)
  expect(says).toContain('须与抽签之前公布的逐字相同')
  expect(says).toContain('notation 记法: ## ## ## ## ## ## + ##')
  const respelled = { ...bundle, publicValue: { ...publicValue, value: publicValue.value.replaceAll(' ', ',') } }
  expect((await verify(respelled)).says).toContain('is not in the notation announced')
  expect(bundle.frameHash).toBe((await round.read()).frameHash)
  expect(Object.values(bundle.sample).flat()).toHaveLength(6)
  const program = await world.anonymous().get(`/rounds/${round.id}/bundle?part=verifier`)
  const vectors = (await world.anonymous().get(`/rounds/${round.id}/bundle?part=vectors`)).as(DrawBundle)
  expect([program.status, (await verify(vectors)).ok]).toEqual([200, true])
})

test('before the close the bundle answers that nothing is published: it would tell the sample', async ({ world }) => {
  await world.anOpenOrder()
  const round = await (await Ceremony.open(world)).toDrawn()
  const replies = [
    await world.anonymous().get(`/rounds/${round.id}/bundle`),
    await world.as(round.team.lead).get(`/rounds/${round.id}/bundle`),
  ]
  expect(replies.map((reply) => [reply.status, reply.code])).toEqual([1, 2].map(() => [404, 'round.not_published']))
  expect((await world.anonymous().get(`/rounds/${randomUUID()}/bundle`)).code).toBe('not_found')
})

test('the verifier sees one changed character in any field of a bundle', async ({ world }) => {
  const { bundle } = await aPublishedRound(world)
  const text = JSON.stringify(bundle)
  const missed: string[] = []
  for (const path of leavesOf(bundle)) {
    const changed = withOtherCharacter(text, path)
    if ((await verify(changed)).ok) missed.push(path.join('.'))
  }
  expect(missed).toEqual([])
}, 120_000)

type Path = readonly (string | number)[]
/** The first value below each field, the field of a row included. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  if (Array.isArray(value) && value.length > 2)
    return leavesOf(value[0], [...path, 0]).concat(leavesOf(value.at(-1), [...path, value.length - 1]))
  return Object.entries(value).flatMap(([key, each]) =>
    leavesOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}
function withOtherCharacter(text: string, path: Path): string {
  const changed = (value: unknown, [key, ...rest]: Path): unknown => {
    if (key === undefined) return otherOf(value)
    if (Array.isArray(value)) return value.map((each, i) => (i === key ? changed(each, rest) : each))
    return Object.fromEntries(
      Object.entries(Object(value)).map(([name, each]) => [name, name === key ? changed(each, rest) : each]),
    )
  }
  return JSON.stringify(changed(JSON.parse(text), path))
}
function otherOf(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value !== 'string') return 'x'
  const last = value.at(-1)
  return value.slice(0, -1) + (last === '7' ? '8' : '7')
}

test('C orders whose ratings are poor by the rule are added and marked; those in the sample are not added again', async ({
  world,
}) => {
  const { branches } = world.county
  const orders = []
  for (let n = 0; n < 12; n += 1) orders.push(await world.anOpenOrder({ owner: branches[0] }))
  for (const order of orders) await rateBadly(world, order.id, order === orders[0] ? 4 : 5)
  const round = await (await Ceremony.open(world)).toDrawn()
  const drawn = await drawnOrders(world.deps.db, { countyId: '330382', roundId: round.id })
  const of = (basis: string) => drawn.filter((row) => row.basis === basis).map((row) => row.order_id)
  expect(of('sample')).toHaveLength(3)
  const poor = orders.slice(1).map((order) => order.id)
  expect(of('targeted')).toEqual(poor.filter((id) => !of('sample').includes(id)).toSorted())
})

/** Ratings straight into the table, by needs without an account. */
const rateBadly = (world: World, orderId: string, n: number) =>
  owner(
    world,
    `set session_replication_role = 'replica'`,
    `
    insert into rating (county_id, id, order_id, cycle, quarter, rater_need_id, side, attitude, speed, result, rated_at)
    select '330382', gen_random_uuid(), '${orderId}', 1, '2026Q4', gen_random_uuid(), 'worker', 1, 2, 2, now() from generate_series(1, ${n})`,
  )

test('on random frames the rule, the database and the verifier draw the same', async ({ world }) => {
  const { team, id } = await Ceremony.open(world)
  const uuid = (n: number) => `019a9f3c-6c00-7000-8000-${n.toString(16).padStart(12, '0')}`
  const entries = fc.uniqueArray(
    fc.record({
      n: fc.nat(2 ** 40),
      version: fc.integer({ min: 1, max: 9 }),
      tier: fc.constantFrom('A', 'B', 'C', 'C', 'C', 'C'),
      town: fc.constantFrom(1, 2, 3, null),
    }),
    { selector: ({ n }) => n, maxLength: 60 },
  )
  const rules = fc.record({ rate: fc.integer({ min: 0, max: 1000 }), minimum: fc.nat(8) })
  await fc.assert(
    fc.asyncProperty(
      entries,
      rules,
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      async (given, { rate, minimum }, value) => {
        const frame = given
          .map(({ n, version, tier, town }): FrameEntry => [
            uuid(n),
            version,
            tier === 'A' || tier === 'B' ? tier : 'C',
            town === null ? null : uuid(town),
            uuid(0),
          ])
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
        const secret = secretOf(sha256('1'), sha256('2'), value)
        await owner(
          world,
          `set session_replication_role = 'replica'`,
          `delete from target; delete from frame_entry; update round set rate = ${rate / 1000}, minimum = ${minimum}`,
          ...frame.map(
            ([order, version, tier, town]) =>
              `insert into frame_entry values ('330382', '${id}', '${order}', ${version}, '${tier}', ${town === null ? 'null' : `'${town}'`}, '${uuid(0)}')`,
          ),
        )
        const of = { countyId: team.lead.countyId, roundId: id }
        const drawn = await world.deps.withTx(of.countyId, async (tx, at) => {
          await recordEvent(tx, { countyId: of.countyId, kind: 'round.drawn', at, by: null, data: { roundId: id } })
          await insertCensus(tx, of)
          await insertSample(tx, of, hmacBlocks(secret))
          return drawnOrders(tx, of)
        })
        const keyOf = (order: string, version: number) =>
          createHmac('sha256', secret).update(drawMessage(order, version)).digest('hex')
        const expected = drawSample(frame, keyOf, { rate: rate / 1000, minimum })
        const sample = Object.fromEntries(
          [...Map.groupBy(drawn, (row) => row.town)].map(([town, rows]) => [town, rows.map((row) => row.order_id)]),
        )
        expect(sample).toEqual(Object.fromEntries([...expected].filter(([, ids]) => ids.length > 0)))
        expect((await verify(aBundle(frame, value, sample, rate / 1000, minimum))).says).toMatch(/^ok/)
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)
