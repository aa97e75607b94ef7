import type { Page } from 'playwright-core'
import { axeClean, shot, sizes } from './browser.ts'
import { scrollsSideways } from './steps.ts'

/** Fit to be seen at both widths: nothing scrolls sideways, axe finds nothing, and a picture of each is kept. */
export async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    await shot(page, `journeys/${name}-${size}`, { whole: true })
    if (await scrollsSideways(page)) throw new Error(`${name} scrolls sideways at ${size}`)
    await axeClean(page)
  }
  if (before !== null) await page.setViewportSize(before)
}
