import { afterAll, beforeAll, expect } from 'vitest'
import { axeClean, shot, type Size } from '../../support/browser.ts'
import { test } from '../../support/browser-test.ts'
import { type DemoHouse, openDemoHouse } from '../../support/house.ts'
import { scrollsSideways, signIn } from '../../support/steps.ts'

const faces = [
  { username: 'member1', elder: true },
  { username: 'worker1' },
  { username: 'secretary1' },
  { username: 'town1' },
  { username: 'county1', language: 'en' },
  { username: 'inspector1' },
  { username: 'operator1' },
  { username: 'scout1', language: 'en' },
  { username: 'sysadmin1' },
  { username: 'secadmin1' },
  { username: 'auditadmin1' },
] as const

/** Rooms that are others for each role; the rest looks alike and is walked once in each language. */
const own = ['/work', '/me', '/desk', '/needs', '/orders', '/claims']

/** Signed in as each, at one width: a file of its own for each width, so that both are walked at once. */
export function walkEveryRoom(size: Size): void {
  let house: DemoHouse
  const walked = new Set<string>()
  beforeAll(async () => {
    house = await openDemoHouse()
  })
  afterAll(() => house.close())

  test.for(faces)('every room of $username is in order', async (face, { arrive }) => {
    const { username } = face
    const { page } = await arrive({ baseUrl: house.url, size })
    await signIn(page, username)
    if ('elder' in face || 'language' in face) {
      await page.evaluate(
        ([elder, language]) => {
          if (elder) localStorage.setItem('dj.elder', '1')
          if (language) localStorage.setItem('dj.language', language)
        },
        ['elder' in face, 'language' in face ? face.language : ''] as const,
      )
      await page.reload()
    }
    // The house's own navigation: the door that is still open while signing in has links of its own.
    const navigation = page.locator('nav:is(.side, .tabs)')
    await navigation.waitFor()
    const rooms = await navigation
      .locator('a[href]')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
    expect(rooms.length).toBeGreaterThan(0)
    const language = 'language' in face ? face.language : 'zh'
    for (const room of new Set(rooms)) {
      if (walked.has(`${language}${room}`) && !own.includes(room)) continue
      walked.add(`${language}${room}`)
      // As people go there, where a link leads there from everywhere; that an address opens by itself is seen with the first of them.
      if (face === faces[0]) await page.goto(room)
      else await navigation.locator(`a[href="${room}"]`).click()
      await page.waitForURL((url) => url.pathname === room)
      await page.locator('h1').first().waitFor()
      await page.waitForLoadState('load')
      await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .skeleton') === null)
      expect(await scrollsSideways(page), `${room} scrolls sideways`).toBe(false)
      await axeClean(page)
      await shot(page, `rooms/${username}${room.replaceAll('/', '-')}-${size}`)
    }
  })
}
