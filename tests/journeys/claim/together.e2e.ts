import type { Page } from 'playwright-core'
import { OrderPage, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { afterAll, beforeAll, expect } from 'vitest'
import { axeClean, shot } from '../../support/browser.ts'
import { type Arrive, test } from '../../support/browser-test.ts'
import { type DemoHouse, openDemoHouse, PASSWORD } from '../../support/house.ts'
import { signIn } from '../../support/steps.ts'
import { buildPerson } from '../../support/people.ts'
import { buildCounty } from '../../support/places.ts'

let house: DemoHouse

beforeAll(async () => {
  house = await openDemoHouse()
})
afterAll(() => house.close())

async function as(arrive: Arrive, username: string, size: 'phone' | 'desk', to = '/orders') {
  const visit = await arrive({ baseUrl: house.url, size })
  await signIn(visit.page, username, to)
  return visit
}

/** An open order of the demo county by its title. */
async function orderCalled(page: Page, words: string): Promise<string> {
  const reply = await page.evaluate(
    async (q) => (await fetch(`/api/v1/orders?state=open&q=${encodeURIComponent(q)}`)).json(),
    words,
  )
  const [card] = OrderPage.parse(reply).items
  if (!card) throw new Error(`no open order about ${words}`)
  return card.id
}

test('collective claim: the secretary lists who takes part, and a participant confirms in their own work', async ({
  arrive,
}) => {
  const { page } = await as(arrive, 'secretary1', 'desk')
  const orderId = await orderCalled(page, '职业病体检')
  await page.goto(`/orders/${orderId}`)
  await page.getByRole('button', { name: '集体认领' }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('以哪个组织认领').selectOption({ label: '某断路器企业乙党支部' })
  await sheet.getByRole('checkbox', { name: /向阳/ }).check()
  await axeClean(page)
  await shot(page, 'journeys/collective-claim')
  await sheet.getByRole('button', { name: '确认集体认领' }).click()
  await page
    .getByText(/已认领/)
    .first()
    .waitFor()

  const { page: member } = await as(arrive, 'member1', 'phone', '/work')
  await axeClean(member)
  await member
    .getByRole('link', { name: /职业病体检/ })
    .first()
    .click()
  await member.getByRole('button', { name: '参加', exact: true }).click()
  await member.getByText('已确认参加').first().waitFor()
  await axeClean(member)
  const order = OrderView.parse(
    await member.evaluate(async (id) => (await fetch(`/api/v1/orders/${id}`)).json(), orderId),
  )
  expect(order).toMatchObject({ state: 'claimed', holders: ['某断路器企业乙党支部'] })
})

test('two people, last place: one gets it, the other sees why without asking again', async ({ arrive }) => {
  const [first, second] = [await as(arrive, 'member9', 'phone'), await as(arrive, 'member11', 'desk')]
  const orderId = await orderCalled(first.page, '母婴室')
  for (const { page } of [first, second]) {
    await page.goto(`/orders/${orderId}`)
    await page.getByRole('button', { name: '认领', exact: true }).last().click()
    await page.getByRole('button', { name: '确认认领' }).waitFor()
  }
  second.expectRefusal(409, `/orders/${orderId}/claims`)
  await first.page.getByRole('button', { name: '确认认领' }).click()
  await first.page
    .getByText(/已认领/)
    .first()
    .waitFor()
  const late = second.page.getByRole('button', { name: '确认认领' })
  await late.click({ timeout: 3_000 }).catch(() => undefined) // the page may have heard of it before the second click
  await second.page.getByText('名额已满').first().waitFor()
  await axeClean(second.page)
  await shot(second.page, 'journeys/last-place')
})

test('a list is live: what another has claimed leaves it without a reload', async ({ arrive }) => {
  const { page: watcher } = await as(arrive, 'member12', 'phone', `/orders?q=${encodeURIComponent('共用党员活动场地')}`)
  await watcher.getByText('小微企业共用党员活动场地').first().waitFor()
  const { page: other } = await as(arrive, 'member8', 'desk', '/me')
  const orderId = await orderCalled(other, '共用党员活动场地')
  const status = await other.evaluate(async (id) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    return (await fetch(`/api/v1/orders/${id}/claims`, { method: 'POST', headers, body: '{}' })).status
  }, orderId)
  expect(status).toBe(201)
  await watcher.getByText('没有符合条件的项目').waitFor()
})

test('wrong county: a link of this county and nonsense are the same page', async ({ arrive }) => {
  const strangers = await buildCounty(house.open, '330381', '瑞安市')
  await buildPerson(house.open, {
    countyId: '330381',
    kind: 'member',
    home: strangers.branches[0],
    username: 'ruian1',
    password: PASSWORD,
  })
  const { page: ours } = await as(arrive, 'member1', 'desk', '/me')
  const orderId = await orderCalled(ours, '应急救援队')

  const visit = await as(arrive, 'ruian1', 'phone', '/me')
  const { page } = visit
  const seen: string[] = []
  for (const id of [orderId, '01990000-0000-7000-8000-000000000000']) {
    for (const path of [`/orders/${id}`, `/orders/${id}/events`]) visit.expectRefusal(404, path)
    await page.goto(`/orders/${id}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(500)
    seen.push((await page.locator('main').innerText()).replaceAll(/[\da-f-]{36}/g, ''))
    await axeClean(page)
  }
  expect(seen[0]).toBe(seen[1])
  expect(seen[0]).not.toContain('救援')
  await page.goto('/orders')
  await page.getByText(/没有/).first().waitFor()
  expect(await page.locator('main').innerText()).not.toContain('应急救援队')
})
