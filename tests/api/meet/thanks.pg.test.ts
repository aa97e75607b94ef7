import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { DeliveryView } from '@dj/shared/build/order/order.schema.ts'
import { expect } from 'vitest'
import { type Person, test } from '../../support/world.ts'
import { workOf } from '../../support/work.ts'

test('a requester’s thanks are told for a week to those who did it, alone or together, and to nobody else', async ({
  world,
}) => {
  const { farBranch } = world.county
  const requester = await world.aWorker()
  const need = await world.aNeed({ requesterPersonId: requester.id, state: 'linked' })
  const order = await world.anOpenOrder({ needs: [need], places: 3 })
  const [member, wordless] = [await world.aMember(), await world.aMember()]
  const [secretary, owner] = [await world.aSecretary(farBranch), await world.aSecretary()]
  const claimed = async (who: Person, body: object = {}) => {
    const { id } = (await world.as(who).post(`/orders/${order.id}/claims`, body)).as(ClaimView)
    return { who, id }
  }
  const helped = async ({ who, id }: { who: Person; id: string }, words?: string) => {
    const delivery = (await world.as(who).post(`/claims/${id}/deliveries`, { words: '已办完' })).as(DeliveryView)
    const answer = { answer: 'solved', words }
    expect((await world.as(requester).post(`/deliveries/${delivery.id}/answer`, answer)).status).toBe(200)
  }
  const thanks = async (who: Person) => (await workOf(world, who)).filter(({ kind }) => kind === 'claim.thanked')

  // All at once: the cycle ends with the answer to the last of them.
  const [alone, quiet] = [await claimed(member), await claimed(wordless)]
  const together = await claimed(secretary, { organizationId: farBranch.id })
  await helped(alone, '学会了')
  await helped(quiet)
  await helped(together, '办得好')
  const [told, ...more] = await thanks(member)
  expect(told).toMatchObject({ subject: { kind: 'claim', id: alone.id }, orderId: order.id })
  expect([told?.dueAt, told?.overdue, more]).toEqual([null, false, []])
  expect(JSON.stringify(told)).not.toContain(requester.id)
  expect((await thanks(secretary)).map(({ subject }) => subject.id)).toEqual([together.id])
  expect(await Promise.all([wordless, requester, owner].map(thanks))).toEqual([[], [], []])

  world.clock.advance({ days: 6 })
  expect(await thanks(member)).toHaveLength(1)
  world.clock.advance({ days: 2 })
  expect(await thanks(member)).toEqual([])
})
