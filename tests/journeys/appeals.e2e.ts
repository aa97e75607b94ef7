import { sweepPoorRatings } from '@dj/api/ratings/sweep-poor-ratings.ts'
import { afterAll, beforeAll, expect } from 'vitest'
import { axeClean, shot, sizes } from '../support/browser.ts'
import { type Arrive, test } from '../support/browser-test.ts'
import { aDelivery } from '../support/deliveries.ts'
import { PASSWORD } from '../support/house.ts'
import { aRunningRound } from '../support/rounds.ts'
import { scrollsSideways, signIn } from '../support/steps.ts'
import { openWorldHouse, type WorldHouse } from '../support/world-house.ts'

let house: WorldHouse
const named = (username: string) => ({ username, password: PASSWORD })

beforeAll(async () => {
  house = await openWorldHouse()
})
afterAll(() => house.close())

async function as(arrive: Arrive, username: string, size: 'phone' | 'desk', to: string) {
  const visit = await arrive({ baseUrl: house.url, size })
  await signIn(visit.page, username, to)
  return visit.page
}
type Page = Awaited<ReturnType<typeof as>>

/** Fit to be seen at both widths. */
async function look(page: Page, name: string) {
  const before = page.viewportSize()
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    await shot(page, `journeys/${name}-${size}`, { whole: true })
    expect(await scrollsSideways(page)).toBe(false)
    await axeClean(page)
  }
  if (before !== null) await page.setViewportSize(before)
}

/** An order somebody from elsewhere delivered, rated poorly by five within a minute, and so to be rectified. */
async function aPoorlyRated(doerName: string, title: string) {
  const { world } = house
  const order = await world.anOpenOrder({ title })
  const doer = await world.aMember({ organization: world.county.farBranch, ...named(doerName) })
  await aDelivery(world, order.id, doer)
  for (let n = 0; n < 5; n += 1) {
    const rating = { attitude: 1, speed: 2, result: 1, words: `第${n + 1}位：说好的培训没有开` }
    await world.as(await world.aMember()).post(`/orders/${order.id}/ratings`, rating)
  }
  return order
}

test('an appeal against a rating: filed by who did the work, decided by a third body with other grades, both kept', async ({
  arrive,
}) => {
  const { world } = house
  const order = await aPoorlyRated('doer1', '电工技能培训夜班')
  expect((await sweepPoorRatings(world.deps, world.county.id)).issued).toBe(1)
  await world.aCountyOrganizer(named('third1'))

  const doer = await as(arrive, 'doer1', 'phone', `/orders/${order.id}`)
  const rating = doer.getByRole('listitem').filter({ hasText: '第3位' })
  await rating.getByText(/5 个工作日内可以申诉，最后一天：\s*2026年11月25日/).waitFor()
  await look(doer, 'ratings-concerned')
  await rating.getByRole('button', { name: '申诉' }).click()
  const sheet = doer.getByRole('dialog', { name: '对这份评价提出申诉' })
  await sheet.getByText(/态度 非常不满意 · 速度 不满意/).waitFor()
  await sheet.getByText(/由没有参与该项目的镇街或县级组织员裁定/).waitFor()
  await sheet.getByLabel('理由').fill('评价人当天未到场，签到表可查')
  await look(doer, 'appeal-filing')
  await sheet.getByRole('button', { name: '提出申诉' }).click()
  await rating.getByText(/已提出申诉，等待第三方裁定/).waitFor()

  const third = await as(arrive, 'third1', 'desk', '/appeals')
  await third.getByRole('radio', { name: /更改等级/ }).check()
  for (const name of ['态度', '速度', '效果']) await third.getByLabel(`${name}改为`).selectOption({ label: '满意' })
  await third.getByLabel('裁定理由').fill('核对签到表，评价人记错了项目')
  await look(third, 'appeal-deciding')
  await third.getByRole('button', { name: '作出裁定' }).click()
  await third.getByText('据此发出的整改通知作废').waitFor()
  await look(third, 'appeal-decided')

  await doer.reload()
  await rating.getByText('申诉裁定：已更改').waitFor()
  expect(await rating.getByText(/态度 非常不满意/).count()).toBe(2)
  await rating.getByText('态度 满意 · 速度 满意 · 效果 满意').waitFor()
  await look(doer, 'ratings-decided')
})

