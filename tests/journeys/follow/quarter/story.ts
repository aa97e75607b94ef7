import type { Page } from 'playwright-core'
import { shot, type Size, type VisitOptions } from '../../../support/browser.ts'
import type { Arrive } from '../../../support/browser-test.ts'
import { freshDatabase } from '../../../support/database.ts'
import { serveHouse } from '../../../support/house.ts'
import { type Person, World } from '../../../support/world.ts'

type Face = Omit<VisitOptions, 'baseUrl' | 'size'> & { size?: Size | 'tablet' }

/** A world in the browser: its people at devices of their own, and one clock for the server and every device. */
export class Story {
  readonly world: World
  readonly url: string
  readonly end: () => Promise<void>
  readonly #pages: Page[] = []

  private constructor(world: World, url: string, end: () => Promise<void>) {
    this.world = world
    this.url = url
    this.end = end
  }

  static async begin(): Promise<Story> {
    const database = await freshDatabase()
    const world = await new World(database.url).begin()
    const { url, stop } = await serveHouse(world.open)
    return new Story(world, url, async () => {
      world.open.deps.changes.close()
      await stop()
      await world.end()
      await database.drop()
    })
  }

  /** Somebody with a device of their own; `null` is whoever walks by. */
  async arrive(
    arrive: Arrive,
    person: Person | null,
    to: string,
    { size = 'desk', ...face }: Face = {},
  ): Promise<Page> {
    const { page } = await arrive({ baseUrl: this.url, size: size === 'tablet' ? 'desk' : size, ...face })
    if (size === 'tablet') await page.setViewportSize({ width: 820, height: 1180 })
    if (person) {
      // The library that opens sessions knows the machine's clock alone; this session was opened by the story's.
      const [name = '', value = ''] = person.cookie.split('=')
      await page.context().addCookies([{ name, value, url: this.url }])
    }
    await page.clock.setFixedTime(this.world.clock.now())
    this.#pages.push(page)
    await page.goto(to)
    await page.locator('h1').first().waitFor()
    return page
  }

  /** The clock goes on to an instant of Shanghai, for the server and on every device: `moveTo('11-22', '21:30')`. */
  async moveTo(day: string, time: string): Promise<void> {
    const to = new Date(`2026-${day}T${time}:00+08:00`)
    if (to <= this.world.clock.now()) throw new Error(`the clock does not go back to ${day} ${time}`)
    this.world.clock.set(to)
    for (const page of this.#pages) if (!page.isClosed()) await page.clock.setFixedTime(to)
  }
}

/** A picture of the whole page from its top. */
export async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0)) // else what sticks to the window's edge lies across the middle
  await shot(page, `journeys/quarter-${name}`, { whole: true })
}
