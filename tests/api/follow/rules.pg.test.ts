import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { DryRunView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { expect } from 'vitest'
import { aFinding, uploadPhoto } from '../../support/findings.ts'
import { aRatedOrder } from '../../support/rated-order.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { type Person, test, type World } from '../../support/world.ts'

const rule = { poorBelow: 0.6, minimumN: 5, notSolvedShare: 0.34, notSolvedMinimumN: 3 }
const inForce = { poorBelow: 0.6, minimumN: 5, notSolvedShare: 1 / 3, notSolvedMinimumN: 3, poorWithinQuarters: 4 }

const dryRun = async (world: World, body: object) =>
  (await world.as(await world.aCountyOrganizer()).post('/rules/dry-run', body, { key: null })).as(DryRunView)

test('a dry run shows which orders a changed rule would touch, and why, and changes nothing', async ({ world }) => {
  const order = await aRatedOrder(world)
  const county = world.as(await world.aCountyOrganizer())
  const before = await dryRun(world, rule)
  expect(before).toMatchObject({ current: inForce, counts: { both: 0, newly: 0, noLonger: 0 }, items: [] })
  const stricter = await dryRun(world, { ...rule, poorBelow: 0.9, minimumN: 3 })
  expect(stricter.counts).toEqual({ both: 0, newly: 1, noLonger: 0 })
  expect(stricter.items).toMatchObject([
    {
      rule: 'poor_rating',
      order: { id: order.id, tier: 'C' },
      now: false,
      changed: true,
      inputs: { n: 3, satisfied: 1, answers: 0, notSolved: 0 },
      poorQuarters: [],
    },
  ])
  expect(stricter.items[0]?.inputs?.upper).toBeCloseTo(0.792, 3)
  expect((await county.get(`/orders/${order.id}`)).as(OrderView).state).toBe('delivered')
  expect((await dryRun(world, rule)).settingsVersion).toBe(before.settingsVersion)
  const member = world.as(await world.aMember())
  expect((await member.post('/rules/dry-run', rule, { key: null })).code).toBe('auth.forbidden')
})

test('an order found 差 twice shows its quarters, and drops out when fewer quarters are looked at', async ({
  world,
}) => {
  const order = await world.anOpenOrder()
  const findPoor = async (inspector: Person) => {
    const round = await aRunningRound(world, [{ order, inspectors: [inspector] }])
    const client = world.as(inspector)
    const finding = aFinding({ effect: 'poor', verdict: 'rectify', attachmentIds: [await uploadPhoto(client)] })
    expect((await client.post(`/inspections/${round.id}/${order.id}/finding`, finding)).status).toBe(201)
  }
  const [first, second] = [await world.anInspector(), await world.anInspector()]
  await findPoor(first)
  expect((await dryRun(world, { ...rule, poorWithinQuarters: 12 })).items).toEqual([])
  world.clock.set('2027-02-18T02:00:00Z')
  await findPoor(second)
  const same = await dryRun(world, rule)
  expect(same.counts).toEqual({ both: 1, newly: 0, noLonger: 0 })
  const found = { rule: 'second_poor', order: { id: order.id }, inputs: null, poorQuarters: ['2026Q4', '2027Q1'] }
  expect(same.items).toMatchObject([{ ...found, now: true, changed: true }])
  const milder = await dryRun(world, { ...rule, poorWithinQuarters: 1 })
  expect(milder.counts).toEqual({ both: 0, newly: 0, noLonger: 1 })
  expect(milder.items).toMatchObject([{ ...found, now: true, changed: false }])
})

test('a share beyond the whole and quarters that are none are refused at their field', async ({ world }) => {
  const county = world.as(await world.aCountyOrganizer())
  const refused = await county.post('/rules/dry-run', { ...rule, poorBelow: 1.5, poorWithinQuarters: 0 }, { key: null })
  expect(Object.keys(refused.fields).toSorted()).toEqual(['poorBelow', 'poorWithinQuarters'])
})
