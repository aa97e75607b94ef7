import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeClean, shot, sizes } from './browser.ts'
import { scrollsSideways } from './steps.ts'

/** Fit to be seen at both widths: a picture of each, nothing wider than the screen, and no violation of WCAG. */
export async function lookAtBoth(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    await shot(page, `journeys/${name}-${size}`, { whole: true })
    expect(await scrollsSideways(page)).toBe(false)
    await axeClean(page)
  }
  if (before !== null) await page.setViewportSize(before)
}
