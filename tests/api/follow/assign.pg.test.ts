import { reassignConflicts } from '@dj/api/follow/targets/reassign-conflicts.ts'
import { describe, expect } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import type { DrawDeal } from '@dj/shared/follow/round/round.schema.ts'
import { bundleOf, owner, verify } from '../../support/bundles.ts'
import { assignments, Ceremony, heldBy, sha256 } from '../../support/ceremony.ts'
import { type Person, test, type World } from '../../support/world.ts'

const many = <T>(n: number, make: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: n }, make))

test('targets are dealt evenly, two different inspectors to an A order, one to each of the others; once', async ({
  world,
}) => {
  const a = await many(3, () => world.anOpenOrder({ tier: 'A' }))
  await many(4, () => world.anOpenOrder({ tier: 'B' }))
  await many(7, () => world.anOpenOrder())
  const inspectors = await many(4, () => world.anInspector())
  const round = await (await Ceremony.open(world)).toDrawn()
  await round.assign()
  const rows = await assignments(world)
  expect(rows).toHaveLength(3 * 2 + 4 + 3)
  for (const { id } of a)
    expect(new Set(rows.filter((row) => row.order_id === id).map((row) => row.inspector_id)).size).toBe(2)
  const loads = inspectors.map(({ id }) => rows.filter((row) => row.inspector_id === id).length)
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
  await world.anInspector()
  await round.assign()
  expect(await assignments(world)).toEqual(rows)
})

test('the pool is who may inspect at the freeze: whoever is granted later gets nothing, whoever left before the deal neither', async ({
  world,
}) => {
  for (let n = 0; n < 6; n += 1) await world.anOpenOrder({ owner: world.county.farBranch })
  const ceremony = await (await Ceremony.open(world)).commit()
  expect((await ceremony.act(ceremony.team.lead, 'freeze')).code).toBe('round.no_inspectors')
  const [one, gone] = [await world.anInspector(), await world.anInspector()]
  const round = await ceremony.freeze()
  const { poolHash, poolCount } = await round.read()
  const ids = [one.id, gone.id].toSorted().map((id) => `${id}\n`)
  expect([poolHash, poolCount]).toEqual([sha256(ids.join('')), 2])
  expect((await round.act(round.team.lead, 'inspectors')).code).toBe('round.not_drawn')
  const late = await world.anInspector()
  await owner(world, `update role_grant set valid_until = '2026-11-20T00:00:00Z' where person_id = '${gone.id}'`)
  await round.reveal()
  await round.draw()
  expect((await round.act(late, 'inspectors')).code).toBe('auth.forbidden')
  await round.assign()
  const held = await Promise.all([one, gone, late].map((person) => heldBy(world, person)))
  expect(held.map((orders) => orders.length)).toEqual([3, 0, 0])
})

test('who inspects what comes out again from the bundle: the deal, what was handed on, and what others had to be asked for', async ({
  world,
}) => {
  const { farBranch, branches } = world.county
  for (const tier of ['A', 'A', 'B', 'B'] as const) await world.anOpenOrder({ tier })
  for (let n = 0; n < 8; n += 1) await world.anOpenOrder({ owner: n % 2 ? farBranch : branches[1] })
  const inspectors = await many(3, () => world.anInspector())
  await owner(world, declared(must(inspectors[0], 'one').id, branches[1].id))
  const round = await (await Ceremony.open(world)).toDrawn()
  await round.assign()
  await owner(world, declared(must(inspectors[1], 'another').id, farBranch.id))
  await reassignConflicts(world.deps, '330382')
  await owner(
    world,
    declared(must(inspectors[2], 'the third').id, farBranch.id),
    declared(must(inspectors[0], 'one').id, farBranch.id),
  )
  expect((await reassignConflicts(world.deps, '330382')).open).toBeGreaterThan(0)
  expect((await round.act(round.team.lead, 'inspectors')).code).toBe('round.too_few_inspectors')
  await world.anInspector()
  await round.assign()
  await owner(
    world,
    "update target set state = 'excused', excuse_reason = '已停工', excuse_asked_by = gen_random_uuid()",
  )
  await round.close()
  const bundle = await bundleOf(world, round)
  const deals = bundle.deals ?? []
  expect(new Set(deals.map(({ reason }) => reason))).toEqual(new Set(['draw', 'conflict', 'again', 'supplement']))
  const { ok, says } = await verify(bundle)
  expect([ok, says]).toEqual([
    true,
    expect.stringContaining(`pool hash 检查员库哈希: ${(await round.read()).poolHash} (3 inspectors)`),
  ])
  const pick = (nth: number, change: (deal: DrawDeal) => object) =>
    verify({ ...bundle, deals: deals.map((deal, i) => (i === nth ? { ...deal, ...change(deal) } : deal)) })
  const other = (id: string) =>
    must(
      inspectors.find((each) => each.id !== id),
      'another',
    ).id
  const swapped = await pick(0, ({ dealt: [[order, slot, who] = ['', 1, ''], ...rest] }) => ({
    dealt: [[order, slot, other(who)], ...rest],
  }))
  expect(swapped.says).toContain('deal 1 (draw): who inspects what does not come out')
  const friend = (await world.anInspector()).id
  expect((await pick(0, (deal) => ({ inspectors: [...deal.inspectors, friend] }))).says).toContain(
    'somebody is not of the pool',
  )
  expect((await pick(0, () => ({ excluded: [] }))).says).toContain('does not match')
  expect((await verify({ ...bundle, pool: [...(bundle.pool ?? []), friend] })).says).toContain(
    'its SHA-256 is not poolHash',
  )
})

