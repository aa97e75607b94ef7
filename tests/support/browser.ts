import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'
import { watchPage } from './watch-page.ts'

/** The two widths every page is looked at. */
export const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const
export type Size = keyof typeof sizes

// As root there is no sandbox to be had; the rest keeps the browser from talking to anybody but us.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env, spareLibraries } = await findChromium()
  const launch = (more: Record<string, string>) =>
    chromium.launch({ executablePath, args: flags, env: { ...process.env, ...env, ...more } })
  return launch({}).catch((error: unknown) => {
    if (!String(error).includes('shared libraries')) throw error
    return launch({ LD_LIBRARY_PATH: spareLibraries })
  })
}

export interface VisitOptions {
  readonly baseUrl: string
  readonly size?: Size
  readonly language?: 'zh-CN' | 'en'
  readonly elder?: boolean
  /** The service worker is kept out unless a test is about it. */
  readonly offlineReady?: boolean
}

/** One person at one device: nothing is shared with another visit. */
export interface Visit {
  readonly page: Page
  /** Says beforehand that the api will refuse something, or with 0 not answer; anything else that fails, fails the test. */
  expectRefusal(status: number, path: string): void
  /** Closes the page, and throws if anything went wrong on it. */
  leave(): Promise<void>
}

export async function visit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const context = await browser.newContext(contextFor(options))
  const memory = { 'dj.language': options.language ?? 'zh-CN', 'dj.elder': options.elder === true ? '1' : '0' }
  await context.addInitScript((entries) => {
    for (const [key, value] of entries) localStorage.setItem(key, localStorage.getItem(key) ?? value)
  }, Object.entries(memory))
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const watch = watchPage(page)
  return {
    page,
    expectRefusal: watch.expectRefusal,
    leave: async () => {
      await context.close()
      watch.assertClean()
    },
  }
}

// A telephone is another device than the desk beside it, and says so.
const telephone =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'

const contextFor = ({
  baseUrl,
  size = 'desk',
  language = 'zh-CN',
  offlineReady,
}: VisitOptions): BrowserContextOptions => ({
  baseURL: baseUrl,
  viewport: sizes[size],
  hasTouch: size === 'phone',
  isMobile: size === 'phone',
  ...(size === 'phone' && { userAgent: telephone }),
  locale: language,
  timezoneId: 'Asia/Shanghai',
  reducedMotion: 'reduce',
  serviceWorkers: offlineReady === true ? 'allow' : 'block',
})

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** WCAG 2.2 AA as far as a machine can tell: no violation at all, each named with its element. */
export async function axeClean(page: Page): Promise<void> {
  // No page has a frame of another site: asked here once a document, with only the violations brought back, it takes a third.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const found = await page.evaluate(findViolations, wcag)
  if (found.length > 0) throw new Error(`axe found ${found.length} on ${page.url()}\n${found.join('\n')}`)
}

/** Runs in the page, and knows nothing outside itself. */
async function findViolations(tags: readonly string[]): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
  // What a bar at the foot happens to cover can be scrolled free: meanwhile it stands in the page like everything else.
  const isFoot = (element: HTMLElement) => {
    const { bottom, width, height } = element.getBoundingClientRect()
    return height > 0 && bottom >= innerHeight - 1 && width >= innerWidth * 0.9
  }
  const bars = [...document.querySelectorAll<HTMLElement>('body *:not(dialog)')].filter(
    (element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position) && isFoot(element),
  )
  const before = bars.map(({ style }) => style.position)
  for (const { style } of bars) style.position = 'relative'
  const { violations } = await axe.run(document, {
    runOnly: { type: 'tag', values: [...tags] },
    resultTypes: ['violations'],
  })
  for (const [nth, { style }] of bars.entries()) style.position = before[nth] ?? ''
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''}`),
  )
}

/** A picture for people who look at the pages, when they ask for it with PICTURES=1: taking them is a fifth of a journey. */
export async function shot(page: Page, name: string, options: { whole?: boolean } = {}): Promise<void> {
  if (process.env['PICTURES'] === '1') await photograph(page, name, options)
}

/** A picture in .artifacts/ of the project, and its path. */
export async function photograph(page: Page, name: string, { whole = false } = {}): Promise<string> {
  const path = join(import.meta.dirname, '../../.artifacts', `${name}.png`)
  await mkdir(dirname(path), { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path, fullPage: whole })
  return path
}
