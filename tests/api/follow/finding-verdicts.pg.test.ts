import { lockRound, updateRound } from '@dj/db/queries/follow/rounds.ts'
import { newId } from '@dj/api/platform/deps.ts'
import { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import { SlipReport } from '@dj/shared/follow/finding/slip.schema.ts'
import { describe, expect } from 'vitest'
import { aFinding, uploadPhoto } from '../../support/findings.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { aVisit, stateOf, submit } from '../../support/visits.ts'
import { type Person, test } from '../../support/world.ts'

describe('what a verdict brings about', () => {
  test('rectify issues a numbered notice of what the inspector says is to be done about each failed check, none twice', async ({
    world,
  }) => {
    const [inspector, other] = [await world.anInspector(), await world.anInspector()]
    const order = await world.anOpenOrder({ tier: 'A' })
    const round = await aRunningRound(world, [{ order, inspectors: [inspector, other] }])
    const [client, second] = [world.as(inspector), world.as(other)]
    const photo = await uploadPhoto(client)
    const poor = { ...aFinding({ effect: 'poor', verdict: 'rectify', words: '台账缺失' }), attachmentIds: [photo] }
    const answers = { ...poor.answers, records_complete: false, records_gap: '签到表' }
    const silent = await submit(client, round, order, { ...poor, answers })
    expect(silent.fields).toEqual({ 'todo.records_complete': 'finding.todo_missing' })
    const todo = { records_complete: '补齐签到表' }
    expect((await submit(client, round, order, { ...poor, answers, todo })).status).toBe(201)
    const after = await stateOf(world, order.id)
    expect(after).toMatchObject({
      order: 'rectifying',
      notices: [{ findingId: poor.id, foundBy: inspector.id, state: 'issued' }],
    })
    const reader = world.as(await world.aMember())
    const asked = async () =>
      (await reader.get(`/rectifications/${after.notices[0]?.id}`))
        .as(RectificationView)
        .items.map(({ words }) => words)
    const sheet = '补齐签到表（过程记录、签到和成果材料完整：否。签到表）'
    expect(await asked()).toEqual([sheet])
    const again = { ...poor, id: newId(), attachmentIds: [await uploadPhoto(second)] }
    const more = { answers: { ...answers, real_effect: 2 }, todo: { ...todo, real_effect: '补办一次活动' } }
    expect((await submit(second, round, order, { ...again, ...more })).status).toBe(201)
    expect(await asked()).toEqual([sheet, '补办一次活动（对照验收标准的实质效果（1 差—5 好）：2 分）'])
    const { notices } = await stateOf(world, order.id)
    expect(notices[0]?.facts).toMatchObject({ added: [{ foundBy: other.id, items: [2], shared: [1] }] })
  })

  test('propose retirement opens it with the finding as evidence; a closed order only keeps the record', async ({
    world,
  }) => {
    const inspector = await world.anInspector()
    const [live, over] = [await world.anOpenOrder(), await world.anOpenOrder({ state: 'retired' })]
    const round = await aRunningRound(
      world,
      [live, over].map((order) => ({ order, inspectors: [inspector] })),
    )
    const client = world.as(inspector)
    for (const order of [live, over]) {
      const final = {
        ...aFinding({ effect: 'poor', verdict: 'propose_retirement' }),
        attachmentIds: [await uploadPhoto(client)],
      }
      expect((await submit(client, round, order, final)).status).toBe(201)
    }
    expect(await stateOf(world, live.id)).toMatchObject({
      order: 'retiring',
      retirements: [{ evidence: 'finding', proposedBy: inspector.id }],
    })
    expect(await stateOf(world, over.id)).toMatchObject({
      order: 'retired',
      retirements: [],
      findings: [{ state: 'final' }],
    })
  })

  test('a second 差 within four quarters proposes retirement by itself', async ({ world }) => {
    const [first, second] = [await world.anInspector(), await world.anInspector()]
    const order = await world.anOpenOrder()
    const visit = async (inspector: Person) => {
      const round = await aRunningRound(world, [{ order, inspectors: [inspector] }])
      const client = world.as(inspector)
      const final = { ...aFinding({ effect: 'poor', verdict: 'rectify' }), attachmentIds: [await uploadPhoto(client)] }
      expect((await submit(client, round, order, final)).status).toBe(201)
    }
    await visit(first)
    expect((await stateOf(world, order.id)).order).toBe('rectifying')
    world.clock.set('2027-02-18T02:00:00Z')
    await visit(second)
    expect(await stateOf(world, order.id)).toMatchObject({
      order: 'retiring',
      retirements: [{ evidence: 'second_poor', proposedBy: null }],
    })
  })

  test('an A order is inspected when both inspectors have reported', async ({ world }) => {
    const inspectors = [await world.anInspector(), await world.anInspector()]
    const order = await world.anOpenOrder({ tier: 'A' })
    const round = await aRunningRound(world, [{ order, inspectors }])
    for (const [i, inspector] of inspectors.entries()) {
      const client = world.as(inspector)
      const final = { ...aFinding(), attachmentIds: [await uploadPhoto(client, 100 + i)] }
      expect((await submit(client, round, order, final)).status).toBe(201)
      expect((await stateOf(world, order.id)).target).toBe(i === 0 ? 'waiting' : 'inspected')
    }
  })
})

describe('the end of the quarter', () => {
  test('a finding in the last instant of the quarter belongs to it, one an instant later to the next', async ({
    world,
  }) => {
    const inspector = await world.anInspector()
    const [last, next] = [await world.anOpenOrder(), await world.anOpenOrder()]
    const round = await aRunningRound(
      world,
      [last, next].map((order) => ({ order, inspectors: [inspector] })),
    )
    const client = world.as(inspector)
    const photos = [await uploadPhoto(client, 1), await uploadPhoto(client, 2)]
    // 23:59:59.999999 in Shanghai, as the clock's milliseconds hold it: floored, never rounded into the next quarter.
    world.clock.set(new Date(Math.floor(Date.parse('2026-12-31T16:00:00.000Z') - 0.001)))
    const kept = await submit(client, round, last, { ...aFinding(), attachmentIds: [photos[0]] })
    expect(kept.as(FindingView)).toMatchObject({ quarter: '2026Q4', late: false })
    world.clock.set('2026-12-31T16:00:00.000Z')
    const late = await submit(client, round, next, { ...aFinding(), attachmentIds: [photos[1]] })
    expect(late.as(FindingView)).toMatchObject({ quarter: '2027Q1', late: true })
  })

  test('a close racing a finding gives exactly one quarter', async ({ world }) => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { order, round, client, photo } = await aVisit(world)
      const close = world.deps.withTx(world.county.id, async (tx, now) => {
        await lockRound(tx, world.county.id, round.id)
        await updateRound(tx, world.county.id, round.id, { state: 'closed', closedAt: now })
      })
      const [reply] = await Promise.all([
        submit(client, round, order, { ...aFinding(), attachmentIds: [photo] }),
        close,
      ])
      const view = reply.as(FindingView)
      const target = (await stateOf(world, order.id)).target
      expect([view.quarter, view.late, target]).toEqual(
        view.late ? ['2027Q1', true, 'waiting'] : ['2026Q4', false, 'inspected'],
      )
      await world.deps.withTx(world.county.id, (tx) => updateRound(tx, world.county.id, round.id, { state: 'aborted' }))
    }
  })

  test('before the round runs nothing is taken', async ({ world }) => {
    const { order, round, client, photo } = await aVisit(world)
    await world.deps.withTx(world.county.id, (tx) => updateRound(tx, world.county.id, round.id, { state: 'drawn' }))
    expect((await submit(client, round, order, { ...aFinding(), attachmentIds: [photo] })).code).toBe(
      'round.not_running',
    )
  })
})

