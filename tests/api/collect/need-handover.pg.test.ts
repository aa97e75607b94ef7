import { ReceiverList } from '@dj/shared/collect/need/handover.schema.ts'
import { NeedReceipt, NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { expect } from 'vitest'
import type { Person } from '../../support/people.ts'
import { workOf } from '../../support/work.ts'
import { test, type World } from '../../support/world.ts'

/** A need of the first town in the hands of the hotline clerk who took it in, and the town's desk. */
async function scene(world: World) {
  const [town] = world.county.towns
  const [clerk, desk, county] = [
    await world.anOperator(),
    await world.aTownOrganizer(town),
    await world.aCountyOrganizer(),
  ]
  const words = { body: '园区路灯不亮，夜班下班不安全', category: 'care', channel: 'hotline', organizationId: town.id }
  const { need } = (await world.as(clerk).post('/needs', words)).as(NeedReceipt)
  expect(need.holder?.id).toBe(clerk.id)
  const offer = (to: Person, by = clerk) =>
    world.as(by).post(`/needs/${need.id}/handover`, { toPersonId: to.id, reason: '归镇里办理' })
  const answer = (by: Person, body: object = { answer: 'accept' }) =>
    world.as(by).post(`/needs/${need.id}/handover/answer`, body)
  const seen = async (by: Person) => (await world.as(by).get(`/needs/${need.id}`)).as(NeedView)
  return { clerk, desk, county, need, offer, answer, seen }
}

test('the holder stays until the other accepts, who finds it in their work', async ({ world }) => {
  const { clerk, desk, county, need, offer, answer, seen } = await scene(world)
  const list = (await world.as(clerk).get(`/needs/${need.id}/receivers`)).as(ReceiverList)
  expect(list.items.map(({ id, waiting }) => [id, waiting])).toEqual([
    [desk.id, 0],
    [county.id, 0],
  ])
  expect((await offer(desk)).as(NeedView)).toMatchObject({
    holder: { id: clerk.id },
    handover: { to: { id: desk.id }, reason: '归镇里办理' },
  })
  expect((await workOf(world, desk)).map(({ kind }) => kind)).toContain('need.take_over')
  expect((await answer(county)).code).toBe('need.not_handed_over')
  const both = await Promise.all([answer(desk), answer(desk)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(await seen(county)).toMatchObject({ holder: { id: desk.id }, handover: null })
  expect((await workOf(world, desk)).map(({ kind }) => kind)).not.toContain('need.take_over')
  const log = await world.deps.db.execute<{ kind: string }>(
    `select kind from event where need_id = '${need.id}' order by at, id`,
  )
  expect(log.map(({ kind }) => kind)).toEqual(['need.received', 'need.handed_over', 'need.taken_over'])
})

test('an offer can be declined with a reason, taken back, and ends when the need is answered', async ({ world }) => {
  const { clerk, desk, county, need, offer, answer, seen } = await scene(world)
  await offer(desk)
  expect((await answer(desk, { answer: 'decline' })).fields).toEqual({ reason: 'field.required' })
  expect((await answer(desk, { answer: 'decline', reason: '不属本镇' })).as(NeedView)).toMatchObject({
    holder: { id: clerk.id },
    handover: null,
  })
  await offer(county)
  const recall = () => world.as(clerk).post(`/needs/${need.id}/handover/recall`)
  expect((await recall()).as(NeedView).handover).toBeNull()
  expect((await recall()).code).toBe('need.not_handed_over')
  await offer(county)
  await world.as(desk).post(`/needs/${need.id}/answer`, { answer: '今晚修好' })
  expect((await answer(county)).code).toBe('need.not_handed_over')
  expect((await offer(county)).code).toBe('need.not_open')
  expect(await seen(county)).toMatchObject({ holder: { id: desk.id }, handover: null })
})

test('only those at a desk above it take it over, and nobody who does not see it offers it', async ({ world }) => {
  const { clerk, need, offer } = await scene(world)
  const [, far] = world.county.towns
  for (const person of [clerk, await world.aMember(), await world.aTownOrganizer(far)]) {
    const refused = await offer(person)
    expect([refused.code, refused.fields]).toEqual(['need.receiver_unfit', { toPersonId: 'need.receiver_unfit' }])
  }
  const abroad = await world.aCountyOrganizer({ county: await world.otherCounty() })
  expect((await offer(abroad)).code).toBe('need.receiver_unfit')
  expect((await offer(clerk, abroad)).code).toBe('not_found')
  expect((await world.as(abroad).get(`/needs/${need.id}/receivers`)).code).toBe('not_found')
})
