import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { ClaimPage, ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { describe, expect } from 'vitest'
import { test } from '../../support/world.ts'

const claim = (order: { id: string }) => `/orders/${order.id}/claims`

describe('races', () => {
  test('two members claim the last place at once: one gets it, the other is told why', async ({ world }) => {
    const order = await world.anOpenOrder({ places: 1 })
    const rivals = await Promise.all([world.aMember(), world.aMember()])
    const replies = await Promise.all(rivals.map((rival) => world.as(rival).post(claim(order))))
    expect(replies.map((reply) => reply.status).toSorted()).toEqual([201, 409])
    expect(replies.find((reply) => reply.status === 409)?.code).toBe('order.no_place_left')
    expect(await world.liveClaimsOn(order.id)).toHaveLength(1)
  })

  test('twenty rivals for three places over two processes: three win, seventeen know why', async ({ world }) => {
    const second = await world.process()
    const order = await world.anOpenOrder({ places: 3 })
    const rivals = await Promise.all(Array.from({ length: 20 }, () => world.aMember()))
    const replies = await Promise.all(
      rivals.map((rival, i) => (i % 2 === 0 ? world.as(rival) : second.as(rival)).post(claim(order))),
    )
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(3)
    expect(new Set(replies.filter((reply) => reply.status !== 201).map((reply) => reply.code))).toEqual(
      new Set(['order.no_place_left']),
    )
    const live = await world.liveClaimsOn(order.id)
    expect(live.map((each) => each.place).toSorted()).toEqual([1, 2, 3])
  })

  test('one member, four orders, one instant: the limit of three holds', async ({ world }) => {
    const member = world.as(await world.aMember())
    const orders = await Promise.all(Array.from({ length: 4 }, () => world.anOpenOrder()))
    const replies = await Promise.all(orders.map((order) => member.post(claim(order))))
    expect(replies.map((reply) => reply.status).toSorted()).toEqual([201, 201, 201, 409])
    expect(replies.find((reply) => reply.status === 409)?.code).toBe('claim.limit_reached')
  })

  test('whoever has delivered waits for an answer and may take up the next', async ({ world }) => {
    const member = world.as(await world.aMember())
    const take = async () => member.post(claim(await world.anOpenOrder()))
    const [first] = [await take(), await take(), await take()]
    expect((await take()).code).toBe('claim.limit_reached')
    await member.post(`/claims/${first.as(ClaimView).id}/deliveries`, { words: '办好了' })
    expect((await take()).status).toBe(201)
    expect((await take()).code).toBe('claim.limit_reached')
  })

  test('the second click with the same key gets the same reply and no second claim; another body is refused', async ({
    world,
  }) => {
    const order = await world.anOpenOrder({ places: 2 })
    const member = world.as(await world.aMember())
    const clicks = await Promise.all([1, 2, 3].map(() => member.post(claim(order), {}, { key: 'one-and-the-same' })))
    expect(clicks.map((reply) => reply.status)).toEqual([201, 201, 201])
    expect(new Set(clicks.map((reply) => reply.as(ClaimView).id)).size).toBe(1)
    expect(await world.liveClaimsOn(order.id)).toHaveLength(1)
    expect((await member.post(claim(order), { note: '另一内容' }, { key: 'one-and-the-same' })).code).toBe(
      'request.key_reused',
    )
    expect((await member.post(claim(order), {}, { key: null })).code).toBe('request.idempotency_missing')
  })
})

describe('who may claim what', () => {
  test('collective-only orders refuse individuals, individual ones refuse organizations, workers do not claim', async ({
    world,
  }) => {
    const together = await world.anOpenOrder({ mode: 'collective' })
    const alone = await world.anOpenOrder({ mode: 'individual' })
    const branch = world.county.branches[0]
    const secretary = world.as(await world.aSecretary(branch))
    expect((await world.as(await world.aMember()).post(claim(together))).code).toBe('claim.collective_only')
    expect((await secretary.post(claim(alone), { organizationId: branch.id })).code).toBe('claim.individual_only')
    const worker = await world.as(await world.aWorker()).post(claim(alone))
    expect([worker.status, worker.code]).toEqual([403, 'auth.forbidden'])
  })

  test('a secretary claims for the branch with participants, who confirm for themselves', async ({ world }) => {
    const order = await world.anOpenOrder({ mode: 'collective' })
    const [branch, other] = world.county.branches
    const people = [
      await world.aMember({ organization: branch }),
      await world.aMember({ organization: other }),
    ] as const
    const secretary = world.as(await world.aSecretary(branch))
    const taken = await secretary.post(claim(order), {
      organizationId: branch.id,
      participantIds: people.map(({ id }) => id),
    })
    const view = taken.as(ClaimView)
    expect(view).toMatchObject({ claimantKind: 'branch', claimant: branch.name, state: 'active' })
    expect(view.participants.map((each) => each.state)).toEqual(['listed', 'listed'])
    const [first] = people
    expect((await world.as(first).get('/work')).as(WorkView).items.map((item) => item.kind)).toEqual([
      'claim.participate',
    ])
    const confirmed = await world.as(first).post(`/claims/${view.id}/participation`, { answer: 'confirm' })
    expect(
      confirmed
        .as(ClaimView)
        .participants.map((each) => each.state)
        .toSorted(),
    ).toEqual(['confirmed', 'listed'])
    expect((await world.as(first).post(`/claims/${view.id}/participation`, { answer: 'decline' })).code).toBe(
      'claim.not_listed',
    )
    expect((await world.as(first).get('/claims?mine=true')).as(ClaimPage).items).toHaveLength(1)

    const [, second] = people
    const third = await world.aMember({ organization: branch })
    const change = (body: object, by = secretary) => by.post(`/claims/${view.id}/participants`, body)
    expect((await change({ add: [third.id] }, world.as(first))).code).toBe('auth.forbidden')
    const replaced = (await change({ add: [third.id], drop: [second.id] })).as(ClaimView)
    const now = new Map(replaced.participants.map(({ personId, state }) => [personId, state]))
    expect(now).toEqual(
      new Map([
        [first.id, 'confirmed'],
        [third.id, 'listed'],
      ]),
    )
    expect((await world.as(second).get('/work')).as(WorkView).items).toEqual([])
    expect((await world.as(second).post(`/claims/${view.id}/participation`, { answer: 'confirm' })).code).toBe(
      'claim.not_listed',
    )
    expect((await change({ drop: [second.id] })).fields).toEqual({ drop: 'claim.participant_unknown' })
    expect((await change({ add: [second.id], drop: [first.id] })).as(ClaimView).participants).toHaveLength(2)
    expect((await world.as(second).post(`/claims/${view.id}/participation`, { answer: 'confirm' })).status).toBe(200)
    await secretary.post(`/claims/${view.id}/release`, { reason: '人手不够' })
    expect((await change({ add: [first.id] })).code).toBe('claim.not_live')
  })

  test('a claim of one person has no participants', async ({ world }) => {
    const member = world.as(await world.aMember())
    const { id } = (await member.post(claim(await world.anOpenOrder()))).as(ClaimView)
    const reply = await member.post(`/claims/${id}/participants`, { add: [(await world.aMember()).id] })
    expect(reply.code).toBe('claim.not_collective')
  })

  test('nobody claims for an organization they do not lead, nor for one of another county', async ({ world }) => {
    const order = await world.anOpenOrder()
    const secretary = world.as(await world.aSecretary(world.county.branches[0]))
    expect((await secretary.post(claim(order), { organizationId: world.county.branches[1].id })).code).toBe(
      'auth.forbidden',
    )
    const { branches } = await world.otherCounty()
    expect((await secretary.post(claim(order), { organizationId: branches[0].id })).code).toBe(
      'need.organization_unknown',
    )
  })

  test('an alliance lead claims for the alliance, and a group for its branch secretary', async ({ world }) => {
    const { alliance, group, branches } = world.county
    const order = await world.anOpenOrder({ places: 2 })
    expect(
      (await world.as(await world.anAllianceLead()).post(claim(order), { organizationId: alliance.id })).body,
    ).toMatchObject({ claimantKind: 'alliance' })
    expect(
      (await world.as(await world.aSecretary(branches[0])).post(claim(order), { organizationId: group.id })).body,
    ).toMatchObject({ claimantKind: 'group' })
  })

  test('another county and no order at all are the same 404', async ({ world }) => {
    const order = await world.anOpenOrder()
    const stranger = world.as(await world.aMember({ county: await world.otherCounty() }))
    const replies = [
      await stranger.post(claim(order)),
      await stranger.post(claim({ id: '01939a3e-0000-7000-8000-000000000000' })),
    ]
    const bare = replies.map(({ status, body }) => ({ status, body: { ...(body as object), requestId: '' } }))
    expect(bare[0]).toEqual(bare[1])
    expect(bare[0]?.status).toBe(404)
  })

  test('whoever rated does not claim, and whoever works does not rate', async ({ world }) => {
    const need = await world.aNeed()
    const order = await world.anOpenOrder({ places: 2, needs: [need] })
    const [doer, rater] = [world.as(await world.aMember()), world.as(await world.aMember())]
    const view = (await doer.post(claim(order))).as(ClaimView)
    expect((await rater.post(`/orders/${order.id}/ratings`, { attitude: 3, speed: 3, result: 3 })).code).toBe(
      'rating.nothing_delivered',
    )
    await doer.post(`/claims/${view.id}/deliveries`, { words: '办好了' })
    expect((await doer.post(`/orders/${order.id}/ratings`, { attitude: 5, speed: 5, result: 5 })).code).toBe(
      'rating.own_work',
    )
    expect((await rater.post(`/orders/${order.id}/ratings`, { attitude: 3, speed: 3, result: 3 })).status).toBe(201)
    expect((await rater.post(claim(order))).code).toBe('claim.you_rated')
    const outsider = world.as(await world.aMember({ organization: world.county.farBranch }))
    expect((await outsider.post(`/orders/${order.id}/ratings`, { attitude: 3, speed: 3, result: 3 })).code).toBe(
      'rating.not_entitled',
    )
  })
})

describe('the clock of a claim', () => {
  test('the owner confirms within three working days, or the request lapses', async ({ world }) => {
    const { sweepClaims } = await import('@dj/api/claim/claims/sweep-claims.ts')
    const order = await world.anOpenOrder({ confirmRequired: true, places: 2 })
    const [first, second] = [world.as(await world.aMember()), world.as(await world.aMember())]
    const asked = (await first.post(claim(order))).as(ClaimView)
    const other = (await second.post(claim(order))).as(ClaimView)
    expect(asked).toMatchObject({ state: 'requested', light: null })
    expect(asked.respondBy).toBe('2026-11-23T16:00:00.000Z') // Wednesday + 3 working days: the end of Monday in Shanghai
    expect((await first.post(`/claims/${asked.id}/progress`, { share: 10, words: '先做' })).code).toBe(
      'claim.awaiting_owner',
    )
    expect((await second.post(`/claims/${asked.id}/decision`, { decision: 'accept' })).status).toBe(403)
    const owner = world.as(await world.aSecretary())
    expect((await owner.post(`/claims/${asked.id}/decision`, { decision: 'accept' })).body).toMatchObject({
      state: 'active',
    })
    expect((await owner.post(`/claims/${asked.id}/decision`, { decision: 'accept' })).code).toBe('claim.not_requested')
    world.clock.set('2026-11-23T16:00:00Z')
    expect(await sweepClaims(world.deps, world.county.id)).toEqual({ warned: 0, lapsed: 1, unanswered: 0, released: 0 })
    expect((await second.get('/claims?mine=true')).as(ClaimPage).items[0]).toMatchObject({
      id: other.id,
      state: 'lapsed',
    })
  })

  test('withdrawing is free before work is reported, with a reason after; the place is free again', async ({
    world,
  }) => {
    const order = await world.anOpenOrder()
    const member = world.as(await world.aMember())
    const first = (await member.post(claim(order))).as(ClaimView)
    expect((await member.post(`/claims/${first.id}/release`)).as(ClaimView).state).toBe('released')
    const again = (await member.post(claim(order))).as(ClaimView)
    await member.post(`/claims/${again.id}/progress`, { share: 30, words: '走访一次' })
    const refused = await member.post(`/claims/${again.id}/release`)
    expect([refused.status, refused.fields]).toEqual([422, { reason: 'claim.reason_needed' }])
    expect((await member.post(`/claims/${again.id}/progress`, { share: 20, words: '倒退' })).fields).toEqual({
      share: 'progress.goes_back',
    })
    expect((await member.post(`/claims/${again.id}/release`, { reason: '工作调动' })).status).toBe(200)
    expect((await member.get(`/orders/${order.id}`)).as(OrderView).state).toBe('open')
  })

  test('one extension; overdue claims are warned, and days later released by themselves', async ({ world }) => {
    const { sweepClaims } = await import('@dj/api/claim/claims/sweep-claims.ts')
    const order = await world.anOpenOrder()
    const member = world.as(await world.aMember())
    const view = (await member.post(claim(order))).as(ClaimView)
    const longer = (await member.post(`/claims/${view.id}/extension`, { reason: '等设备到货' })).as(ClaimView)
    expect(Date.parse(longer.dueAt) - Date.parse(view.dueAt)).toBe(15 * 86_400_000)
    expect((await member.post(`/claims/${view.id}/extension`, { reason: '再延' })).code).toBe('claim.extended_before')
    world.clock.advance({ days: 60 })
    expect((await member.get('/claims?mine=true')).as(ClaimPage).items[0]).toMatchObject({ light: 'red' })
    const none = { warned: 0, lapsed: 0, unanswered: 0, released: 0 }
    expect(await sweepClaims(world.deps, world.county.id)).toEqual({ ...none, warned: 1 })
    world.clock.advance({ days: 8 })
    expect(await sweepClaims(world.deps, world.county.id)).toEqual({ ...none, released: 1 })
    expect((await member.get(`/orders/${order.id}`)).as(OrderView).state).toBe('open')
  })

  test('too hard for one: the branch takes over with place, history and clock', async ({ world }) => {
    const order = await world.anOpenOrder()
    const branch = world.county.branches[0]
    const person = await world.aMember({ organization: branch })
    const view = (await world.as(person).post(claim(order))).as(ClaimView)
    const handed = await world
      .as(person)
      .post(`/claims/${view.id}/conversion`, { organizationId: branch.id, reason: '一人难以完成' })
    expect(handed.as(ClaimView)).toMatchObject({ claimantKind: 'branch', place: view.place, dueAt: view.dueAt })
    const secretary = world.as(await world.aSecretary(branch))
    expect((await secretary.post(`/claims/${view.id}/progress`, { share: 50, words: '支部接手' })).status).toBe(201)
  })

  test('a claim is handed to one’s own organizations only, and not beyond what they may hold', async ({ world }) => {
    const { branches, farBranch } = world.county
    const member = world.as(await world.aMember({ organization: branches[0] }))
    const handOver = async (organizationId: string) => {
      const view = (await member.post(claim(await world.anOpenOrder()))).as(ClaimView)
      return member.post(`/claims/${view.id}/conversion`, { organizationId, reason: '一人难以完成' })
    }
    expect((await handOver(farBranch.id)).code).toBe('auth.forbidden')
    const settings = (await currentSettings(world.deps.db, world.county.id)).settings
    const organizer = world.as(await world.aCountyOrganizer())
    const change = { ...settings, claim: { ...settings.claim, perOrganization: 1 } }
    expect((await organizer.put('/settings', { settings: change, note: '试行' }, { version: 1 })).status).toBe(200)
    expect((await handOver(branches[0].id)).status).toBe(200)
    expect((await handOver(branches[0].id)).code).toBe('claim.limit_reached')
  })
})

test('unknown keys and broken bodies are refused at their place and change nothing', async ({ world }) => {
  const order = await world.anOpenOrder()
  const member = world.as(await world.aMember())
  expect((await member.post(claim(order), { place: 2, county_id: '330381' })).fields).toEqual({
    place: 'field.unknown',
    county_id: 'field.unknown',
  })
  expect((await member.post(claim(order), { participantIds: ['x'] })).fields).toHaveProperty('participantIds.0')
  expect(await world.liveClaimsOn(order.id)).toHaveLength(0)
})
