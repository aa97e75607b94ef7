import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { axeClean, sizes, type Size } from '../../support/browser.ts'
import { test } from '../../support/browser-test.ts'
import { startStub } from '../../support/stub-server.ts'

type Stub = Awaited<ReturnType<typeof startStub>>
let stranger: Stub
let secretary: Stub

beforeAll(async () => {
  stranger = await startStub(undefined)
  secretary = await startStub(aSecretary)
})
afterAll(() => Promise.all([stranger.stop(), secretary.stop()]))

// Each language and each size of type once: the two know nothing of each other.
const faces = [
  { language: 'zh-CN', elder: false },
  { language: 'en', elder: true },
] as const

describe.each(Object.keys(sizes) as Size[])('on a %s', (size) => {
  test.for(faces)('sign-in, the house and a missing page are in order: %o', async (face, { arrive }) => {
    const { page: door } = await arrive({ baseUrl: stranger.url, size, ...face })
    await inOrder(door, '/sign-in')
    const { page: house } = await arrive({ baseUrl: secretary.url, size, ...face })
    await inOrder(house, '/me')
    await inOrder(house, '/no/such/page')
  })

  test('a stranger is led to the door, and where they were going is kept', async ({ arrive }) => {
    const { page } = await arrive({ baseUrl: stranger.url, size })
    await page.goto('/claims')
    await page.waitForURL('**/sign-in?from=*')
    expect(new URL(page.url()).searchParams.get('from')).toBe('/claims')
  })

  test('a wrong password leaves what was typed', async ({ arrive }) => {
    const { page } = await arrive({ baseUrl: stranger.url, size })
    await page.goto('/sign-in')
    await page.getByLabel('账号').fill('member1')
    await page.getByLabel('密码', { exact: true }).fill('wrong')
    await page.keyboard.press('Enter')
    await page.getByText('用户名或密码不正确').waitFor()
    expect(await page.getByLabel('账号').inputValue()).toBe('member1')
  })
})

test('the large type stays for the next visit, and its targets are 60 pixels high', async ({ arrive }) => {
  const { page } = await arrive({ baseUrl: secretary.url, size: 'phone' })
  await page.goto('/me')
  await page.getByRole('button', { name: '长辈版' }).click()
  await page.reload()
  const button = page.getByRole('button', { name: '退出登录', exact: true })
  const box = await button.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(60)
  expect(await button.evaluate((element) => getComputedStyle(element).fontSize)).toBe('20px')
})

test('the keyboard skips to the content first', async ({ arrive }) => {
  const { page } = await arrive({ baseUrl: secretary.url })
  await page.goto('/me')
  await page.locator('h1').waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文')
})

test('without a network the client still opens, and says what is missing', async ({ arrive }) => {
  const { url, stop } = await startStub(aSecretary)
  const { page, expectRefusal } = await arrive({ baseUrl: url, size: 'phone', offlineReady: true })
  for (const path of ['/session', '/account/resets', '/record', '/events/stream', '/healthz', '/sw.js'])
    expectRefusal(0, path)
  await page.goto('/me')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(async () => (await caches.keys()).length > 0)
  await stop()
  await page.reload()
  await page.getByRole('heading', { name: '连不上服务器' }).waitFor()
  await axeClean(page)
})

async function inOrder(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.locator('h1').waitFor()
  await axeClean(page)
  const { width, wanted } = await page.evaluate(() => ({
    width: innerWidth,
    wanted: document.documentElement.scrollWidth,
  }))
  expect(wanted, `${path} scrolls sideways`).toBeLessThanOrEqual(width)
}

const branch = '01990000-0000-7000-8000-000000000010'
const branchName = '乐清市柳市镇智能电气产业园区联合党支部委员会'
const aSecretary = SessionView.parse({
  account: { id: 'secretary1', username: 'secretary1' },
  person: {
    id: '01990000-0000-7000-8000-000000000001',
    alias: '欧阳建国',
    kind: 'member',
    homeOrganizationId: branch,
    homeOrganizationName: branchName,
    skills: [],
  },
  county: { id: '330382', name: '乐清市', demo: true },
  roles: ['member', 'secretary'].map((role) => ({ role, organizationId: branch, organizationName: branchName })),
})
