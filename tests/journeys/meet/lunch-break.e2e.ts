import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { NeedPage } from '@dj/shared/collect/need/need.schema.ts'
import { EventPage, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { afterAll, beforeAll, expect } from 'vitest'
import { axeClean, shot } from '../../support/browser.ts'
import { type Arrive, test } from '../../support/browser-test.ts'
import { type DemoHouse, openDemoHouse } from '../../support/house.ts'
import { aPhoto, traces } from '../../support/photos.ts'
import { signIn } from '../../support/steps.ts'

let house: DemoHouse

beforeAll(async () => {
  house = await openDemoHouse()
})
afterAll(() => house.close())

const title = '四季度旺季用工法律咨询'

test('lunch break: workbook → triage → order → claim on the phone → progress with photo → delivery → answer by receipt → rating → closed', async ({
  arrive,
}) => {
  // The county organizer brings the quarter's workbook in once more, a little changed: what is known stays, what is new comes.
  const county = await arrive({ baseUrl: house.url })
  await signIn(county.page, 'county1', '/needs/import')
  await county.page.locator('input[type=file]').setInputFiles(join(import.meta.dirname, 'data/late-needs.csv'))
  await county.page.getByText('旺季用工').first().waitFor()
  await axeClean(county.page)
  await county.page.getByRole('button', { name: '导入2条需求' }).click()
  await county.page.getByText('已新建').first().waitFor()

  const orderId = await buildAtTheDesk(await desk(arrive))
  const claimed = await claimAtLunch(await phone(arrive), orderId)
  await say(claimed.getByRole('article', { name: /的沟通$/ }).first(), '您好，周四中午到厂里，行吗？')
  const hotline = await arrive({ baseUrl: house.url })
  await signIn(hotline.page, 'operator1', '/needs')
  const code = await receiptCode(hotline.page)
  const requester = (await arrive({ baseUrl: house.url, size: 'phone' })).page
  await openReceipt(requester, code)
  await say(requester.getByRole('article', { name: /的沟通$/ }), '行，门卫处见。')
  await shot(requester, 'journeys/lunch-break-talk', { whole: true })
  await claimed.reload()
  await claimed.getByText('行，门卫处见。').waitFor()
  await workOnIt(claimed)
  await answerByReceipt(requester)

  const order = OrderView.parse(await json(claimed, `/api/v1/orders/${orderId}`))
  expect(order).toMatchObject({ state: 'closed', feedback: { outcome: 'solved' } })
  expect(order.ratings).toMatchObject([{ n: 1 }])
  const kinds = EventPage.parse(await json(claimed, `/api/v1/orders/${orderId}/events?limit=50`)).items.map(
    ({ kind }) => kind,
  )
  for (const kind of [
    'need.imported',
    'order.built',
    'order.published',
    'claim.taken',
    'claim.reported',
    'claim.delivered',
    'delivery.answered',
    'order.closed',
    'order.rated',
  ])
    expect(kinds).toContain(kind)
  await seesNoTraces(claimed, orderId)
  await claimed.goto(`/orders/${orderId}`)
  await claimed.getByText('已办结').first().waitFor()
  await axeClean(claimed)
  await shot(claimed, 'journeys/lunch-break-closed', { whole: true })
})

/** What the camera had written into the photo is gone from what the server gives back. */
async function seesNoTraces(page: Page, orderId: string): Promise<void> {
  const { items } = EventPage.parse(await json(page, `/api/v1/orders/${orderId}/events?limit=50`))
  const [photo] = items.flatMap(({ attachments }) => attachments)
  const stored = await page.evaluate(
    async (id) => (await (await fetch(`/api/v1/attachments/${id}`)).blob()).text(),
    photo,
  )
  expect(stored.length).toBeGreaterThan(200)
  for (const trace of traces) expect(stored).not.toContain(trace)
}

async function desk(arrive: Arrive): Promise<Page> {
  const { page } = await arrive({ baseUrl: house.url })
  await signIn(page, 'secretary1', '/desk')
  return page
}
async function phone(arrive: Arrive): Promise<Page> {
  const { page } = await arrive({ baseUrl: house.url, size: 'phone' })
  await signIn(page, 'member3')
  return page
}

const json = (page: Page, path: string) =>
  page.evaluate(async (to) => (await fetch(to)).json() as Promise<unknown>, path)

/** Two voices become one order, published by the secretary. */
async function buildAtTheDesk(page: Page): Promise<string> {
  for (const words of ['旺季用工合同', '旺季加班怎么算'])
    await page.getByRole('checkbox', { name: new RegExp(words) }).check()
  await axeClean(page)
  await page.keyboard.press('b')
  await page.getByLabel('项目名称').fill(title)
  await page.getByLabel('需求内容').fill('请懂劳动法的党员到厂里答疑两次。')
  await page.getByLabel('验收标准').fill('答疑两次，职工看得懂工资条')
  await page.getByLabel('受益对象').fill('旺季临时工和装配工')
  await page.getByLabel('列入此类的理由').fill('两家企业都在本党委覆盖范围内')
  await page.getByRole('radio', { name: '个人、集体均可认领' }).check()
  await shot(page, 'journeys/lunch-break-build', { whole: true })
  await page.getByRole('button', { name: '存为草稿' }).click()
  await page.getByText(`已建单：${title}`).waitFor()
  await page.getByRole('button', { name: `发布：${title}` }).click()
  await page.getByRole('button', { name: '确认发布' }).click()
  await page
    .getByText(/已发布/)
    .first()
    .waitFor()
  const { items } = await page.evaluate(async () => (await fetch('/api/v1/orders?tier=C&sort=newest&limit=1')).json())
  return items[0].id
}

/** From the door to a claim in three taps: the order, 认领, 确认认领. */
async function claimAtLunch(page: Page, orderId: string): Promise<Page> {
  await page.goto('/orders')
  await axeClean(page)
  let taps = 0
  const tap = async (target: ReturnType<Page['locator']>) => {
    await target.click()
    taps += 1
  }
  await tap(page.getByRole('link', { name: new RegExp(title) }).first())
  await page.waitForURL(`**/orders/${orderId}`)
  await tap(page.getByRole('button', { name: '认领', exact: true }).last())
  await tap(page.getByRole('button', { name: '确认认领' }))
  await page
    .getByText(/已认领/)
    .first()
    .waitFor()
  expect(taps).toBe(3)
  return page
}

async function workOnIt(page: Page): Promise<void> {
  await page.goto('/claims')
  await page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await page.getByRole('button', { name: '报告进展' }).first().click()
  await page.getByLabel('做了什么').fill('已到厂答疑一次，来了三十人。')
  const buffer = Buffer.from(aPhoto({ width: 800, height: 600 }))
  await page.locator('input[type=file]').first().setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer })
  await page.getByRole('button', { name: '提交进展' }).click()
  await page.getByText('进展已报告').waitFor()
  await axeClean(page)
  await page.getByRole('button', { name: '提交办结' }).first().click()
  await page.getByLabel('办成了什么').fill('两次答疑都办完了，工资条看得懂了。')
  await page.getByRole('button', { name: '提交办结' }).last().click()
  await page.getByText('已提交办结').first().waitFor()
}

