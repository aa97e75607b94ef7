import { BulletinView } from '@dj/shared/follow/bulletin/bulletin.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { ReopeningList } from '@dj/shared/follow/reopening/reopening.schema.ts'
import { expect } from 'vitest'
import { frozen } from '../../support/checked-round.ts'
import { aClosedOrder, inspect } from '../../support/inspected.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { test } from '../../support/world.ts'

test('the bulletin lists by name every order that its verdicts count, and what came of each', async ({ world }) => {
  const [open, closed, retired] = [await world.anOpenOrder(), await aClosedOrder(world), await aClosedOrder(world)]
  const gone = await world.anOpenOrder({ state: 'retired' })
  const inspector = await world.anInspector()
  const orders = [open, closed, retired, gone]
  const targets = orders.map((order) => ({ order, inspectors: [inspector] }))
  const round = await aRunningRound(world, targets, frozen(world))
  const verdicts = ['rectify', 'rectify', 'propose_retirement', 'propose_retirement'] as const
  for (const [i, order] of orders.entries())
    await inspect(world, { round, order, inspector }, { effect: 'fair', verdict: must(verdicts[i], 'a verdict') })
  const [lead, colleague] = [world.as(await world.aCountyOrganizer()), world.as(await world.aCountyOrganizer())]
  const { items } = (await lead.get(`/reopenings?orderId=${retired.id}`)).as(ReopeningList)
  const { id } = must(items[0], 'a reopening')
  await lead.post(`/reopenings/${id}/decision`, { decision: 'retire', reason: '核实系虚报' })
  await lead.post(`/rounds/${round.id}/close`)
  await colleague.post(`/rounds/${round.id}/close/confirmation`)

  const { body } = (await lead.get(`/rounds/${round.id}/bulletin`)).as(BulletinView)
  const resolution = body.figures.find(({ code }) => code === 'resolution')
  expect(resolution, 'one of two answers rests on a completion that was overturned').toMatchObject({
    numerator: 1,
    denominator: 2,
  })
  expect(body.verdicts).toEqual({ pass: 0, rectify: 2, propose_retirement: 2 })
  const listed = Object.fromEntries(body.judged.map(({ number, verdict, reason }) => [number, [verdict, reason]]))
  expect(listed).toEqual({
    [`${open.number}`]: ['rectify', '整改通知ZG-2026-000001，整改中'],
    [`${closed.number}`]: ['rectify', '已办结，复核待决定'],
    [`${retired.number}`]: ['propose_retirement', '经复核重新开启退出；退出公示中'],
    [`${gone.number}`]: ['propose_retirement', '项目此前已退出，记入检查档案'],
  })
  const paper = await lead.get(`/rounds/${round.id}/bulletin?format=html`)
  expect(Buffer.from(paper.body instanceof Uint8Array ? paper.body : []).toString()).toContain(
    '检查建议退出的项目（2件）',
  )
})
