import { ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Page } from 'playwright-core'
import { axeClean, shot, sizes } from '../../support/browser.ts'
import { test } from '../../support/browser-test.ts'
import { PASSWORD } from '../../support/house.ts'
import { aRatedOrder } from '../../support/rated-order.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { scrollsSideways, signIn } from '../../support/steps.ts'
import { openWorldHouse, type WorldHouse } from '../../support/world-house.ts'
import type { Person, World } from '../../support/world.ts'

let house: WorldHouse
let world: World
let colleague: Person
const clean = { code: 'site_clean', text: '现场整洁', kind: 'yes_no', required: true, evidence: false, when: null }

beforeAll(async () => {
  house = await openWorldHouse()
  world = house.world
  await world.aCountyOrganizer({ username: 'county1', password: PASSWORD })
  colleague = await world.aCountyOrganizer()
})
afterAll(() => house.close())

async function look(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    await shot(page, `journeys/${name}-${size}`, { whole: true })
    expect(await scrollsSideways(page), `${name} scrolls sideways on a ${size}`).toBe(false)
    // Seen whole: halfway down, the house's bars lie over whichever target is there.
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ ...viewport, height: Math.max(height + 200, viewport.height) })
    await axeClean(page)
  }
  await page.setViewportSize(sizes.desk)
}

test('the checklist is changed in versions, and whoever comes second loses nothing', async ({ arrive }) => {
  const { page, expectRefusal } = await arrive({ baseUrl: house.url, size: 'desk' })
  await signIn(page, 'county1', '/checklist')
  await page.getByText('共 7 项').waitFor()
  await look(page, 'checklist')
  await page.getByRole('link', { name: '修改检查表' }).click()
  await page.getByRole('button', { name: '增加一项' }).click()
  await page.keyboard.type('安全通道畅通')
  const added = page.getByRole('group', { name: '第 8 项' })
  await added.getByLabel('何时出现').selectOption({ label: '看第 1 项：填报的进展与现场情况一致' })
  await page.getByRole('button', { name: '删除第 7 项' }).click()
  await page.getByRole('button', { name: '第 7 项上移' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('已移到第 6 位').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('第 6 项上移')
  await page.reload()
  await page.getByRole('button', { name: '放回“实际受益人数”' }).click()
  await look(page, 'checklist-edit')
  await page.getByRole('button', { name: '按检查员看到的预览' }).click()
  const trial = page.getByRole('dialog')
  await expect.poll(() => trial.getByText('安全通道畅通').count()).toBe(0)
  await trial
    .getByRole('group', { name: /填报的进展/ })
    .getByLabel('否', { exact: true })
    .check()
  await trial.getByText('安全通道畅通').waitFor()
  await look(page, 'checklist-preview')
  await page.keyboard.press('Escape')
  await page.getByLabel('修改说明').fill('增加安全通道')

  const { items } = (await world.as(colleague).get('/checklist')).as(ChecklistView)
  const first = { items: [...items, clean], note: '增加现场整洁' }
  expect((await world.as(colleague).put('/checklist', first, { version: 1 })).status).toBe(200)
  expectRefusal(412, 'checklist')
  await page.getByRole('button', { name: '保存为第 2 版' }).click()
  await page.getByRole('heading', { name: '别人先保存了第 2 版' }).waitFor()
  expect(await page.getByLabel('修改说明').inputValue()).toBe('增加安全通道')
  await look(page, 'checklist-conflict')
  await page.getByRole('button', { name: '以我的内容为准' }).click()
  await page.getByText('删除“现场整洁”').waitFor()
  await page.getByRole('button', { name: '保存为第 3 版' }).click()
  await page.getByText('说明：增加安全通道').waitFor()
  await page.getByLabel('查看版本').selectOption('2')
  await page.getByText('这是旧的一版，现行的是第 3 版。').waitFor()
  await page.getByText('现场整洁', { exact: true }).waitFor()
})

test('an inspector of a round fills in the version that was saved', async ({ arrive }) => {
  const inspector = await world.anInspector({ username: 'inspector1', password: PASSWORD })
  const order = await world.anOpenOrder({ title: '园区母婴室改造' })
  const round = await aRunningRound(world, [{ order, inspectors: [inspector] }])
  const { page } = await arrive({ baseUrl: house.url, size: 'phone' })
  await signIn(page, 'inspector1', `/inspections/${round.id}/${order.id}`)
  await page.getByRole('heading', { name: '检查表（第 3 版）' }).waitFor()
  await page
    .getByRole('group', { name: /填报的进展/ })
    .getByLabel('否', { exact: true })
    .check()
  await page.getByRole('group', { name: '安全通道畅通' }).waitFor()
})

test('a changed threshold is tried, shows whom it newly touches, and is saved from there', async ({ arrive }) => {
  const order = await aRatedOrder(world)
  const { page } = await arrive({ baseUrl: house.url, size: 'desk' })
  await signIn(page, 'county1', '/rules')
  await page.getByText('两套规则都不涉及任何项目').waitFor()
  await page.goto('/settings')
  await page.getByLabel('满意率的可信上限低于多少，算“评价差”').fill('90')
  await page.getByLabel('至少多少人评价，才显示平均分、判断“评价差”').fill('3')
  await page.getByRole('link', { name: '先试算' }).first().click()
  await page.getByRole('heading', { name: '新涉及（1 条）' }).waitFor()
  await page.getByText('3 人评价，1 人满意（33.3%），可信上限 79.2%').waitFor()
  expect(await page.getByRole('link', { name: '园区夜校电工班' }).getAttribute('href')).toBe(`/orders/${order.id}`)
  await look(page, 'rules')
  await page.emulateMedia({ media: 'print' })
  await shot(page, 'journeys/rules-print', { whole: true })
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('textbox', { name: '至少多少人评价，才显示平均分、判断“评价差”' }).fill('4')
  await page.getByRole('button', { name: '试算', exact: true }).click()
  await page.getByText('两套规则都不涉及任何项目').waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: '新涉及（1 条）' }).waitFor()
  expect((await world.as(colleague).get('/settings')).as(SettingsView).version).toBe(1)

  await page.getByRole('button', { name: '带着这些数值去修改参数' }).click()
  await page.getByText('将修改 2 项', { exact: true }).waitFor()
  await page.getByLabel('修改说明').fill('联席会议议定')
  await shot(page, 'journeys/rules-settings', { whole: true })
  await page.getByRole('button', { name: '保存为第 2 版' }).click()
  await page.getByText('现行第 2 版').waitFor()
  expect((await world.as(colleague).get('/settings')).as(SettingsView).settings.rating).toMatchObject({
    poorBelow: 0.9,
    minimumN: 3,
  })
})
