import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { afterAll, beforeAll, expect } from 'vitest'
import { atDevice, giveReason } from '../../support/at-device.ts'
import { test } from '../../support/browser-test.ts'
import { PASSWORD } from '../../support/house.ts'
import { aClosedOrder } from '../../support/inspected.ts'
import { inspect } from '../../support/inspecting.ts'
import { look } from '../../support/look.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { openWorldHouse, type WorldHouse } from '../../support/world-house.ts'

let house: WorldHouse
beforeAll(async () => {
  house = await openWorldHouse()
})
afterAll(() => house.close())

test('a faked completion: the inspector is told what will happen, the town opens the order again, everybody sees it', async ({
  arrive,
}) => {
  const { world } = house
  const named = (username: string) => ({ username, password: PASSWORD })
  const inspector = await world.anInspector({ ...named('inspector1'), alias: '检查员老周' })
  await world.aTownOrganizer(undefined, { ...named('town1'), alias: '城东组织员' })
  await world.aSecretary(undefined, { ...named('secretary1'), alias: '支书老陈' })
  const order = await aClosedOrder(world, { title: '车间夜班电工培训' })
  const round = await aRunningRound(world, [{ order, inspectors: [inspector] }])

  const finder = await atDevice(arrive, house, 'inspector1', `/inspections/${round.id}/${order.id}`, { size: 'phone' })
  await finder.getByText(/项目已办结：提请复核，由镇街组织员.*公示退出；决定前保持办结/).waitFor()
  await look(finder, 'completion-form')
  await inspect(finder, { effect: '一般', verdict: '建议退出', words: '现场没有开过班，签到表系事后补填' })

  const owner = await atDevice(arrive, house, 'secretary1', `/orders/${order.id}`)
  await owner.getByRole('heading', { name: '办结复核' }).waitFor()
  await owner.getByRole('definition').filter({ hasText: '检查对办结提出疑问，等待复核决定' }).waitFor()
  expect(await owner.getByRole('button', { name: '维持办结' }).count()).toBe(0)

  const town = await atDevice(arrive, house, 'town1', '/work')
  await town.getByText('待决定的办结复核').waitFor()
  await look(town, 'completion-work')
  await town.getByRole('link', { name: /车间夜班电工培训/ }).click()
  await town.getByRole('heading', { name: '办结复核' }).waitFor()
  await look(town, 'completion-order')
  await town.getByRole('button', { name: '重新开启，公示退出' }).click()
  await giveReason(town, '电话核实十人，都没有上过课', '重新开启，公示退出')
  await town.getByText('重新开启退出').waitFor()
  await town.getByText('公示中').first().waitFor()
  await look(town, 'completion-reopened')

  const { timeline } = (await world.anonymous().get(`/receipts/${order.need.receiptCode}`)).as(ReceiptView)
  expect(timeline.map(({ kind }) => kind)).toContain('order.reopened')
})
