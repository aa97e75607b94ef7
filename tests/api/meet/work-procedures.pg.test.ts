import { AppealSubjects, AppealView } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { RectificationPage } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { describe, expect } from 'vitest'
import { aCheckedRound } from '../../support/checked-round.ts'
import { aNotice } from '../../support/notices.ts'
import { kindsOf, workOf } from '../../support/work.ts'
import { type Person, test } from '../../support/world.ts'

const ceased = { evidence: 'need_ceased', reason: '企业已搬迁，需求不再存在' }
const approve = { decision: 'approve', reason: '情况属实' }

describe('a rectification', () => {
  test('waits for the leads of the owner until somebody is named, then for that person alone', async ({ world }) => {
    const order = await world.anOpenOrder()
    const id = await aNotice(world, order.id)
    const [secretary, town, responsible] = [
      await world.aSecretary(),
      await world.aTownOrganizer(),
      await world.aMember(),
    ]
    const told = { kind: 'rectification.work', subject: { kind: 'rectification', id }, orderId: order.id }
    const dueAt = '2026-12-09T16:00:00.000Z'
    expect(await workOf(world, secretary)).toMatchObject([{ ...told, dueAt, overdue: false, nudges: null }])
    for (const person of [town, responsible, await world.aSecretary(world.county.farBranch)])
      expect(await kindsOf(world, person)).toEqual([])
    await world.as(secretary).post(`/rectifications/${id}/responsible`, { personId: responsible.id })
    expect([await kindsOf(world, secretary), await kindsOf(world, responsible)]).toEqual([[], ['rectification.work']])
    world.clock.set(dueAt)
    expect((await workOf(world, responsible))[0]?.overdue).toBe(true)
  })

  test('waits for the organizers above where no secretary leads the owner', async ({ world }) => {
    await aNotice(world, (await world.anOpenOrder()).id)
    const [town, neighbour] = [await world.aTownOrganizer(), await world.aTownOrganizer(world.county.towns[1])]
    expect([await kindsOf(world, town), await kindsOf(world, neighbour)]).toEqual([['rectification.work'], []])
    const secretary = await world.aSecretary()
    expect([await kindsOf(world, town), await kindsOf(world, secretary)]).toEqual([[], ['rectification.work']])
  })

  test('submitted, waits for inspectors who neither found nor submitted it and have no interest in it', async ({
    world,
  }) => {
    const order = await world.anOpenOrder()
    const inspects = [{ role: 'inspector' as const, organization: world.county.root }]
    const [finder, other] = [await world.anInspector(), await world.anInspector()]
    const neighbour = await world.aMember({ organization: world.county.branches[0], roles: inspects })
    const id = await aNotice(world, order.id, finder.id)
    const secretary = await world.aSecretary()
    const lead = world.as(secretary)
    expect(await kindsOf(world, other)).toEqual([])
    for (const item of [1, 2]) await lead.post(`/rectifications/${id}/items`, { item, done: '已办' })
    await lead.post(`/rectifications/${id}/submission`)
    expect(await workOf(world, other)).toMatchObject([
      { kind: 'rectification.reinspect', subject: { kind: 'rectification', id }, dueAt: null },
    ])
    const mine = async (person: Person) =>
      (await world.as(person).get('/rectifications?mine=true')).as(RectificationPage).total
    expect(await mine(other)).toBe(1) // the list and 我的工作 agree
    for (const person of [finder, neighbour])
      expect([await kindsOf(world, person), await mine(person)]).toEqual([[], 0])
    expect(await kindsOf(world, secretary)).toEqual([])
    const look = { decision: 'pass', effect: 'good', words: '已整改到位' }
    expect((await world.as(other).post(`/rectifications/${id}/reinspection`, look)).status).toBe(200)
    expect(await kindsOf(world, other)).toEqual([])
  })
})

test('a retirement waits for a decision, for its objections to be answered, and to be made final after its notice', async ({
  world,
}) => {
  const order = await world.anOpenOrder()
  const [secretary, town, county] = [
    await world.aSecretary(),
    await world.aTownOrganizer(),
    await world.aCountyOrganizer(),
  ]
  const neighbour = await world.aTownOrganizer(world.county.towns[1])
  const everybody = async () =>
    Promise.all([secretary, town, county, neighbour].map(async (person) => (await kindsOf(world, person)).join(' ')))
  const { id } = (await world.as(secretary).post(`/orders/${order.id}/retirements`, ceased)).as(RetirementView)
  expect(await everybody()).toEqual(['', 'retirement.decide', 'retirement.decide', ''])
  expect((await world.as(town).post(`/retirements/${id}/decision`, approve)).status).toBe(200)
  expect(await everybody()).toEqual(['', '', '', ''])
  const member = await world.aMember()
  await world.as(member).post(`/retirements/${id}/objections`, { words: '还有两户需要' })
  expect(await everybody()).toEqual(['retirement.answer', 'retirement.answer', 'retirement.answer', ''])
  expect(await workOf(world, secretary)).toMatchObject([
    { subject: { kind: 'retirement', id }, dueAt: '2026-11-25T16:00:00.000Z' },
  ])
  const [objection] = (await world.as(town).get(`/retirements/${id}`)).as(RetirementView).objections
  const answer = { answer: '两户已由邻村接手' }
  expect((await world.as(town).post(`/retirements/${id}/objections/${objection?.id}/answer`, answer)).status).toBe(200)
  expect(await everybody()).toEqual(['', '', '', ''])
  world.clock.set('2026-11-25T16:00:00Z')
  expect(await everybody()).toEqual(['', 'retirement.finalise', 'retirement.finalise', ''])
  expect((await world.as(county).post(`/retirements/${id}/finalisation`)).status).toBe(200)
  expect(await everybody()).toEqual(['', '', '', ''])
})

test('an appeal waits for a third body alone, until its day', async ({ world }) => {
  const { orders } = await aCheckedRound(world)
  const secretary = await world.aSecretary(world.county.branches[1])
  const appealable = await world.as(secretary).get(`/orders/${orders.second.id}/appealable`)
  const subjectId = appealable.as(AppealSubjects).items.find(({ subject }) => subject === 'finding')?.subjectId
  const filed = await world.as(secretary).post('/appeals', { subject: 'finding', subjectId, reason: '与现场情况不符' })
  const { id, decideBy } = filed.as(AppealView)
  const told = { kind: 'appeal.decide', subject: { kind: 'appeal', id }, orderId: orders.second.id, dueAt: decideBy }
  const [town, neighbour] = [await world.aTownOrganizer(), await world.aTownOrganizer(world.county.towns[1])]
  expect((await workOf(world, town)).filter(({ kind }) => kind === 'appeal.decide')).toMatchObject([told])
  for (const person of [secretary, neighbour]) expect(await kindsOf(world, person)).not.toContain('appeal.decide')
  const keep = { decision: 'keep', reason: '核对无误' }
  expect((await world.as(town).post(`/appeals/${id}/decision`, keep)).status).toBe(200)
  expect(await kindsOf(world, town)).not.toContain('appeal.decide')
})
