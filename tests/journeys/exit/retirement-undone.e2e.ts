import { afterAll, beforeAll } from 'vitest'
import { atDevice, giveReason } from '../../support/at-device.ts'
import { test } from '../../support/browser-test.ts'
import { PASSWORD } from '../../support/house.ts'
import { look } from '../../support/look.ts'
import { openWorldHouse, type WorldHouse } from '../../support/world-house.ts'

let house: WorldHouse

beforeAll(async () => {
  house = await openWorldHouse()
})
afterAll(() => house.close())

test('what was made final can be taken back while the undo window is open', async ({ arrive }) => {
  const { world } = house
  const named = (username: string) => ({ username, password: PASSWORD })
  await world.aSecretary(undefined, named('secretary1'))
  await world.aTownOrganizer(undefined, named('town1'))
  const wrong = await world.anOpenOrder({ title: '宿舍区快递柜' })
  const owner = await atDevice(arrive, house, 'secretary1', `/orders/${wrong.id}`)
  await owner.getByRole('link', { name: '提请退出' }).click()
  await owner.getByLabel('需求已不存在').check()
  await owner.getByLabel('理由').fill('企业说已经搬走')
  await look(owner, 'retirement-new')
  await owner.getByRole('button', { name: '提请退出' }).click()
  await owner.getByText('由镇街组织员或县委组织部、两新工委决定').waitFor()
  const path = new URL(owner.url()).pathname
  const town = await atDevice(arrive, house, 'town1', path)
  await town.getByRole('button', { name: '同意退出' }).click()
  await giveReason(town, '情况属实', '同意退出')
  await town.getByText('还剩 5 个工作日').waitFor()
  // Nobody is signed in any more after eight days without a look.
  for (const page of [owner, town]) await page.close()
  world.clock.advance({ days: 8 })
  const again = await atDevice(arrive, house, 'town1', path)
  await again.getByRole('button', { name: '最终退出' }).click()
  await again.getByRole('dialog').getByRole('button', { name: '最终退出' }).click()
  await again.getByRole('button', { name: '撤回退出' }).click()
  await giveReason(again, '企业没有搬走，公示材料有误', '撤回退出')
  await again.getByText('项目继续办理').first().waitFor()
  await look(again, 'retirement-undone')
  await again.getByRole('button', { name: 'English' }).click()
  await again.getByText('Work on the order goes on').first().waitFor()
  await look(again, 'retirement-en')
  await again.getByRole('button', { name: '中文' }).click()
  await again.getByRole('button', { name: '长辈版' }).click()
  await look(again, 'retirement-elder')
  const back = await atDevice(arrive, house, 'secretary1', `/orders/${wrong.id}`)
  await back.getByText('等人认领').first().waitFor()
})
