import { ClaimPage, ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { OrderPage, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { NoticeList, RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { describe, expect } from 'vitest'
import { test, type World } from '../../support/world.ts'

const ceased = { evidence: 'need_ceased', reason: '企业已搬迁，需求不再存在' }
const approve = { decision: 'approve', reason: '情况属实' }

async function onNotice(world: World, orderId: string): Promise<string> {
  const proposed = await world.as(await world.aSecretary()).post(`/orders/${orderId}/retirements`, ceased)
  const { id } = proposed.as(RetirementView)
  const decided = await world.as(await world.aTownOrganizer()).post(`/retirements/${id}/decision`, approve)
  expect(decided.as(RetirementView)).toMatchObject({
    state: 'on_notice',
    noticeUntil: '2026-11-25T16:00:00.000Z',
    workingDaysLeft: 5,
  })
  return id
}

describe('retirement with due process', () => {
  test('proposal, decision by a second person, notice, objection answered, final: claims end without blame, needs wait again', async ({
    world,
  }) => {
    const need = await world.aNeed({ organization: world.county.branches[0] })
    const order = await world.anOpenOrder({ needs: [need], places: 2 })
    const member = world.as(await world.aMember())
    const claim = (await member.post(`/orders/${order.id}/claims`)).as(ClaimView)
    const id = await onNotice(world, order.id)
    const path = `/retirements/${id}`
    const town = world.as(await world.aTownOrganizer())
    expect((await town.post(`${path}/finalisation`)).code).toBe('retirement.notice_running')
    const words = '还有两户需要'
    const receipt = async () => (await world.anonymous().get(`/receipts/${need.receiptCode}`)).as(ReceiptView)
    const notice = { id, reason: ceased.reason, noticeUntil: '2026-11-25T16:00:00.000Z' }
    expect((await receipt()).orders[0]?.retirement).toEqual({ ...notice, objected: false })
    const notices = async () =>
      (await world.anonymous().get(`/counties/${world.county.id}/notices`)).as(NoticeList).items
    expect(await notices()).toMatchObject([{ ...notice, isOver: false, objections: { raised: 0, answered: 0 } }])
    const objection = await world.anonymous().post(`${path}/objections`, { words, receiptCode: need.receiptCode })
    expect(objection.status).toBe(201)
    expect((await notices())[0]?.objections).toEqual({ raised: 1, answered: 0 })
    expect((await receipt()).orders[0]?.retirement?.objected).toBe(true)
    world.clock.set('2026-11-25T16:00:00Z')
    expect((await town.post(`${path}/finalisation`)).code).toBe('retirement.objections_open')
    expect((await member.post(`${path}/objections`, { words: '公示期已过才说' })).code).toBe('retirement.not_on_notice')
    const { objections } = (await town.get(path)).as(RetirementView)
    const answer = `${path}/objections/${objections[0]?.id}/answer`
    expect((await town.post(answer, { answer: '两户已由邻村接手' })).status).toBe(200)
    expect((await town.post(answer, { answer: '再答' })).code).toBe('objection.answered')
    expect((await town.post(`${path}/finalisation`)).as(RetirementView)).toMatchObject({ state: 'final' })

    expect((await member.get(`/orders/${order.id}`)).as(OrderView)).toMatchObject({
      state: 'retired',
      feedback: { outcome: 'retired' },
    })
    expect((await member.get('/claims?mine=true')).as(ClaimPage).items[0]).toMatchObject({
      id: claim.id,
      state: 'ended',
      endReason: 'order_retired',
    })
    const secretary = world.as(await world.aSecretary())
    expect((await secretary.get(`/needs/${need.id}`)).as(NeedView)).toMatchObject({
      state: 'received',
      respondBy: '2026-11-30T16:00:00.000Z', // two working days again
      respondedAt: null,
    })
    expect(await receipt()).toMatchObject({ state: 'received', orders: [{ state: 'retired', retirement: null }] })
    expect((await receipt()).timeline.at(-1)).toMatchObject({ kind: 'order.retired', data: { words: ceased.reason } })
    expect((await secretary.get('/orders?state=retired&q=电工')).as(OrderPage).items.map((card) => card.id)).toEqual([
      order.id,
    ])
    const rebuilt = await secretary.post('/orders', {
      tier: 'C',
      tierReason: '重新建单',
      ownerOrganizationId: world.county.branches[0].id,
      title: '电工夜校（重启）',
      ask: '再开两期',
      acceptance: '结业',
      beneficiaries: '职工',
      category: 'skills',
      mode: 'either',
      needIds: [need.id],
    })
    const { id: rebuiltId, reentryOf } = rebuilt.as(OrderView)
    expect(reentryOf).toMatchObject({ id: order.id })
    expect((await member.get(path)).as(RetirementView).successorOrderId).toBe(null) // a draft is nobody else's business
    expect((await town.get(path)).as(RetirementView).may.withdraw).toBe(null)
    expect((await secretary.post(`/orders/${rebuiltId}/publish`)).status).toBe(200)
    expect((await member.get(path)).as(RetirementView).successorOrderId).toBe(rebuiltId)
    expect((await member.get(`/orders/${order.id}`)).as(OrderView).successor).toMatchObject({ id: rebuiltId })
    expect((await town.get(path)).as(RetirementView).may.withdraw).toBe('retirement.rebuilt')
    expect((await town.post(`${path}/withdrawal`, { reason: '公示材料有误' })).code).toBe('retirement.rebuilt')
    expect((await member.get(`/orders/${order.id}`)).as(OrderView).state).toBe('retired')
  })

  test('the proposer does not decide, and a branch secretary never does', async ({ world }) => {
    const order = await world.anOpenOrder()
    const town = world.as(await world.aTownOrganizer())
    const { id } = (await town.post(`/orders/${order.id}/retirements`, ceased)).as(RetirementView)
    expect((await town.post(`/retirements/${id}/decision`, approve)).code).toBe('retirement.second_person_needed')
    expect((await world.as(await world.aSecretary()).post(`/retirements/${id}/decision`, approve)).code).toBe(
      'auth.forbidden',
    )
    expect(
      (await world.as(await world.aTownOrganizer(world.county.towns[1])).post(`/retirements/${id}/decision`, approve))
        .code,
    ).toBe('auth.forbidden')
    const refused = await world
      .as(await world.aCountyOrganizer())
      .post(`/retirements/${id}/decision`, { decision: 'refuse', reason: '仍有需求' })
    expect(refused.as(RetirementView).state).toBe('refused')
    expect((await town.get(`/orders/${order.id}`)).as(OrderView).state).toBe('open')
  })

  test('an order of a town is decided at the county', async ({ world }) => {
    const order = await world.anOpenOrder({ tier: 'B' })
    const [proposer, other] = [world.as(await world.aTownOrganizer()), world.as(await world.aTownOrganizer())]
    const { id } = (await proposer.post(`/orders/${order.id}/retirements`, ceased)).as(RetirementView)
    expect((await other.post(`/retirements/${id}/decision`, approve)).code).toBe('auth.forbidden')
    expect((await world.as(await world.aCountyOrganizer()).post(`/retirements/${id}/decision`, approve)).status).toBe(
      200,
    )
  })

  test('rests on evidence that exists', async ({ world }) => {
    const order = await world.anOpenOrder()
    const secretary = world.as(await world.aSecretary())
    const propose = (evidence: string) =>
      secretary.post(`/orders/${order.id}/retirements`, { evidence, reason: '效果不好' })
    for (const evidence of ['finding', 'poor_rating', 'second_poor'])
      expect((await propose(evidence)).fields).toEqual({ evidence: 'retirement.no_evidence' })
    expect((await propose('need_ceased')).status).toBe(201)
    expect((await propose('need_ceased')).code).toBe('retirement.exists')
  })

  test('can be taken back within three days after it is final, and not later', async ({ world }) => {
    const order = await world.anOpenOrder()
    const id = await onNotice(world, order.id)
    const county = world.as(await world.aCountyOrganizer())
    world.clock.set('2026-11-25T16:00:00Z')
    await county.post(`/retirements/${id}/finalisation`)
    const undone = await county.post(`/retirements/${id}/withdrawal`, { reason: '公示材料有误' })
    expect(undone.as(RetirementView)).toMatchObject({ state: 'withdrawn', withdrawn: { reason: '公示材料有误' } })
    expect((await county.get(`/orders/${order.id}`)).as(OrderView)).toMatchObject({ state: 'open', cycle: 2 })
    const again = await onNoticeAgain(world, order.id)
    world.clock.advance({ days: 4 })
    expect((await county.post(`/retirements/${again}/withdrawal`, { reason: '太晚' })).code).toBe(
      'retirement.undo_over',
    )
  })

  async function onNoticeAgain(world: World, orderId: string): Promise<string> {
    const { id } = (await world.as(await world.aSecretary()).post(`/orders/${orderId}/retirements`, ceased)).as(
      RetirementView,
    )
    const county = world.as(await world.aCountyOrganizer())
    await county.post(`/retirements/${id}/decision`, approve)
    world.clock.advance({ days: 8 })
    expect((await county.post(`/retirements/${id}/finalisation`)).status).toBe(200)
    return id
  }

  test('two people make it final at once: it happens once', async ({ world }) => {
    const order = await world.anOpenOrder()
    const id = await onNotice(world, order.id)
    world.clock.set('2026-11-25T16:00:00Z')
    const both = [world.as(await world.aCountyOrganizer()), world.as(await world.aCountyOrganizer())]
    const replies = await Promise.all(both.map((each) => each.post(`/retirements/${id}/finalisation`)))
    expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409])
  })
})
