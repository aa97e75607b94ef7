import { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { afterAll, beforeAll, expect } from 'vitest'
import { atDevice } from '../../support/at-device.ts'
import { test } from '../../support/browser-test.ts'
import { PASSWORD } from '../../support/house.ts'
import { look } from '../../support/look.ts'
import { printed } from '../../support/printed.ts'
import { openWorldHouse, type WorldHouse } from '../../support/world-house.ts'

let house: WorldHouse
beforeAll(async () => {
  house = await openWorldHouse()
  const { world } = house
  await world.aSecretary(undefined, { username: 'secretary1', password: PASSWORD, alias: '支书老陈' })
  const lead = await world.aCountyOrganizer({ username: 'county1', password: PASSWORD })
  const client = world.as(lead)
  const { version, settings } = (await client.get('/settings')).as(SettingsView)
  const hotline = { telephone: '0577-00001234', hours: '工作日 8:30—17:30' }
  await client.put('/settings', { settings: { ...settings, hotline }, note: '开通热线' }, { version })
})
afterAll(() => house.close())

test('whoever comes to the door without an account finds the form, the receipt and the telephone', async ({
  arrive,
}) => {
  const { page } = await arrive({ baseUrl: house.url, size: 'phone' })
  await page.goto('/sign-in')
  const call = page.getByRole('link', { name: '红色征集热线 0577-00001234' })
  expect(await call.getAttribute('href')).toBe('tel:057700001234')
  await look(page, 'door-sign-in')
  await page.getByRole('link', { name: '我要提需求' }).click()
  await page.getByRole('heading', { name: '您需要什么帮助？' }).waitFor()
  await look(page, 'door-raise')
  for (const path of ['/receipt', `/results/${house.world.county.id}`]) {
    await page.goto(path)
    await page.getByRole('link', { name: '我要提需求' }).waitFor()
    await call.waitFor()
    await look(page, `door${path.split('/').slice(0, 2).join('-')}`)
  }
})

test('a secretary prints a poster of the branch; what comes by its code lands on that desk', async ({ arrive }) => {
  const desk = house.world.county.branches[0]
  const page = await atDevice(arrive, house, 'secretary1', '/needs')
  await page.getByRole('link', { name: '张贴二维码' }).click()
  await page.getByRole('heading', { name: '张贴征集二维码' }).waitFor()
  await look(page, 'poster-county')
  await page.getByLabel('一个组织或企业').check()
  await page.getByText('选好镇街或组织后，二维码显示在这里。').waitFor()
  await page.getByLabel('组织或企业', { exact: true }).fill(desk.name)
  await page
    .getByRole('button', { name: new RegExp(desk.name) })
    .first()
    .click()
  await page.getByText(`接收单位：${desk.name}`).waitFor()
  await look(page, 'poster-branch')
  expect(await printed(page, 'journeys/poster-a4')).toBe(1)
  const link = (await page.locator('.poster__address').textContent()) ?? ''
  expect(link).toBe(`${house.url}/raise/${house.world.county.id}?org=${desk.id}`)

  const { page: phone } = await arrive({ baseUrl: house.url, size: 'phone' })
  await phone.goto(link)
  await phone.getByText(`由${desk.name}接收`).waitFor()
  await phone.getByLabel('用自己的话说就行').fill('车间想要一间母婴室')
  await phone.getByRole('button', { name: '下一步' }).click()
  await phone.getByLabel('职工群众').check()
  await phone.getByRole('button', { name: '下一步' }).click()
  await phone.getByLabel('人文关怀').check()
  await phone.getByRole('button', { name: '下一步' }).click()
  await phone.getByLabel('一般').check()
  await phone.getByRole('button', { name: '下一步' }).click()
  await phone.getByText(`由${desk.name}接收`).waitFor()
  await phone.getByRole('button', { name: '下一步' }).click()
  await phone.getByLabel('怎么称呼您').fill('一名女工')
  await phone.getByRole('button', { name: '下一步' }).click()
  await look(phone, 'poster-check')
  await phone.getByRole('button', { name: '提交' }).click()
  await phone.getByText('收到了，谢谢您').waitFor()
  await page.goto('/needs')
  await page.getByText('车间想要一间母婴室').first().waitFor()
})