test('a suspicious pattern is looked at by a human, whose word stays beside it', async ({ arrive }) => {
  const { world } = house
  const order = await aPoorlyRated('doer2', '企业用工对接会')
  await world.aCountyOrganizer(named('lead2'))
  const lead = await as(arrive, 'lead2', 'desk', '/flags?quarter=2026Q4')
  const flag = lead.getByRole('listitem').filter({ hasText: '同一分钟' }).filter({ hasText: '企业用工对接会' })
  await flag.getByText('待查看').waitFor()
  await look(lead, 'flags')
  await flag.getByRole('button', { name: '登记查看结果' }).click()
  const sheet = lead.getByRole('dialog', { name: '登记查看结果' })
  await sheet.getByRole('radio', { name: /存疑/ }).check()
  await sheet.getByLabel('依据').fill('五份评价由同一人代填，已向两位本人核实')
  await look(lead, 'flag-judging')
  await sheet.getByRole('button', { name: '记下' }).click()
  await flag.getByText(/五份评价由同一人代填/).waitFor()
  await look(lead, 'flags-judged')
  await flag.getByRole('link', { name: '企业用工对接会' }).click()
  await lead.getByRole('button', { name: '申诉' }).first().waitFor()
  expect(new URL(lead.url()).pathname).toBe(`/orders/${order.id}`)

  await lead.goto('/flags?quarter=2026Q1')
  await lead.getByText('2026年第1季度没有异常提示').waitFor()
  await axeClean(lead)
})

test('what an inspector declares leaves their list, and goes to another', async ({ arrive }) => {
  const { world } = house
  const { committee, farBranch } = world.county
  const inspectors = [await world.anInspector(named('inspector3')), await world.anInspector()] as const
  const order = await world.anOpenOrder({ title: '党群服务中心开放夜' })
  const other = await world.anOpenOrder({ title: '河道志愿巡护', owner: farBranch })
  await aRunningRound(world, [
    { order, inspectors: [inspectors[0]] },
    { order: other, inspectors: [inspectors[0]] },
    { order: await world.anOpenOrder({ owner: farBranch }), inspectors: [inspectors[1]] },
  ])
  const page = await as(arrive, 'inspector3', 'phone', '/inspections')
  await page.getByRole('link', { name: '党群服务中心开放夜' }).waitFor()
  await page.getByText('没有声明过回避').waitFor()
  await page.getByRole('button', { name: '声明回避' }).click()
  const sheet = page.getByRole('dialog', { name: '声明回避' })
  await sheet.getByRole('button', { name: '声明回避' }).click()
  expect(await sheet.locator('[aria-invalid="true"]').count()).toBe(2)
  await sheet.getByRole('searchbox', { name: '与哪个单位有利害关系' }).fill(committee.name)
  await sheet.getByRole('list').getByRole('button').first().click()
  await sheet.getByLabel('原因').fill('配偶在该单位任职')
  await look(page, 'conflict-declaring')
  await sheet.getByRole('button', { name: '声明回避' }).click()
  await page.getByRole('link', { name: '党群服务中心开放夜' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: '河道志愿巡护' }).waitFor()
  await page.getByText('配偶在该单位任职').waitFor()
  await look(page, 'conflict-declared')
})

test('a rating by telephone is entered by an operator who did not handle the order', async ({ arrive }) => {
  const { world } = house
  const need = await world.aNeed({ body: '希望开设夜班电工培训' })
  const order = await world.anOpenOrder({ title: '夜班电工培训', needs: [need] })
  await aDelivery(world, order.id, await world.aMember({ organization: world.county.farBranch }), {
    answer: 'unanswered',
    answerVia: 'silence',
    answeredAt: world.clock.now(),
  })
  await world.anOperator(named('operator4'))
  const page = await as(arrive, 'operator4', 'desk', `/orders/${order.id}`)
  await page.getByText('另有 1 次办结未获回应，单独统计，不算满意。').waitFor()
  await page.getByRole('button', { name: '登记电话评价' }).click()
  const sheet = page.getByRole('dialog', { name: '登记电话评价' })
  expect(await sheet.getByRole('radio', { checked: true }).count()).toBe(0)
  await sheet.getByLabel('对方是哪条需求的提出人').selectOption({ index: 1 })
  for (const name of ['服务态度怎么样？', '办得快不快？', '办得好不好？'])
    await sheet.getByRole('group', { name }).getByRole('radio', { name: '满意', exact: true }).check()
  await look(page, 'rating-by-telephone')
  await sheet.getByRole('button', { name: '提交评价' }).click()
  await page.getByRole('heading', { name: '企业和组织评价' }).waitFor()
  await look(page, 'ratings-board')
})
