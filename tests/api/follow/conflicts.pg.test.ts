import { reassignConflicts } from '@dj/api/follow/targets/reassign-conflicts.ts'
import { upsertConflict } from '@dj/db/queries/follow/declared-conflicts.ts'
import { lockRound, updateRound } from '@dj/db/queries/follow/rounds.ts'
import { assignmentTable } from '@dj/db/tables/follow/target.table.ts'
import { InspectionList } from '@dj/shared/follow/finding/finding.schema.ts'
import { ConflictList } from '@dj/shared/follow/round/round.schema.ts'
import { expect } from 'vitest'
import { aRunningRound } from '../../support/rounds.ts'
import { type Person, test, type World } from '../../support/world.ts'

const reason = '配偶在该企业任职'
const held = async (world: World, person: Person) =>
  (await world.as(person).get('/inspections')).as(InspectionList).items.map(({ orderId }) => orderId)

test('what an inspector declares takes every order below it from their list at once, and gives it to another', async ({
  world,
}) => {
  const [one, other] = [await world.anInspector(), await world.anInspector()]
  const [near, far] = [await world.anOpenOrder(), await world.anOpenOrder({ owner: world.county.farBranch })]
  await aRunningRound(world, [
    { order: near, inspectors: [one] },
    { order: far, inspectors: [one] },
    { order: await world.anOpenOrder({ owner: world.county.farBranch }), inspectors: [other] },
  ])
  const organizationId = world.county.committee.id
  const reply = await world.as(one).post('/conflicts', { organizationId, reason })
  expect([reply.status, reply.body]).toMatchObject([201, { organizationId, reason }])
  expect(await held(world, one)).toEqual([far.id])
  expect(await held(world, other)).toContain(near.id)
})

test('the list of what I declared is mine alone; a second word replaces the reason', async ({ world }) => {
  const [one, other] = [await world.anInspector(), await world.anInspector()]
  const organizationId = world.county.committee.id
  for (const words of ['曾任职', reason]) await world.as(one).post('/conflicts', { organizationId, reason: words })
  const items = (await world.as(one).get('/conflicts')).as(ConflictList).items
  expect(items).toMatchObject([{ organizationId, reason }])
  expect((await world.as(other).get('/conflicts')).as(ConflictList).items).toEqual([])
  expect((await world.as(await world.aMember()).get('/conflicts')).code).toBe('auth.forbidden')
  const far = await world.otherCounty()
  const wrong = await world.as(one).post('/conflicts', { organizationId: far.root.id, reason })
  expect(wrong.fields).toEqual({ organizationId: 'need.organization_unknown' })
})

test('a round that is closed while conflicts are looked for keeps its assignments as they were published', async ({
  world,
}) => {
  const [one, other] = [await world.anInspector(), await world.anInspector()]
  const order = await world.anOpenOrder()
  const far = await world.anOpenOrder({ owner: world.county.farBranch })
  const { id } = await aRunningRound(world, [
    { order, inspectors: [one] },
    { order: far, inspectors: [other] },
  ])
  const [countyId, organizationId] = [world.county.id, world.county.committee.id]
  const { promise: closing, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: locked, resolve: isLocked } = Promise.withResolvers<void>()
  const closed = world.deps.withTx(countyId, async (tx, at) => {
    await upsertConflict(tx, { countyId, personId: one.id, organizationId, reason, declaredAt: at })
    await lockRound(tx, countyId, id)
    isLocked()
    await closing
    await updateRound(tx, countyId, id, { state: 'closed', closingBy: one.id, closedBy: other.id, closedAt: at })
  })
  await locked
  const looking = reassignConflicts(world.deps, countyId)
  await new Promise((resolve) => setTimeout(resolve, 300))
  letGo()
  await closed
  expect(await looking).toEqual({ ended: 0, open: 0 })
  const rows = await world.deps.db.select().from(assignmentTable)
  expect(rows.map(({ endedAt }) => endedAt)).toEqual([null, null])
})
