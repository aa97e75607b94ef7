import type { Page } from 'playwright-core'
import type { Size } from './browser.ts'
import type { Arrive } from './browser-test.ts'
import { signIn } from './steps.ts'
import type { WorldHouse } from './world-house.ts'

/** One more person at a device of their own, whose clock is the test's. */
export async function atDevice(
  arrive: Arrive,
  { url, world }: WorldHouse,
  username: string,
  to: string,
  face: { size?: Size; language?: 'en'; elder?: boolean } = {},
): Promise<Page> {
  const { page, expectRefusal } = await arrive({ baseUrl: url, ...face })
  expectRefusal(404, '/draft') // nothing was written down before
  await page.clock.setFixedTime(world.clock.now())
  await signIn(page, username, to)
  return page
}

/** A second look with a reason: says why, and presses the button of that name. */
export async function giveReason(page: Page, words: string, button: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(words)
  await dialog.getByRole('button', { name: button }).click()
  await dialog.waitFor({ state: 'hidden' })
}
