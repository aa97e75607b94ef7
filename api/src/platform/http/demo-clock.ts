import { DEMO_CLOCK_HEADER } from '@dj/shared/platform/time/demo-clock.ts'
import { createMiddleware } from 'hono/factory'

/** Where time is played every answer says what time it is: pages go by the server's clock and not by the reader's. */
export const tellDemoClock = (now: () => Date) =>
  createMiddleware(async (c, next) => {
    await next()
    c.res.headers.set(DEMO_CLOCK_HEADER, now().toISOString())
  })
