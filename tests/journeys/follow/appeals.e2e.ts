import { sweepPoorRatings } from '@dj/api/follow/ratings/sweep-poor-ratings.ts'
import { afterAll, beforeAll, expect } from 'vitest'
import { axeClean } from '../../support/browser.ts'
import { type Arrive, test } from '../../support/browser-test.ts'
import { aDelivery } from '../../support/deliveries.ts'
import { aFinding, uploadPhoto } from '../../support/findings.ts'
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

test('an appeal against a finding: the third body gives another effect and verdict, and the notice falls', async ({
  arrive,
}) => {
  const { world } = house
  const inspector = await world.anInspector()
  const order = await world.anOpenOrder({ title: '园区母婴室改造' })
  const round = await aRunningRound(world, [{ order, inspectors: [inspector] }])
  const client = world.as(inspector)
  const poor = { effect: 'poor', verdict: 'rectify', words: '现场锁门，未见使用记录' } as const
  const finding = aFinding({ ...poor, attachmentIds: [await uploadPhoto(client)] })
  expect((await client.post(`/inspections/${round.id}/${order.id}/finding`, finding)).status).toBe(201)
  await world.aSecretary(undefined, named('secretary5'))
  await world.aTownOrganizer(undefined, named('town5'))

  const secretary = await as(arrive, 'secretary5', 'desk', `/orders/${order.id}`)
  const findings = secretary.getByRole('region', { name: '检查情况' })
  await findings.getByText(/5 个工作日内可以申诉/).waitFor()
  await findings.getByRole('button', { name: '申诉' }).click()
  await secretary
    .getByRole('dialog', { name: '对检查结论提出申诉' })
    .getByLabel('理由')
    .fill('当天停电闭馆，有公告可查')
  await secretary.getByRole('button', { name: '提出申诉' }).click()
  await findings.getByText(/已提出申诉，等待第三方裁定/).waitFor()

  const town = await as(arrive, 'town5', 'phone', '/appeals?state=filed')
  const card = town.getByRole('listitem').filter({ hasText: '园区母婴室改造' })
  await card.getByRole('radio', { name: /更改/ }).check()
  await card.getByLabel('效果改为').selectOption({ label: '好' })
  await card.getByLabel('处理意见改为').selectOption({ label: '通过' })
  await card.getByLabel('裁定理由').fill('公告与闭馆日期相符，另行复核已启用')
  await look(town, 'appeal-deciding-finding')
  await card.getByRole('button', { name: '作出裁定' }).click()
  await town.getByLabel('状态').selectOption({ label: '已更改' })
  await card.getByText('据此发出的整改通知作废').waitFor()

  await secretary.reload()
  await findings.getByText('申诉裁定：已更改').waitFor()
  await look(secretary, 'finding-decided')
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
