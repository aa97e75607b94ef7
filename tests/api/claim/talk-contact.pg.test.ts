import { ContactView, NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { describe, expect } from 'vitest'
import { aTaken, contact, reason, talks } from '../../support/talks.ts'
import { test } from '../../support/world.ts'

describe('the requester’s contact', () => {
  const phone = { headers: { cookie: `dj.device=${'d'.repeat(22)}` } }

  test('is shown by consent alone, for a reason, in the log and on no timeline', async ({ world }) => {
    const { receiptCode, order, doer, claim, path } = await aTaken(world)
    const look = () => world.as(doer).post(`${path}/contact`, reason, phone)
    const agree = (share: boolean) => world.anonymous().put(`/receipts/${receiptCode}/contact-consent`, { share })
    expect((await look()).code).toBe('talk.no_consent')
    expect((await agree(true)).status).toBe(204)
    expect((await look()).as(ContactView)).toEqual({ ...contact, phoneWords: null })
    const log = await world.deps.db.execute(`select data from event where kind = 'need.contact_revealed'`)
    expect(log).toEqual([{ data: { reason: reason.reason, claimId: claim.id } }])
    const events = await world.as(doer).get(`/orders/${order.id}/events`)
    expect(JSON.stringify(events.body)).not.toContain('contact_revealed')
    expect((await agree(false)).status).toBe(204)
    expect((await look()).code).toBe('talk.no_consent')
  })

  test('keeps whoever saw it, and the device, from speaking for the requester', async ({ world }) => {
    const { receiptCode, doer, claim, path } = await aTaken(world, { shareContact: true })
    await world.as(doer).post(`${path}/contact`, reason, phone)
    const onPhone = await world.anonymous().get(`/receipts/${receiptCode}`, phone)
    expect(onPhone.as(ReceiptView)).toMatchObject({ talks: [], talksShut: true })
    const messages = `/receipts/${receiptCode}/messages`
    const said = { claimId: claim.id, words: '可以' }
    expect((await world.anonymous().post(messages, said, phone)).code).toBe('receipt.device_saw')
    expect((await world.as(doer).post(messages, said)).code).toBe('receipt.not_requester')
    const consent = `/receipts/${receiptCode}/contact-consent`
    expect((await world.as(doer).put(consent, { share: true })).code).toBe('receipt.not_requester')
    const done = await world.as(doer).post(`/claims/${claim.id}/deliveries`, { words: '已办' })
    const answer = `/deliveries/${String(Object(done.body).id)}/answer`
    const solved = { answer: 'solved', receiptCode }
    expect((await world.anonymous().post(answer, solved, phone)).code).toBe('receipt.device_saw')
    expect((await world.anonymous().post(answer, solved)).status).toBe(200)
  })

  test('may be agreed to when the need is raised, by the requester’s account, and by nobody else', async ({
    world,
  }) => {
    const { doer, path, order } = await aTaken(world, { shareContact: true })
    expect(await talks(world, doer, order)).toMatchObject([{ contact: 'shared' }])
    expect((await world.as(doer).post(`${path}/contact`, reason)).as(ContactView)).toEqual({
      ...contact,
      phoneWords: null,
    })
    const worker = await world.aWorker()
    const need = await world.aNeed({ requesterPersonId: worker.id, requesterKind: 'worker' })
    const consent = `/needs/${need.id}/contact-consent`
    expect((await world.as(await world.aSecretary()).put(consent, { share: true })).code).toBe('not_found')
    expect((await world.as(worker).put(consent, { share: true })).status).toBe(204)
    expect((await world.as(worker).get(`/needs/${need.id}`)).as(NeedView).contactShared).toBe(true)
  })
})