describe('paper slips', () => {
  test('are typed in for their inspectors, each answered on its own, and sent again change nothing', async ({
    world,
  }) => {
    const { inspector, order, round } = await aVisit(world)
    const organizer = await world.aCountyOrganizer()
    const client = world.as(organizer)
    const slip = {
      ...aFinding(),
      attachmentIds: [await uploadPhoto(client)],
      orderId: order.id,
      inspectorId: inspector.id,
    }
    const own = { id: aFinding().id, attachmentIds: [await uploadPhoto(client)] }
    const stranger = { ...slip, ...own, inspectorId: organizer.id }
    const enter = () => client.post(`/rounds/${round.id}/slips`, { slips: [stranger, slip] })
    for (const reply of [await enter(), await enter()]) {
      expect(reply.as(SlipReport)).toMatchObject({
        stored: 1,
        items: [
          { finding: null, refusal: { code: 'inspection.not_assigned' } },
          { finding: { inspector: { id: inspector.id }, enteredBy: organizer.alias }, refusal: null },
        ],
      })
    }
    expect((await stateOf(world, order.id)).findings).toHaveLength(1)
    const events = await client.get(`/orders/${order.id}/events`)
    expect(JSON.stringify(events.body)).toContain('"slip":true')
    expect((await client.post(`/rounds/${round.id}/slips`, { slips: [] })).fields).toEqual({ slips: 'field.too_small' })
    expect((await world.as(inspector).post(`/rounds/${round.id}/slips`, { slips: [slip] })).code).toBe('auth.forbidden')
  })
})
