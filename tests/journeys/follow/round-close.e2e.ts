import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipDirectory } from '@dj/api/collect/reading/xlsx/zip.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { axeClean, shot, type Size, sizes } from '../../support/browser.ts'
import { test } from '../../support/browser-test.ts'
import { frozen } from '../../support/checked-round.ts'
import { freshDatabase } from '../../support/database.ts'
import { aFinding, uploadPhoto } from '../../support/findings.ts'
import { PASSWORD, serveHouse } from '../../support/house.ts'
import { aRunningRound, type BuiltRound } from '../../support/rounds.ts'
import { scrollsSideways, signIn } from '../../support/steps.ts'
import { World } from '../../support/world.ts'

let world: World
let url: string
let round: BuiltRound
let paper: string
const closers: (() => unknown)[] = []

beforeAll(async () => {
  const database = await freshDatabase()
  world = await new World(database.url).begin()
  const { open } = world
  const { url: address, stop } = await serveHouse(open) // before anybody asks for anything
  url = address
  for (const username of ['county1', 'county2']) await world.aCountyOrganizer({ username, password: PASSWORD })
  round = await aRoundNearlyDone()
  paper = `/results/${world.county.id}/${round.id}/bulletin`
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

/** One B order nobody visited; of three sampled C orders one passed, one was sent back, one was not reached. */
async function aRoundNearlyDone(): Promise<BuiltRound> {
  const inspector = await world.anInspector()
  const { branches, farBranch } = world.county
  const b = await world.anOpenOrder({ tier: 'B', title: '镇级企业党员培训班' })
  const cs = await Promise.all(
    [branches[0], branches[1], farBranch].map((owner, nth) =>
      world.anOpenOrder({ owner, title: `两新结对共建${nth}` }),
    ),
  )
  const targets = [b, ...cs].map((order) => ({ order, inspectors: [inspector] }))
  const built = await aRunningRound(world, targets, frozen(world))
  const client = world.as(inspector)
  const poor = { effect: 'poor', verdict: 'rectify', words: '活动未开展，签到表为事后补签' }
  for (const [nth, wish] of [{}, poor].entries()) {
    const finding = aFinding({ attachmentIds: [await uploadPhoto(client)], ...wish })
    const reply = await client.post(`/inspections/${built.id}/${cs[nth]?.id}/finding`, finding)
    expect(reply.status).toBe(201)
  }
  return built
}

const inDialog = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('button', { name })

/** Both widths: nothing scrolls sideways, nothing axe objects to. */
async function lookAt(page: Page, name: string): Promise<void> {
  for (const size of Object.keys(sizes) as Size[]) {
    await page.setViewportSize(sizes[size])
    await page.waitForTimeout(300)
    expect(await scrollsSideways(page), `${name} scrolls sideways on a ${size}`).toBe(false)
    await page.evaluate(() => scrollTo(0, 0))
    await axeClean(page)
    await shot(page, `journeys/${name}-${size}`, { whole: true })
  }
}

/** As a PDF on A4, and as the picture of its paper. */
async function print(page: Page): Promise<void> {
  await page.pdf({
    path: join(import.meta.dirname, '../../../.artifacts/journeys/bulletin.pdf'),
    preferCSSPageSize: true,
  })
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 643, height: 960 })
  await shot(page, 'journeys/bulletin-paper', { whole: true })
  await page.emulateMedia({ media: 'screen' })
}

