import { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { describe, expect } from 'vitest'
import { aTaken, reason, receipt, talks, unread } from '../../support/talks.ts'
import { test } from '../../support/world.ts'

describe('after an accepted claim', () => {
  test('the claimant reads the words without personal data, and others read nothing', async ({ world }) => {
    const { order, doer, author, path } = await aTaken(world)
    const [talk] = await talks(world, doer, order)
    expect(talk).toMatchObject({
      side: 'claimant',
      closed: false,
      words: '夜班工人想学电工，找〔姓名已隐去〕，电话〔电话已隐去〕',
      contact: 'withheld',
      mayCorrect: false,
      owner: { person: author.alias },
    })
    const others = [world.aMember(), world.aScout(), world.anOperator(), world.anInspector(), world.aCountyOrganizer()]
    for (const other of await Promise.all(others)) {
      expect(await talks(world, other, order)).toEqual([])
      expect((await world.as(other).post(`${path}/messages`, { words: '看看' })).code).toBe('not_found')
    }
    const far = await world.aMember({ county: await world.otherCounty() })
    expect((await world.as(far).get(`/orders/${order.id}/talks`)).status).toBe(404)
    expect((await world.as(far).post(`${path}/messages`, { words: '看看' })).code).toBe('not_found')
  })

  test('the words are put right by hand, by rule again with null, and never over what a colleague just took out', async ({
    world,
  }) => {
    const { need, order, doer } = await aTaken(world)
    const desk = world.as(await world.aCountyOrganizer())
    const path = `/needs/${need.id}/released-words`
    const { words: instead } = must((await desk.get(`/needs/${need.id}`)).as(NeedView).releasedWords, 'words')
    expect(instead).toContain('〔姓名已隐去〕')
    const put = await desk.post(path, { words: '夜班工人想学电工', instead })
    expect(put.as(NeedView).releasedWords).toEqual({ words: '夜班工人想学电工', corrected: true })
    expect(await talks(world, doer, order)).toMatchObject([{ words: '夜班工人想学电工', corrected: true }])
    expect((await desk.post(path, { words: '找陈国强', instead })).code).toBe('request.stale_version')
    await desk.post(path, { words: null, instead: '夜班工人想学电工' })
    expect((await talks(world, doer, order))[0]?.words).toBe(instead)
    expect((await world.as(doer).post(path, { words: '改一改', instead })).code).toBe('auth.forbidden')
    const log = await world.deps.db.execute(`select data from event where kind = 'need.words_released'`)
    expect(log).toEqual([{ data: { byHand: true } }, { data: { byHand: false } }])
  })

  test('a request that waits for the owner opens nothing, nor does one that was declined', async ({ world }) => {
    const { order, doer, author, claim, path } = await aTaken(world, {}, { confirmRequired: true })
    expect(claim.state).toBe('requested')
    expect(await talks(world, doer, order)).toEqual([])
    expect((await world.as(doer).post(`${path}/messages`, { words: '您好' })).code).toBe('not_found')
    await world.as(author).post(`/claims/${claim.id}/decision`, { decision: 'decline', reason: '已经有人办' })
    expect(await talks(world, doer, order)).toEqual([])
    expect((await world.as(doer).post(`${path}/contact`, reason)).code).toBe('not_found')
  })

  test('a claim given back leaves what was said to be read, and nothing more; the next starts anew', async ({
    world,
  }) => {
    const { receiptCode, order, doer, author, claim, path } = await aTaken(world, { shareContact: true })
    await world.as(doer).post(`${path}/messages`, { words: '明天来' })
    await world.as(doer).post(`/claims/${claim.id}/release`)
    const over = { closed: true, words: null, messages: [{ words: '明天来' }] }
    expect(await talks(world, doer, order)).toMatchObject([over])
    expect(await talks(world, author, order)).toMatchObject([over])
    expect((await receipt(world, receiptCode)).talks).toMatchObject([over])
    expect((await world.as(doer).post(`${path}/messages`, { words: '还在吗' })).code).toBe('talk.closed')
    expect((await world.as(doer).post(`${path}/contact`, reason)).code).toBe('talk.closed')
    const back = { claimId: claim.id, words: '还在吗' }
    expect((await world.anonymous().post(`/receipts/${receiptCode}/messages`, back)).code).toBe('talk.closed')
    expect(await unread(world, author)).toEqual([])
    const next = await world.aMember()
    await world.as(next).post(`/orders/${order.id}/claims`)
    expect(await talks(world, next, order)).toMatchObject([{ side: 'claimant', messages: [] }])
  })
})