/** The hotline reads the code out to a requester who never saw one. */
async function receiptCode(page: Page): Promise<string> {
  const { items } = NeedPage.parse(await json(page, `/api/v1/needs?q=${encodeURIComponent('旺季用工合同')}`))
  await page.goto(`/needs/${items[0]?.id}`)
  await page.getByRole('button', { name: '补发回执码' }).click()
  await page.getByRole('button', { name: '能说出提出时间和内容' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '补发回执码' }).click()
  await page.locator('.contact__code code').waitFor()
  await axeClean(page)
  await shot(page, 'journeys/lunch-break-new-code', { whole: true })
  return (await page.locator('.contact__code code').textContent()) ?? ''
}

/** Says something in a conversation, and sees it stand there. */
async function say(talk: Locator, words: string): Promise<void> {
  await talk.getByLabel('留言').last().fill(words)
  await talk.getByRole('button', { name: '发送' }).click()
  await talk.getByRole('listitem').getByText(words).waitFor()
}

async function openReceipt(page: Page, code: string): Promise<void> {
  await page.goto('/receipt')
  await axeClean(page)
  await page.getByLabel('回执码').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: '查进度' }).click()
  await page.getByText('有人在办了').waitFor()
  await axeClean(page)
}

async function answerByReceipt(page: Page): Promise<void> {
  await page.reload()
  await page.getByText('解决了吗？').first().waitFor()
  await axeClean(page)
  await shot(page, 'journeys/lunch-break-receipt', { whole: true })
  await page.getByRole('radio', { name: /^解决了/ }).check()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('服务态度怎么样？').waitFor()
  for (const group of ['服务态度怎么样？', '办得快不快？', '办得好不好？'])
    await page.getByRole('group', { name: group }).getByRole('radio', { name: '非常满意', exact: true }).check()
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByText('评价已记下').first().waitFor()
  await axeClean(page)
}
