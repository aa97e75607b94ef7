import { describe, expect } from 'vitest'
import { Ceremony } from '../../support/ceremony.ts'
import { aCheckedRound, aClosedRound, frozen } from '../../support/checked-round.ts'
import { aFinding, uploadPhoto } from '../../support/findings.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { kindsOf, workOf } from '../../support/work.ts'
import { type Person, test } from '../../support/world.ts'

describe('the seeds of a round', () => {
  test('wait for their holders alone: to commit before the value’s day, to reveal once the frame is frozen', async ({
    world,
  }) => {
    const round = await Ceremony.open(world)
    const [holder, other] = round.team.holders
    const toCommit = { kind: 'round.commit', subject: { kind: 'round', id: round.id }, orderId: null, title: '2026Q4' }
    expect(await workOf(world, holder)).toMatchObject([
      { ...toCommit, dueAt: '2026-11-21T16:00:00.000Z', overdue: false },
    ])
    for (const person of [round.team.lead, round.team.drawer, await world.aMember()])
      expect(await kindsOf(world, person)).toEqual([])
    await round.commit()
    expect(await kindsOf(world, holder)).toEqual([])
    await round.freeze()
    expect(await kindsOf(world, holder)).toEqual(['round.reveal'])
    expect(await kindsOf(world, other)).toEqual(['round.reveal'])
    await round.reveal()
    expect(await kindsOf(world, holder)).toEqual([])
  })
})

describe('the orders to inspect', () => {
  test('wait for their inspectors alone, until they have reported or the order is excused', async ({ world }) => {
    const [one, other] = [await world.anInspector(), await world.anInspector()]
    const [sampled, a] = [await world.anOpenOrder(), await world.anOpenOrder({ tier: 'A' })]
    const targets = [
      { order: sampled, inspectors: [one] },
      { order: a, inspectors: [one, other] },
    ]
    const round = await aRunningRound(world, targets, { ...frozen(world), dueOn: '2026-12-31' })
    const items = await workOf(world, one)
    expect(items.map(({ kind, orderId }) => [kind, orderId]).toSorted()).toEqual(
      [sampled.id, a.id].map((id) => ['finding.submit', id]).toSorted(),
    )
    const told = { subject: { kind: 'inspection', id: round.id }, dueAt: '2026-12-31T16:00:00.000Z' }
    expect(items[0]).toMatchObject(told)
    expect((await workOf(world, other)).map(({ orderId }) => orderId)).toEqual([a.id])
    const [lead, colleague] = [await world.aCountyOrganizer(), await world.aCountyOrganizer()]
    for (const person of [lead, await world.aTownOrganizer(), await world.aSecretary(), await world.anInspector()])
      expect(JSON.stringify(await workOf(world, person))).not.toContain(sampled.id)
    const client = world.as(one)
    const finding = aFinding({ attachmentIds: [await uploadPhoto(client)] })
    expect((await client.post(`/inspections/${round.id}/${sampled.id}/finding`, finding)).status).toBe(201)
    expect((await workOf(world, one)).map(({ orderId }) => orderId)).toEqual([a.id])

    await world.as(lead).post(`/rounds/${round.id}/targets/${a.id}/excuse`, { reason: '项目现场已停工' })
    expect(await kindsOf(world, lead)).toEqual([])
    expect(await workOf(world, colleague)).toMatchObject([
      { kind: 'round.decide_excuse', subject: { kind: 'round', id: round.id }, orderId: a.id },
    ])
    expect(await kindsOf(world, await world.aTownOrganizer())).toEqual([])
    await world.as(colleague).post(`/rounds/${round.id}/targets/${a.id}/excuse/decision`, { decision: 'excuse' })
    expect([await kindsOf(world, one), await kindsOf(world, colleague)]).toEqual([[], []])
  })

  test('are overdue once the last day of the round is over', async ({ world }) => {
    const inspector = await world.anInspector()
    const order = await world.anOpenOrder()
    await aRunningRound(world, [{ order, inspectors: [inspector] }], { dueOn: '2026-11-18' })
    expect((await workOf(world, inspector))[0]?.overdue).toBe(false)
    world.clock.set('2026-11-18T16:00:00Z')
    expect((await workOf(world, inspector))[0]?.overdue).toBe(true)
  })
})

test('a round waits for a second person to close it, and then for its bulletin to be signed', async ({ world }) => {
  const { round, lead, colleague } = await aCheckedRound(world)
  const kinds = async (who: Person) => (await kindsOf(world, who)).filter((kind) => /^(round|bulletin)\./.test(kind))
  expect((await world.as(lead).post(`/rounds/${round.id}/close`)).status).toBe(200)
  expect([await kinds(lead), await kinds(colleague)]).toEqual([[], ['round.confirm_close']])
  expect(await kinds(await world.aTownOrganizer())).toEqual([])
  expect((await world.as(colleague).post(`/rounds/${round.id}/close/confirmation`)).status).toBe(200)
  for (const person of [lead, colleague]) expect(await kinds(person)).toEqual(['bulletin.publish'])
  expect((await world.as(lead).post(`/rounds/${round.id}/bulletin`)).status).toBe(201)
  expect(await kinds(lead)).toEqual([])
})

test('another county sees nothing of it', async ({ world }) => {
  await aClosedRound(world)
  const county = await world.otherCounty()
  for (const person of [await world.aCountyOrganizer({ county }), await world.anInspector({ county })])
    expect(await workOf(world, person)).toEqual([])
})
