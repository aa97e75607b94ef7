import { AppealView } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { rectificationTable } from '@dj/db/tables/exit/rectification.table.ts'
import { retirementTable } from '@dj/db/tables/exit/retirement.table.ts'
import { FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { aFinding, uploadPhoto } from '../../support/findings.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { test, type World } from '../../support/world.ts'

const reason = '与现场情况不符'

/** A visit of the quarter the clock stands in that finds the order poor. */
async function foundPoor(world: World, order: { id: string }): Promise<FindingView> {
  const inspector = await world.anInspector()
  const round = await aRunningRound(world, [{ order, inspectors: [inspector] }])
  const client = world.as(inspector)
  const sent = { ...aFinding({ effect: 'poor', verdict: 'rectify' }), attachmentIds: [await uploadPhoto(client)] }
  return (await client.post(`/inspections/${round.id}/${order.id}/finding`, sent)).as(FindingView)
}

/** Found poor on the last day of a quarter, put right, and found poor again on a day of the next: proposed for retirement by that. */
async function aSecondPoor(world: World) {
  const order = await world.anOpenOrder()
  world.clock.set('2026-09-30T02:00:00Z')
  const first = await foundPoor(world, order)
  await world.deps.withTx(world.county.id, async (tx) => {
    await tx.update(rectificationTable).set({ state: 'passed' }).where(eq(rectificationTable.orderId, order.id))
  })
  world.clock.set('2026-10-09T02:00:00Z')
  const second = await foundPoor(world, order)
  return { order, first, second }
}

async function change(world: World, subjectId: string, value: object): Promise<AppealView> {
  const owner = world.as(await world.aSecretary())
  const appeal = (await owner.post('/appeals', { subject: 'finding', subjectId, reason })).as(AppealView)
  const decider = world.as(await world.aTownOrganizer())
  return (await decider.post(`/appeals/${appeal.id}/decision`, { decision: 'change', reason, ...value })).as(AppealView)
}

const proceduresOf = async ({ deps: { db } }: World, { id }: { id: string }) => ({
  notices: await db.select().from(rectificationTable).where(eq(rectificationTable.orderId, id)),
  retirements: await db.select().from(retirementTable).where(eq(retirementTable.orderId, id)),
})

describe('when an appeal leaves no second 差, the verdict that the proposal took the place of is followed', () => {
  test('of the finding itself, now 一般 and still to be put right', async ({ world }) => {
    const { order, second } = await aSecondPoor(world)
    const { effects } = await change(world, second.id, { effect: 'fair' })
    expect(effects).toEqual(['rectification.issued', 'retirement.withdrawn'])
    expect(await proceduresOf(world, order)).toMatchObject({
      notices: [{ state: 'passed' }, { state: 'issued', findingId: second.id }],
      retirements: [{ evidence: 'second_poor', state: 'withdrawn' }],
    })
  })

  test('of the later finding, when the earlier one was wrong', async ({ world }) => {
    const { order, first, second } = await aSecondPoor(world)
    await change(world, first.id, { effect: 'good', verdict: 'pass' })
    expect(await proceduresOf(world, order)).toMatchObject({
      notices: [{ state: 'passed' }, { state: 'issued', findingId: second.id, foundBy: second.inspector.id }],
      retirements: [{ evidence: 'second_poor', state: 'withdrawn' }],
    })
  })
})
