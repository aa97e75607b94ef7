import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { MessagePage, MessagePosted } from '@dj/shared/claim/talk/talk.schema.ts'
import { messagesAnHour, messagesShown } from '@dj/shared/claim/talk/talk.rules.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { describe, expect } from 'vitest'
import { aTaken, body, receipt, talks, unread } from '../../support/talks.ts'
import { type Person, test } from '../../support/world.ts'

describe('a conversation', () => {
  test('is held by claimant, owner and requester; it waits for whoever has not read it', async ({ world }) => {
    const { receiptCode, author, order, doer, claim, path } = await aTaken(world)
    const said = await world.as(doer).post(`${path}/messages`, { words: '周六上午到厂里，行吗？' })
    expect(Object.keys(said.as(MessagePosted)).toSorted()).toEqual(['at', 'id'])
    expect(await unread(world, author)).toMatchObject([{ subject: { kind: 'claim', id: claim.id } }])
    expect(await unread(world, doer)).toEqual([])
    expect(await unread(world, await world.aCountyOrganizer())).toEqual([])
    expect((await receipt(world, receiptCode)).talks).toMatchObject([
      { side: 'requester', words: body, messages: [{ words: '周六上午到厂里，行吗？', mine: false }] },
    ])
    const reply = { claimId: claim.id, words: '<b>行</b>，门卫处见' }
    world.clock.advance({ minutes: 5 })
    expect((await world.anonymous().post(`/receipts/${receiptCode}/messages`, reply)).status).toBe(201)
    expect(await unread(world, doer)).toHaveLength(1)
    const [talk] = await talks(world, doer, order)
    expect(talk).toMatchObject({
      unread: 1,
      messages: [
        { mine: true, who: doer.alias },
        { side: 'requester', who: null, words: reply.words },
      ],
    })
    const until = must(talk?.messages.at(-1), 'the reply').id
    expect((await world.as(doer).post(`${path}/messages/read`, { until })).status).toBe(204)
    expect(await unread(world, doer)).toEqual([])
    await world.as(author).post(`${path}/messages`, { words: '门卫已经打过招呼' })
    expect(await unread(world, author)).toEqual([])
    const told = await world.deps.db.execute(`select * from event where kind = 'claim.message_posted'`)
    const kept = await world.deps.db.execute('select body from idempotency')
    const events = (await world.as(doer).get(`/orders/${order.id}/events`)).body
    expect(JSON.stringify(events)).toContain('claim.message_posted')
    expect(JSON.stringify([told, kept, events])).not.toMatch(/门卫|周六/)
  })

  test('is each requester’s own: one does not read what another said', async ({ world }) => {
    const { order, doer, need } = await aTaken(world)
    const worker = await world.aWorker()
    const other = await world.aNeed({ requesterPersonId: worker.id, requesterKind: 'worker' })
    const both = await world.anOpenOrder({ needs: [need, other] })
    const claim = (await world.as(doer).post(`/orders/${both.id}/claims`)).as(ClaimView)
    expect(await talks(world, doer, both)).toHaveLength(2)
    expect(await talks(world, worker, both)).toMatchObject([{ needId: other.id, side: 'requester' }])
    expect(await talks(world, worker, order)).toEqual([])
    const closed = `/claims/${claim.id}/needs/${need.id}/messages`
    expect((await world.as(worker).post(closed, { words: '看看' })).code).toBe('not_found')
    await world.as(worker).post(`/claims/${claim.id}/needs/${other.id}/messages`, { words: '我夜里都在' })
    expect(await unread(world, doer)).toMatchObject([{ orderId: both.id }])
  })

  test('a participant talks once confirmed, the second click says it once, and nobody floods it', async ({ world }) => {
    const { need, order } = await aTaken(world)
    const [lead, listed] = [await world.aSecretary(world.county.branches[1]), await world.aMember()]
    const wish = { organizationId: world.county.branches[1].id, participantIds: [listed.id] }
    const claim = (await world.as(lead).post(`/orders/${order.id}/claims`, wish)).as(ClaimView)
    const path = `/claims/${claim.id}/needs/${need.id}/messages`
    expect((await world.as(listed).post(path, { words: '我来教' })).code).toBe('not_found')
    await world.as(listed).post(`/claims/${claim.id}/participation`, { answer: 'confirm' })
    const key = '01990000-0000-7000-8000-0000000000aa'
    const twice = await Promise.all([1, 2].map(() => world.as(listed).post(path, { words: '我来教' }, { key })))
    expect(new Set(twice.map((each) => each.as(MessagePosted).id)).size).toBe(1)
    for (let i = 1; i < messagesAnHour; i += 1) await world.as(lead).post(path, { words: `第${i}条` })
    const flood = await world.as(lead).post(path, { words: '再来一条' })
    expect(flood.code).toBe('rate_limited')
    expect(Number(flood.headers.get('retry-after'))).toBeGreaterThan(3500)
    expect((await world.as(lead).post(path, { words: '长'.repeat(1001) })).fields).toEqual({ words: 'field.too_long' })
    const stored = await world.deps.withTx(world.county.id, (tx) => tx.execute('select words from message'))
    expect(stored).toHaveLength(messagesAnHour)
    expect(await world.deps.db.execute('select words from message')).toEqual([])
  })

  test('two who write at once both stand there, one after the other, and neither is taken for read', async ({
    world,
  }) => {
    const { author, order, doer, path } = await aTaken(world)
    const say = (person: Person, n: number) => world.as(person).post(`${path}/messages`, { words: `第${n}条` })
    await Promise.all([say(doer, 1), say(author, 2), say(doer, 3), say(author, 4)])
    const [talk] = await talks(world, doer, order)
    const times = must(talk, 'the conversation').messages.map(({ at }) => at)
    expect(times).toEqual(times.toSorted())
    const stored = await world.deps.withTx(world.county.id, (tx) => tx.execute('select distinct at from message'))
    expect(stored).toHaveLength(4)
  })

  test('a long one is read a page at a time, by account and by code', async ({ world }) => {
    const { receiptCode, order, doer, claim, path } = await aTaken(world)
    const said = messagesShown + 5
    for (let n = 1; n <= said; n += 1) {
      if (n % 20 === 0) world.clock.advance({ hours: 2 })
      await world.as(doer).post(`${path}/messages`, { words: `第${n}条` })
    }
    const [talk] = await talks(world, doer, order)
    expect(talk?.earlier).toBe(5)
    expect(talk?.messages).toHaveLength(messagesShown)
    const before = must(talk?.messages[0], 'the first shown').id
    const rest = (await world.as(doer).get(`${path}/messages?before=${before}`)).as(MessagePage)
    expect(rest).toMatchObject({ earlier: 0, messages: [1, 2, 3, 4, 5].map((n) => ({ words: `第${n}条` })) })
    const byCode = `/receipts/${receiptCode}/messages?claimId=${claim.id}&before=${before}`
    expect((await world.anonymous().get(byCode)).as(MessagePage).messages).toHaveLength(5)
    const stranger = world.as(await world.aMember())
    expect((await stranger.get(`${path}/messages?before=${before}`)).code).toBe('not_found')
  })
})
