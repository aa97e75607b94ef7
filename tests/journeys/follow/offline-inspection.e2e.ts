import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { axeClean, shot } from '../../support/browser.ts'
import { test } from '../../support/browser-test.ts'
import { freshDatabase } from '../../support/database.ts'
import { aFinding } from '../../support/findings.ts'
import { PASSWORD, serveHouse } from '../../support/house.ts'
import { aPhoto } from '../../support/photos.ts'
import { aRunningRound, type BuiltRound } from '../../support/rounds.ts'
import { signIn } from '../../support/steps.ts'
import { type Person, World } from '../../support/world.ts'

let world: World
let url: string
let inspector: Person
let order: { id: string }
let round: BuiltRound
const closers: (() => unknown)[] = []

beforeAll(async () => {
  const database = await freshDatabase()
  world = await new World(database.url).begin()
  const { open } = world
  inspector = await world.anInspector({ username: 'inspector1', password: PASSWORD })
  order = await world.anOpenOrder({ title: '园区母婴室改造' })
  round = await aRunningRound(world, [{ order, inspectors: [inspector] }])
  const { url: address, stop } = await serveHouse(open)
  url = address
  closers.push(
    () => open.deps.changes.close(),
    stop,
    world.end,
    () => database.drop(),
  )
})
afterAll(async () => {
  for (const close of closers) await close()
})

/** Everything the checklist asks, as somebody standing there taps it in. */
async function fillIn(page: Page): Promise<void> {
  for (const words of ['填报的进展与现场情况一致', '过程记录']) {
    await page
      .getByRole('group', { name: new RegExp(words) })
      .getByLabel('是', { exact: true })
      .check()
  }
  await page
    .getByRole('group', { name: /实质效果/ })
    .getByLabel('4', { exact: true })
    .check()
  await page
    .getByRole('group', { name: /满意情况/ })
    .getByLabel('5', { exact: true })
    .check()
  const photo = { name: '现场.png', mimeType: 'image/png', buffer: Buffer.from(aPhoto({ shade: 90 })) }
  await page.getByLabel('拍照或选图').setInputFiles(photo)
  await page.getByText('存在本机，尚未上传').waitFor()
  await page.getByRole('group', { name: '效果', exact: true }).getByLabel('好', { exact: true }).check()
  await page.getByRole('group', { name: '处理意见' }).getByLabel('通过').check()
  await page.getByRole('textbox', { name: /^现场情况/ }).fill('地下室没有信号，母婴室已启用')
}

test('an inspection without a network is kept, meets another version, and neither is lost', async ({ arrive }) => {
  const { page, expectRefusal } = await arrive({ baseUrl: url, size: 'phone', offlineReady: true })
  for (const path of ['session', 'inspections', 'stream', 'draft', 'finding', 'attachments']) expectRefusal(0, path)
  await signIn(page, 'inspector1', '/inspections')
  await page.getByRole('link', { name: '园区母婴室改造' }).waitFor()
  await axeClean(page)
  await shot(page, 'journeys/inspections-phone', { whole: true })
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))

  await page.context().setOffline(true)
  await page.goto(`/inspections/${round.id}/${order.id}`)
  await page.getByText('当前离线').waitFor()
  await fillIn(page)
  // Halfway down, the house's bars lie over whichever target is there.
  await page.evaluate(() => scrollTo(0, 0))
  await axeClean(page)
  await shot(page, 'journeys/inspection-offline', { whole: true })
  await page.getByRole('button', { name: '提交结论' }).click()
  await page.getByText('结论已填好，存在本机').waitFor()
  await page.reload()
  await page.getByText('结论已填好，存在本机').waitFor()

  const path = `/inspections/${round.id}/${order.id}`
  const elsewhere = aFinding({ words: '平板上先写的一段', effect: 'fair', verdict: 'pass' })
  expect((await world.as(inspector).put(`${path}/draft`, elsewhere)).status).toBe(200)

  expectRefusal(412, 'finding')
  await page.context().setOffline(false)
  await page.getByRole('heading', { name: '有两个版本，没有覆盖任何一个' }).waitFor()
  await page.getByText('平板上先写的一段').waitFor()
  await page.getByText('地下室没有信号，母婴室已启用').waitFor()
  await axeClean(page)
  await shot(page, 'journeys/inspection-conflict', { whole: true })
  await page.getByRole('group', { name: '效果', exact: true }).getByLabel('本机').check()
  await page.getByRole('group', { name: '现场情况' }).getByLabel('两段都保留').check()
  await page.getByRole('button', { name: '按所选保存' }).click()
  await page.getByRole('button', { name: '提交结论' }).click()
  await page.getByText('结论已提交，不能再改。').waitFor()
  await shot(page, 'journeys/inspection-final', { whole: true })

  const { body } = await world.as(inspector).get(`/orders/${order.id}/findings`)
  expect(body).toMatchObject({
    items: [{ state: 'final', effect: 'good', words: '地下室没有信号，母婴室已启用\n\n平板上先写的一段' }],
  })
})

test('what was found stands on the order; those concerned appeal, and a third body decides', async ({ arrive }) => {
  await world.aSecretary(undefined, { username: 'secretary1', password: PASSWORD })
  await world.aTownOrganizer(undefined, { username: 'town1', password: PASSWORD })
  const { page } = await arrive({ baseUrl: url, size: 'desk' })
  await signIn(page, 'secretary1', `/orders/${order.id}`)
  await page.getByRole('heading', { name: '检查情况' }).waitFor()
  await page.getByRole('button', { name: '申诉' }).click()
  await page.getByLabel('理由').fill('培训班已按期结业，现场记录不全不等于没有办')
  await axeClean(page)
  await page.getByRole('button', { name: '提出申诉' }).click()
  await page.getByText('申诉中').waitFor()
  await axeClean(page)
  await shot(page, 'journeys/findings-desk', { whole: true })

  const { page: town } = await arrive({ baseUrl: url, size: 'desk' })
  await signIn(town, 'town1', '/appeals')
  await town.getByLabel('更改').check()
  await town.getByLabel('效果改为').selectOption('fair')
  await town.getByLabel('裁定理由').fill('核对签到和照片，效果一般')
  await axeClean(town)
  await shot(town, 'journeys/appeals-desk', { whole: true })
  await town.getByRole('button', { name: '作出裁定' }).click()
  await town.getByText('裁定后', { exact: true }).waitFor()
})
