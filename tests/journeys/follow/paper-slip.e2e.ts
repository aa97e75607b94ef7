import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { must } from '@dj/shared/platform/assert.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { axeClean, shot } from '../../support/browser.ts'
import { test } from '../../support/browser-test.ts'
import { freshDatabase } from '../../support/database.ts'
import { PASSWORD } from '../../support/house.ts'
import type { BuiltOrder } from '../../support/orders.ts'
import { aPhoto } from '../../support/photos.ts'
import { aRunningRound, type BuiltRound } from '../../support/rounds.ts'
import { scrollsSideways, signIn } from '../../support/steps.ts'
import { type Person, World } from '../../support/world.ts'
import { mountClient } from '../../support/mount-client.ts'

let world: World
let url: string
let inspector: Person
let census: BuiltOrder
let drawn: BuiltOrder
let round: BuiltRound
const closers: (() => unknown)[] = []

beforeAll(async () => {
  const database = await freshDatabase()
  world = await new World(database.url).begin()
  const { open } = world
  inspector = await world.anInspector({ username: 'inspector1', password: PASSWORD, alias: '老周' })
  await world.anInspector({ alias: '小吴' })
  await world.aCountyOrganizer({ username: 'county1', password: PASSWORD, alias: '录入员小陈' })
  census = await world.anOpenOrder({ tier: 'B', title: '柳市镇电气产业工人技能提升夜校（春季班与秋季班合并举办）' })
  drawn = await world.anOpenOrder({ title: '园区母婴室改造' })
  round = await aRunningRound(world, [
    { order: census, inspectors: [inspector] },
    { order: drawn, inspectors: [inspector] },
  ])
  await mountClient(open.app)
  url = await new Promise((resolve) => {
    const server = serve({ fetch: open.app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    )
    closers.push(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      server.close()
    })
  })
  closers.push(
    () => open.deps.changes.close(),
    world.end,
    () => database.drop(),
  )
})
afterAll(async () => {
  for (const close of closers) await close()
})

/** What goes on paper, as many pages as there are orders. */
async function printed(page: Page, name: string): Promise<number> {
  await page.emulateMedia({ media: 'print' })
  await shot(page, `journeys/${name}-print`, { whole: true })
  const path = join(import.meta.dirname, `../../.artifacts/journeys/${name}.pdf`)
  const pdf = await page.pdf({ path, preferCSSPageSize: true })
  await page.emulateMedia({ media: 'screen' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

test('an inspector prints a two-part slip for each order, the desk only what is not drawn', async ({ arrive }) => {
  const { page } = await arrive({ baseUrl: url, size: 'phone' })
  await signIn(page, 'inspector1', '/inspections')
  await page.getByRole('link', { name: '打印纸质单' }).click()
  await page.getByText('已选 2 张').waitFor()
  await axeClean(page)
  expect(await scrollsSideways(page)).toBe(false)
  await shot(page, 'journeys/slips-choose-phone', { whole: true })
  expect(await printed(page, 'slips')).toBe(2)
  const sheet = page.locator('.slip-paper').filter({ hasText: must(drawn.number, 'a number') })
  await page.emulateMedia({ media: 'print' })
  await sheet.getByRole('heading', { name: '季度跟单检查单 · 存根' }).waitFor()
  await sheet.getByRole('heading', { name: '季度跟单检查单 · 回执联' }).waitFor()
  expect(await sheet.getByRole('img', { name: `${drawn.number} 的二维码` }).count()).toBe(2)
  await sheet.getByText('填报的进展与现场情况一致').waitFor()

  const { page: desk } = await arrive({ baseUrl: url, size: 'desk' })
  await signIn(desk, 'county1', `/rounds/${round.id}`)
  await desk.getByRole('link', { name: '补录纸质单' }).click()
  await desk.getByRole('link', { name: '打印纸质单' }).click()
  await desk.getByText('已选 1 张').waitFor()
  await axeClean(desk)
  await shot(desk, 'journeys/slips-choose-desk', { whole: true })
  expect(await printed(desk, 'slips-census')).toBe(1)
  expect(await desk.getByText('园区母婴室改造').count()).toBe(0)
})

/** Reads one slip off the paper: the code or number first, then from top to bottom. */
async function typeIn(page: Page, code: string, { who, words }: { who?: string; words: string }): Promise<void> {
  await page.getByLabel('检查单编号').fill(code)
  await page.keyboard.press('Enter')
  const inspectors = page.getByLabel('到场检查的检查员')
  await inspectors.waitFor()
  if (who !== undefined) await inspectors.selectOption({ label: who })
  await page.getByLabel('检查日期').fill('2026-11-18')
  for (const item of ['填报的进展与现场情况一致', '过程记录'])
    await page
      .getByRole('group', { name: new RegExp(item) })
      .getByLabel('是', { exact: true })
      .check()
  for (const item of ['实质效果', '满意情况'])
    await page
      .getByRole('group', { name: new RegExp(item) })
      .getByLabel('4', { exact: true })
      .check()
  const photo = { name: '回执联.png', mimeType: 'image/png', buffer: Buffer.from(aPhoto({ shade: 90 })) }
  await page.getByLabel('拍照或选图').setInputFiles(photo)
  await page.getByRole('group', { name: '效果', exact: true }).getByLabel('好', { exact: true }).check()
  await page.getByRole('group', { name: '处理意见' }).getByLabel('通过').check()
  await page.getByRole('textbox', { name: /^现场情况/ }).fill(words)
  await page.getByText('照片正在上传').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Enter')
}

test('the desk types in two slips; the one refused is put right, and the order says who typed it', async ({
  arrive,
}) => {
  const { page } = await arrive({ baseUrl: url, size: 'desk' })
  await signIn(page, 'county1', `/inspections/slips?round=${round.id}`)
  await page.getByText('还没有录入').waitFor()
  await axeClean(page)
  const address = `${url}/inspections/${round.id}/${census.id}?slip=${inspector.id}`
  await typeIn(page, address, { words: '夜校如期开班，签到齐全' })
  await page.getByText('已填好').waitFor()
  await typeIn(page, must(drawn.number, 'a number').toLowerCase(), { who: '小吴', words: '母婴室已启用' })
  await page.getByText('待提交 2 份').waitFor()
  await page.getByRole('button', { name: '提交 2 份' }).click()
  await page.getByText('共录入 1 份').waitFor()
  await page.getByText('该项目没有分给这名检查员，请核对签名和编号。').waitFor()
  await page.evaluate(() => scrollTo(0, 0))
  await axeClean(page)
  await shot(page, 'journeys/slips-refused-desk', { whole: true })

  await page.reload()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: /园区母婴室改造/ }).click()
  expect(await page.getByRole('textbox', { name: /^现场情况/ }).inputValue()).toBe('母婴室已启用')
  await page.evaluate(() => scrollTo(0, 0))
  await axeClean(page)
  expect(await scrollsSideways(page)).toBe(false)
  await shot(page, 'journeys/slips-refused-phone', { whole: true })
  await page.getByLabel('到场检查的检查员').selectOption({ label: '老周' })
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '提交 1 份' }).click()
  await page.getByText('共录入 1 份').waitFor()
  await page.getByRole('link', { name: /园区母婴室改造/ }).click()
  await page.getByText('纸质单，由录入员小陈录入').waitFor()
  await page.getByText('母婴室已启用').waitFor()
  await page.getByText('录入检查员的纸质检查单').waitFor()
  await shot(page, 'journeys/slips-finding-phone', { whole: true })
})
