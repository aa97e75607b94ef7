import type { Page } from 'playwright-core'
import { PASSWORD } from './house.ts'

/** Signs in at the door, and waits for the house. */
export async function signIn(page: Page, username: string, to = '/'): Promise<void> {
  await page.goto(to)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('账号').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.locator('h1').first().waitFor()
}

/** The page's own right edge: something makes it scroll sideways, also once a changed width has been laid out. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  const fits = () => document.documentElement.scrollWidth <= innerWidth
  return page.waitForFunction(fits, undefined, { timeout: 5_000 }).then(
    () => false,
    () => true,
  )
}
