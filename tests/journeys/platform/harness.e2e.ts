import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeClean, launchBrowser, visit } from '../../support/browser.ts'
import { memberListWeight } from '../../support/route-weight.ts'
import { startStub } from '../../support/stub-server.ts'

let browser: Browser
let stub: Awaited<ReturnType<typeof startStub>>

beforeAll(async () => {
  browser = await launchBrowser()
  stub = await startStub(undefined)
})
afterAll(() => Promise.all([browser.close(), stub.stop()]))

const complaints = {
  'writes an error to the console': () => console.error('oh'),
  throws: () => void setTimeout(() => Promise.reject(new Error('oh'))),
  'asks for what does not exist': () => void fetch('/api/v1/nowhere'),
}

test.each(Object.entries(complaints))('a visit fails when the page %s', async (_, trouble) => {
  const { page, leave } = await visit(browser, { baseUrl: stub.url })
  await page.goto('/sign-in')
  await page.evaluate(trouble)
  await page.waitForTimeout(1_000)
  await expect(leave()).rejects.toThrow('the page complained')
})

test('a refusal that was announced is no complaint', async () => {
  const { page, expectRefusal, leave } = await visit(browser, { baseUrl: stub.url })
  expectRefusal(404, '/api/v1/nowhere')
  await page.goto('/sign-in')
  await page.evaluate(complaints['asks for what does not exist'])
  await page.waitForTimeout(1_000)
  await leave()
})

test('grey on white does not pass', async () => {
  const { page, leave } = await visit(browser, { baseUrl: stub.url })
  await page.goto('/sign-in')
  await page.locator('h1').evaluate((heading) => heading.setAttribute('style', 'color: #bbb'))
  await expect(axeClean(page)).rejects.toThrow('color-contrast')
  await leave()
})

test('Chinese letters are drawn, not boxes', async () => {
  const { page, leave } = await visit(browser, { baseUrl: stub.url })
  await page.goto('/sign-in')
  const widths = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    if (context === null) return []
    context.font = '20px sans-serif'
    const inked = (letter: string) => {
      context.clearRect(0, 0, 40, 40)
      context.fillText(letter, 5, 25)
      return context
        .getImageData(0, 0, 40, 40)
        .data.filter((_, index) => index % 4 === 3)
        .reduce((sum, alpha) => sum + alpha, 0)
    }
    return [inked('一'), inked('瓯'), inked('\u{10FFFE}')]
  })
  expect(new Set(widths).size).toBe(3)
  await leave()
})

test("the member's list costs at most 245 kB of JavaScript", async () => {
  expect(await memberListWeight()).toBeLessThanOrEqual(245_000)
})
