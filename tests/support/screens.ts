// node tests/support/screens.ts <baseUrl> <user> <password> <path...>: signs in and leaves pictures of each path in .artifacts/, phone and desk.
// ELDER=1 or LANGUAGE=en show the other faces; user "-" looks at public pages without signing in.
import { axeClean, launchBrowser, photograph, sizes, visit, type Size, type Visit } from './browser.ts'

const [baseUrl, user, password, ...paths] = process.argv.slice(2)
if (baseUrl === undefined || user === undefined || password === undefined || paths.length === 0) {
  console.error('usage: node tests/support/screens.ts <baseUrl> <user|-> <password> <path...>')
  process.exit(2)
}

const face = {
  elder: process.env['ELDER'] === '1',
  language: process.env['LANGUAGE'] === 'en' ? 'en' : 'zh-CN',
} as const
const suffix = [face.elder && 'elder', face.language === 'en' && 'en']
  .filter(Boolean)
  .map((word) => `-${String(word)}`)
  .join('')

const browser = await launchBrowser()
try {
  for (const size of Object.keys(sizes) as Size[]) {
    const guest = await visit(browser, { baseUrl, size, ...face })
    if (user !== '-') await signIn(guest, user, password)
    for (const path of paths) await look(guest, path, size)
    await guest.leave().catch((error: unknown) => console.error(String(error)))
  }
} finally {
  await browser.close()
}

async function signIn({ page }: Visit, name: string, secret: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('input[autocomplete="username"]').fill(name)
  await page.locator('input[autocomplete="current-password"]').fill(secret)
  await page.locator('form button[type="submit"]').click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

async function look({ page }: Visit, path: string, size: Size): Promise<void> {
  await page.goto(path)
  await page.locator('h1').first().waitFor()
  await page.waitForTimeout(500)
  const name = `${path.replaceAll(/[^\w-]+/g, '_').replace(/^_|_$/g, '') || 'home'}-${size}${suffix}`
  console.log(await photograph(page, name, { whole: process.env['WHOLE'] === '1' }))
  await axeClean(page).catch((error: unknown) => console.error(String(error)))
}
