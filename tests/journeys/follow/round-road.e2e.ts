import { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { axeClean, shot, type Size, sizes } from '../../support/browser.ts'
import { test } from '../../support/browser-test.ts'
import { Ceremony, firstSeed, plan, type Team } from '../../support/ceremony.ts'
import { freshDatabase } from '../../support/database.ts'
import { PASSWORD, serveHouse } from '../../support/house.ts'
import { scrollsSideways, signIn } from '../../support/steps.ts'
import { World } from '../../support/world.ts'

let world: World
let url: string
let team: Team
const closers: (() => unknown)[] = []

beforeAll(async () => {
  const database = await freshDatabase()
  world = await new World(database.url).begin()
  const { url: address, stop } = await serveHouse(world.open) // before anybody asks for anything
  url = address
  const [lead, second, drawer] = await Promise.all(
    ['county1', 'county2', 'county3'].map((username) => world.aCountyOrganizer({ username, password: PASSWORD })),
  )
  const holders = [await world.aMember(), await world.aMember()] as const
  if (!lead || !second || !drawer) throw new Error('nobody leads')
  team = { lead, second, drawer, holders }
  await Promise.all([world.anOpenOrder({ tier: 'B' }), world.anOpenOrder(), world.anInspector()])
  closers.push(
    () => world.open.deps.changes.close(),
    stop,
    world.end,
    () => database.drop(),
  )
})
afterAll(async () => {
  for (const close of closers) await close()
})

const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name })
const offered = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const now = (page: Page) => page.getByRole('list', { name: '本轮步骤' }).locator('[aria-current="step"]').innerText()

/** Both widths: nothing scrolls sideways, nothing axe objects to. */
async function lookAt(page: Page, name: string): Promise<void> {
  for (const size of Object.keys(sizes) as Size[]) {
    await page.setViewportSize(sizes[size])
    await page.waitForTimeout(300)
    expect(await scrollsSideways(page), `${name} scrolls sideways on a ${size}`).toBe(false)
    await axeClean(page)
    await shot(page, `journeys/${name}-${size}`, { whole: true })
  }
}

/** The button is there, cannot be pressed, and says what it waits for. */
async function waits(page: Page, name: string, why: string): Promise<void> {
  await page.getByText(why).waitFor()
  expect(await offered(page, name).getAttribute('aria-disabled')).toBe('true')
  await offered(page, name).click({ force: true })
  expect(await page.getByRole('dialog').count()).toBe(0)
}

test('a round given up before its draw stays in sight with its reason', async ({ arrive }) => {
  const round = await Ceremony.open(world, team)
  const { page } = await arrive({ baseUrl: url })
  await signIn(page, 'county1', `/rounds/${round.id}`)
  await waits(page, '冻结名单', '两名种子保管人都提交承诺值后，才能冻结名单。')
  await lookAt(page, 'round-planned')
  await offered(page, '作废本轮').click()
  await page.getByRole('heading', { name: '作废2026年第4季度跟单？' }).waitFor()
  await inDialog(page, '作废本轮').click()
  expect(await page.getByLabel('原因').getAttribute('aria-invalid')).toBe('true')
  await page.getByLabel('原因').fill('开奖日期写错，重新开启')
  await axeClean(page)
  await inDialog(page, '作废本轮').dblclick()
  await page.getByText('本轮已作废，理由：开奖日期写错，重新开启').waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await lookAt(page, 'round-aborted')

  const { page: guest } = await arrive({ baseUrl: url, size: 'phone' })
  await guest.goto(`/results/${world.county.id}`)
  await guest.getByRole('link', { name: '2026年第4季度' }).click()
  await guest.getByText('理由：开奖日期写错，重新开启').waitFor()
  expect(await guest.getByRole('link', { name: '查看通报' }).count()).toBe(0)
  await axeClean(guest)
})

test('a withheld seed is replaced in the open, another person draws, and a round past its day says so', async ({
  arrive,
}) => {
  const body = { ...plan(team), dueOn: '2026-11-25' }
  const { id } = (await world.as(team.lead).post('/rounds', body)).as(RoundView)
  const round = await new Ceremony(world, team, id).toFrozen()
  const { page, expectRefusal } = await arrive({ baseUrl: url })
  expectRefusal(401, 'events/stream') // eight days later nobody is signed in any more
  await signIn(page, 'county1', `/rounds/${round.id}`)
  await waits(page, '录入公共随机值', '公共随机值公布日期未到。')
  await waits(page, '启用替代种子', '种子公布期限未到，暂不能启用替代办法。')
  await waits(page, '抽签', '两个种子都公布后才能抽签。')
  expect(await now(page)).toContain('公布种子')
  await lookAt(page, 'round-frozen')
  await page.close()

  world.clock.set('2026-11-22T14:00:00Z')
  expect((await round.act(team.holders[0], 'seed', { seed: firstSeed })).status).toBe(200)
  world.clock.set('2026-11-26T02:00:00Z')
  const { page: later } = await arrive({ baseUrl: url })
  await signIn(later, 'county1', `/rounds/${round.id}`)
  await offered(later, '启用替代种子').click()
  await later.getByLabel('原因').fill('保管人失联，多次催办无回应')
  await axeClean(later)
  await inDialog(later, '启用替代种子').click()
  await later.getByText('已启用替代种子，理由：保管人失联，多次催办无回应').waitFor()
  await offered(later, '录入公共随机值').click()
  await later.getByRole('dialog').getByLabel('公共随机值').fill('03 07 11 22 28 31 + 09')
  await inDialog(later, '录入').click()
  await waits(later, '抽签', '公布种子或录入随机值的人不能主持抽签。')

  const { page: drawer } = await arrive({ baseUrl: url })
  await signIn(drawer, 'county3', `/rounds/${round.id}`)
  await offered(drawer, '抽签').click()
  await drawer.getByRole('heading', { name: '现在为2026年第4季度跟单抽签？' }).waitFor()
  await inDialog(drawer, '抽签').dblclick()
  await offered(drawer, '分派检查员').waitFor()
  await lookAt(drawer, 'round-drawn')
  await offered(drawer, '分派检查员').click()
  await inDialog(drawer, '分派检查员').click()
  await waits(drawer, '提请结束本轮', '县、镇街项目须逐项检查或说明理由后，才能结束本轮。')

  await drawer.getByText('超期').waitFor()
  await drawer.goto('/rounds')
  await drawer
    .getByRole('row', { name: /检查中/ })
    .getByText('超期')
    .waitFor()
  await lookAt(drawer, 'rounds-overdue')
})
