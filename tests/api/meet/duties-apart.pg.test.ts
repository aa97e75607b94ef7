import { newId } from '@dj/api/platform/deps.ts'
import { AppealView } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { SlipReport } from '@dj/shared/follow/finding/slip.schema.ts'
import { RectificationPage, RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { ObjectionView, RetirementPage, RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { describe, expect } from 'vitest'
import { aFinding, uploadPhoto } from '../../support/findings.ts'
import { aNotice } from '../../support/notices.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { type Client, test, type World } from '../../support/world.ts'

const ceased = { evidence: 'need_ceased', reason: '企业已搬迁' }
const approve = { decision: 'approve', reason: '情况属实' }
const back = { reason: '企业又回来了' }

/** Whether the notice itself, and the list it stands in, offer the look. */
async function offersReinspection(client: Client, path: string): Promise<(boolean | undefined)[]> {
  const alone = (await client.get(path)).as(RectificationView)
  const { items } = (await client.get('/rectifications')).as(RectificationPage)
  return [alone.may.reinspect, items.find(({ id }) => id === alone.id)?.may.reinspect]
}

describe('re-inspection', () => {
  test('is not by whoever is at home with the owner or the claimant', async ({ world }) => {
    const order = await world.anOpenOrder()
    const path = `/rectifications/${await aNotice(world, order.id, (await world.anInspector()).id)}`
    const secretary = world.as(await world.aSecretary())
    for (const item of [1, 2]) await secretary.post(`${path}/items`, { item, done: '已办' })
    await secretary.post(`${path}/submission`)
    const inspects = [{ role: 'inspector' as const, organization: world.county.root }]
    const neighbour = await world.aMember({ organization: world.county.branches[0], roles: inspects })
    const look = { decision: 'pass', effect: 'good', words: '已整改到位' }
    expect(await offersReinspection(world.as(neighbour), path)).toEqual([false, false])
    expect((await world.as(neighbour).post(`${path}/reinspection`, look)).code).toBe('inspection.conflict')
    const stranger = await world.aMember({ organization: world.county.farBranch, roles: inspects })
    expect(await offersReinspection(world.as(stranger), path)).toEqual([true, true])
    expect((await world.as(stranger).post(`${path}/reinspection`, look)).as(RectificationView).state).toBe('passed')
  })
})

describe('taking a retirement back', () => {
  test('needs the level that decided it: a town does not undo what the county decided on its order', async ({
    world,
  }) => {
    const order = await world.anOpenOrder({ tier: 'B' })
    const [proposer, other] = [world.as(await world.aTownOrganizer()), world.as(await world.aTownOrganizer())]
    const { id } = (await proposer.post(`/orders/${order.id}/retirements`, ceased)).as(RetirementView)
    const county = world.as(await world.aCountyOrganizer())
    expect((await other.post(`/retirements/${id}/withdrawal`, back)).code).toBe('auth.forbidden')
    expect((await county.post(`/retirements/${id}/decision`, approve)).status).toBe(200)
    expect((await proposer.get(`/retirements/${id}`)).as(RetirementView).may.withdraw).toBe('auth.forbidden')
    expect((await proposer.post(`/retirements/${id}/withdrawal`, back)).code).toBe('auth.forbidden')
    expect((await county.post(`/retirements/${id}/withdrawal`, back)).as(RetirementView).state).toBe('withdrawn')
  })

  test('is open to whoever proposed it while nobody has decided', async ({ world }) => {
    const order = await world.anOpenOrder({ tier: 'B' })
    const proposer = world.as(await world.aTownOrganizer())
    const { id } = (await proposer.post(`/orders/${order.id}/retirements`, ceased)).as(RetirementView)
    expect((await proposer.post(`/retirements/${id}/withdrawal`, back)).as(RetirementView).state).toBe('withdrawn')
  })
})

test('an objection by receipt is answered by somebody other than the requester who raised it', async ({ world }) => {
  const secretary = await world.aSecretary()
  const need = await world.aNeed({ requesterPersonId: secretary.id })
  const order = await world.anOpenOrder({ needs: [need] })
  const [town, own] = [world.as(await world.aTownOrganizer()), world.as(secretary)]
  const { id } = (await own.post(`/orders/${order.id}/retirements`, ceased)).as(RetirementView)
  await town.post(`/retirements/${id}/decision`, approve)
  const words = '需求还在'
  const path = `/retirements/${id}/objections`
  const raised = (await world.anonymous().post(path, { words, receiptCode: need.receiptCode })).as(ObjectionView)
  const answer = { answer: '已与企业核对' }
  expect((await own.get(`/retirements/${id}`)).as(RetirementView).may.answer).toBe(false)
  expect((await own.post(`${path}/${raised.id}/answer`, answer)).code).toBe('auth.forbidden')
  expect((await town.post(`${path}/${raised.id}/answer`, answer)).status).toBe(200)
})

describe('whoever types in a paper slip', () => {
  async function aTypedSlip(world: World, wish: object, tier: 'B' | 'C') {
    const [inspector, typist] = [await world.anInspector(), await world.aCountyOrganizer()]
    const order = await world.anOpenOrder({ tier })
    const round = await aRunningRound(world, [{ order, inspectors: [inspector] }])
    const desk = world.as(typist)
    const sent = { ...aFinding(wish), id: newId(), attachmentIds: [await uploadPhoto(desk)] }
    const slip = { ...sent, orderId: order.id, inspectorId: inspector.id }
    const report = (await desk.post(`/rounds/${round.id}/slips`, { slips: [slip] })).as(SlipReport)
    expect(report.stored).toBe(1)
    return { order, desk, findingId: sent.id }
  }
  const colleagueOf = async (world: World) => world.as(await world.aCountyOrganizer())

  test('does not decide the retirement it proposes', async ({ world }) => {
    const wish = { effect: 'poor' as const, verdict: 'propose_retirement' as const, words: '项目已停' }
    const { order, desk } = await aTypedSlip(world, wish, 'B')
    const [proposal] = (await desk.get(`/retirements?orderId=${order.id}`)).as(RetirementPage).items
    expect(proposal?.may.decide).toBe('retirement.second_person_needed')
    const path = `/retirements/${proposal?.id}/decision`
    expect((await desk.post(path, approve)).code).toBe('retirement.second_person_needed')
    expect((await (await colleagueOf(world)).post(path, approve)).status).toBe(200)
  })

  test('does not decide an appeal against it', async ({ world }) => {
    const wish = { effect: 'fair' as const, verdict: 'rectify' as const, words: '台账不全' }
    const { desk, findingId } = await aTypedSlip(world, wish, 'C')
    const filed = { subject: 'finding', subjectId: findingId, reason: '与现场情况不符' }
    const appeal = (await world.as(await world.aSecretary()).post('/appeals', filed)).as(AppealView)
    const path = `/appeals/${appeal.id}/decision`
    const keep = { decision: 'keep', reason: '核对无误' }
    expect((await desk.post(path, keep)).code).toBe('appeal.not_third')
    expect((await (await colleagueOf(world)).post(path, keep)).as(AppealView).state).toBe('kept')
  })
})
