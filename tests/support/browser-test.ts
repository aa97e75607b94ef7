import type { Browser } from 'playwright-core'
import { test as base, type TestContext } from 'vitest'
import { launchBrowser, photograph, visit, type Visit, type VisitOptions } from './browser.ts'

/** Opens the product as one more person. */
export type Arrive = (options: VisitOptions) => Promise<Visit>

/** `arrive` opens the product as one more person; after the test every page must have been free of errors. Extend it with a world. */
export const test = base.extend<{ $file: { browser: Browser }; $test: { arrive: Arrive } }>({
  // A file's visits share nothing but the program.
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- vitest reads there what a fixture needs, and wants it said when it is nothing
    async ({}, use) => {
      const browser = await launchBrowser()
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  arrive: async ({ task, browser }, use) => {
    const visits: Visit[] = []
    await use(async (options) => {
      const arrived = await visit(browser, options)
      visits.push(arrived)
      return arrived
    })
    if (task.result?.state === 'fail') await keepPictures(task, visits)
    for (const each of visits) await each.leave()
  },
})

/** What every person saw when the test failed. */
async function keepPictures(task: TestContext['task'], visits: readonly Visit[]): Promise<void> {
  const name = task.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)
  for (const [index, { page }] of visits.entries())
    await photograph(page, `failed/${name}-${index + 1}`).catch(() => undefined)
}