test('a round is excused, closed and reported by two; its bulletin is corrected, and nothing published is lost', async ({
  arrive,
}) => {
  const { page: lead } = await arrive({ baseUrl: url })
  await signIn(lead, 'county1', `/rounds/${round.id}`)
  await lead.getByText('县、镇街项目须逐项检查或说明理由后，才能结束本轮。').waitFor()
  await lead.getByRole('region', { name: '各镇街进度' }).first().waitFor()
  await lead.getByRole('button', { name: '申请免检：镇级企业党员培训班' }).click()
  await lead.getByLabel('原因').fill('项目现场已停工')
  await inDialog(lead, '申请免检').click()
  await lead.getByText('项目现场已停工').waitFor()
  expect(await lead.getByRole('button', { name: '同意免检' }).getAttribute('aria-disabled')).toBe('true')
  await lookAt(lead, 'round-running')

  const { page: second } = await arrive({ baseUrl: url })
  await signIn(second, 'county2', `/rounds/${round.id}`)
  await second.getByRole('button', { name: '不同意', exact: true }).click()
  await second.getByRole('heading', { name: '不同意免检：镇级企业党员培训班？' }).waitFor()
  await inDialog(second, '取消').click()
  await second.getByRole('button', { name: '同意免检' }).click()
  await inDialog(second, '同意免检').click()
  await second.getByRole('button', { name: '提请结束本轮' }).click()
  await second.getByText('还有 1 项抽查、定向检查未完成').waitFor()
  await axeClean(second)
  await inDialog(second, '提请结束本轮').click()
  await second.getByText('须由另一位同志确认。').waitFor()
  await lookAt(second, 'round-closing')

  await lead.reload()
  await lead.getByRole('button', { name: '确认结束本轮' }).click()
  await inDialog(lead, '确认结束本轮').click()
  await lead.getByRole('link', { name: '核对并签发通报' }).waitFor()
  await lookAt(lead, 'round-closed')
})

test('the bulletin is signed, read by anybody, taken away as a Word file, and corrected', async ({ arrive }) => {
  const { page: guest, expectRefusal } = await arrive({ baseUrl: url })
  expectRefusal(404, 'bulletin')
  await guest.goto(paper)
  await guest.getByRole('heading', { name: '通报尚未发布' }).first().waitFor()

  const { page: lead } = await arrive({ baseUrl: url })
  await signIn(lead, 'county1', `/rounds/${round.id}`)
  await lead.getByRole('link', { name: '核对并签发通报' }).click()
  await lead.getByText('草稿，签发前仅供内部核对').waitFor()
  await lookAt(lead, 'bulletin-draft')
  await lead.getByRole('button', { name: '签发并公布' }).click()
  await axeClean(lead)
  await inDialog(lead, '签发并公布').dblclick()
  await lead.getByText('通报已公布').waitFor()
  await lead.getByText('签发并公布').waitFor({ state: 'detached' })

  await guest.goto(`/results/${world.county.id}/${round.id}`)
  await lookAt(guest, 'result-published')
  await guest.getByRole('link', { name: '查看通报' }).click()
  await guest.getByRole('heading', { name: '关于乐清市2026年第四季度需求项目跟单检查情况的通报' }).waitFor()
  await guest.getByRole('region', { name: '二、检查结论' }).getByText('城东街道').waitFor()
  await lookAt(guest, 'bulletin')
  const download = guest.waitForEvent('download')
  await guest.getByRole('link', { name: '下载 Word 版' }).click()
  const bytes = await readFile(await (await download).path())
  expect(zipDirectory(bytes).map(({ name }) => name)).toContain('word/document.xml')
  await print(guest)

  await lead.goto(`/rounds/${round.id}`)
  await lead.getByRole('link', { name: '更正通报' }).click()
  await lead.getByRole('button', { name: '签发更正版' }).click()
  await lead.getByLabel('原因').fill('补录一件复查结果')
  await inDialog(lead, '签发更正版').click()
  await lead.getByText('更正原因：补录一件复查结果').first().waitFor()

  await guest.reload()
  await guest.getByText('本通报为更正版，更正原因：补录一件复查结果').waitFor()
  await lookAt(guest, 'bulletin-corrected')
  await guest.getByRole('link', { name: '第1版' }).click()
  await guest.getByText('这是第1版，已由第2版更正。').waitFor()
  expect(await guest.getByText('本通报为更正版').count()).toBe(0)
  await guest.getByRole('link', { name: '查看最新版' }).click()
  await guest.getByText('本通报为更正版').waitFor()
})

test('both languages read the same bulletin, and find it in the list of rounds', async ({ arrive }) => {
  const { page: guest } = await arrive({ baseUrl: url, language: 'en' })
  await guest.goto(`/results/${world.county.id}`)
  await lookAt(guest, 'results-en')
  await guest.getByRole('link', { name: 'Read the bulletin: Q4 2026' }).click()
  await guest.getByText('This is a corrected version. Reason: 补录一件复查结果').waitFor()
  await guest.getByRole('cell', { name: '2/3' }).waitFor()
  await lookAt(guest, 'bulletin-en')
})