const declared = (personId: string, organizationId: string) =>
  `insert into declared_conflict values ('330382', '${personId}', '${organizationId}', '亲属任职', now())`

describe('a conflict keeps an inspector from an order', () => {
  /** What each makes of the only inspector there is and the only order: assigning must find too few. */
  const conflicts: Record<string, (world: World, it: { orderId: string; inspector: Person }) => Promise<unknown>> = {
    'of the own branch': () => Promise.resolve(),
    'which they claimed': (world, { orderId, inspector }) =>
      owner(world, ...asOwner(`insert into order_part values ('330382', '${orderId}', '${inspector.id}', 'doer')`)),
    'which they wrote': (world, { inspector }) => owner(world, `update demand_order set author_id = '${inspector.id}'`),
    'behind which stands their own need': async (world, { orderId, inspector }) => {
      const need = await world.aNeed({ requesterPersonId: inspector.id })
      await owner(
        world,
        `insert into order_need values ('330382', '${orderId}', '${need.id}', '${inspector.id}', now())`,
      )
    },
    'which they seconded within four quarters': (world, { orderId, inspector }) =>
      owner(world, second(orderId, inspector, '2025-12-31T16:00:00Z')),
    'claimed by their own branch': (world, { orderId }) => owner(world, ...asOwner(claim(world, orderId, 'branch'))),
    'claimed by a member of their own branch': (world, { orderId }) =>
      owner(world, ...asOwner(claim(world, orderId, 'member'))),
    'of an organization they declared': (world, { inspector }) =>
      owner(
        world,
        `insert into declared_conflict values ('330382', '${inspector.id}', '${world.county.towns[1].id}', '亲属任职', now())`,
      ),
  }
  test.for(Object.entries(conflicts))('%s', async ([name, make], { world }) => {
    const own = name === 'of the own branch'
    const order = await world.anOpenOrder({ owner: own ? world.county.committee : world.county.farBranch })
    const inspector = await world.anInspector({ kind: 'member', home: world.county.branches[0] })
    const round = await (await Ceremony.open(world)).toDrawn()
    await make(world, { orderId: order.id, inspector })
    const reply = await round.act(round.team.lead, 'inspectors')
    expect(reply.code).toBe('round.too_few_inspectors')
    const free = await world.anInspector()
    await round.assign()
    expect(await heldBy(world, free)).toEqual([order.id])
  })

  test('what is further away is none: another branch of the town, the town itself, a second long ago', async ({
    world,
  }) => {
    const { branches, towns, farBranch } = world.county
    const inspector = await world.anInspector({ kind: 'member', home: branches[0] })
    await world.anInspector()
    const orders = [
      await world.anOpenOrder({ tier: 'A' }),
      await world.anOpenOrder({ tier: 'B', owner: towns[0] }),
      await world.anOpenOrder({ owner: branches[1] }),
      await world.anOpenOrder({ owner: farBranch }),
    ]
    const round = await (await Ceremony.open(world)).toDrawn()
    await owner(world, second(orders[3]?.id ?? '', inspector, '2025-12-31T15:59:59Z'))
    await round.assign()
    const rows = await assignments(world)
    expect(new Set(rows.map((row) => row.order_id)).size).toBe(4)
    expect((await heldBy(world, inspector)).length).toBeGreaterThanOrEqual(2)
  })
})

