import { afterAll, beforeAll, expect } from 'vitest'
import { type Arrive, test } from '../../support/browser-test.ts'
import { aDelivery } from '../../support/deliveries.ts'
import { PASSWORD } from '../../support/house.ts'
import { look } from '../../support/look.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { signIn } from '../../support/steps.ts'
import { openWorldHouse, type WorldHouse } from '../../support/world-house.ts'

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