const asOwner = (statement: string) => ["set session_replication_role = 'replica'", statement]
const second = (orderId: string, { id }: Person, at: string) =>
  `insert into second values ('330382', gen_random_uuid(), null, '${orderId}', '${id}', null, '${at}')`
/** By somebody of the first branch: for it, or for themselves. */
const claim = ({ county: { branches } }: World, orderId: string, kind: 'branch' | 'member') => `
  insert into claim (county_id, id, order_id, cycle, place, claimant_kind, person_id, organization_id, state, started_at, due_at)
  select '330382', gen_random_uuid(), '${orderId}', 1, 1, '${kind}', id, ${kind === 'branch' ? `'${branches[0].id}'` : 'null'}, 'active', now(), now()
  from person where ${kind === 'branch' ? 'home_organization_id is null' : `home_organization_id = '${branches[0].id}'`} limit 1`

describe('a claim and the assignment at once', () => {
  test('never leave both: whoever comes first keeps the order, the other finds another', async ({ world }) => {
    for (let n = 0; n < 6; n += 1) await world.anOpenOrder({ owner: world.county.farBranch, places: 3 })
    const inspectors = await many(3, () => world.anInspector({ kind: 'member' }))
    await many(2, () => world.anInspector())
    const round = await (await Ceremony.open(world)).toDrawn()
    const drawn = await world.deps.db.execute<{ order_id: string }>('select order_id from target')
    const another = await world.process()
    const [, ...claims] = await Promise.all([
      round.assign(),
      ...inspectors.flatMap((inspector) =>
        drawn.map((row) => another.as(inspector).post(`/orders/${row.order_id}/claims`)),
      ),
    ])
    expect(claims.filter((reply) => ![201, 409].includes(reply.status))).toEqual([])
    const both = await world.deps.db
      .execute(`select from assignment a join claim c on c.county_id = a.county_id and c.order_id = a.order_id
      and c.person_id = a.inspector_id where a.ended_at is null`)
    expect(both).toHaveLength(0)
    expect(await assignments(world)).toHaveLength(drawn.length)
  })

  test('an inspector cannot claim what they are to check', async ({ world }) => {
    const order = await world.anOpenOrder({ owner: world.county.farBranch })
    const inspector = await world.anInspector({ kind: 'member' })
    const round = await (await Ceremony.open(world)).toDrawn()
    await round.assign()
    expect((await world.as(inspector).post(`/orders/${order.id}/claims`)).code).toBe('claim.you_inspect')
  })
})

test('a conflict that arises later hands the order on and keeps the history; one for whom nobody is free stays open', async ({
  world,
}) => {
  const order = await world.anOpenOrder({ owner: world.county.farBranch })
  const [one, two] = await many(2, () => world.anInspector())
  const round = await (await Ceremony.open(world)).toDrawn()
  await round.assign()
  await owner(
    world,
    ...asOwner(`insert into assignment select a.county_id, a.round_id, a.order_id, 2, 1, p.id, a.assigned_at, now(), 'test' from assignment a, person p
    where p.id in ('${one?.id}', '${two?.id}') and p.id <> a.inspector_id`),
  )
  const [first] = (await assignments(world)).filter((row) => row.end_reason === null)
  const declare = (id: string) =>
    owner(
      world,
      `insert into declared_conflict values ('330382', '${id}', '${world.county.farBranch.id}', '亲属任职', now())`,
    )
  await declare(first?.inspector_id ?? '')
  expect(await reassignConflicts(world.deps, '330382')).toEqual({ ended: 1, open: 0 })
  const rows = (await assignments(world)).filter((row) => row.slot === 1)
  expect(rows.map((row) => [row.nth, row.end_reason])).toEqual([
    [1, 'conflict'],
    [2, null],
  ])
  expect(rows[1]?.inspector_id).not.toBe(first?.inspector_id)
  expect(await reassignConflicts(world.deps, '330382')).toEqual({ ended: 0, open: 0 })
  await declare(rows[1]?.inspector_id ?? '')
  expect(await reassignConflicts(world.deps, '330382', order.id)).toEqual({ ended: 1, open: 1 })
  await world.anInspector()
  await round.assign()
  expect((await assignments(world)).at(1)?.end_reason).toBe('conflict')
  // Its timeline would tell everybody that it was drawn, and who comes.
  const events = await world.deps.db.execute("select order_id from event where kind = 'round.reassigned'")
  expect(events.map((event) => event['order_id'])).toEqual([null, null])
})
