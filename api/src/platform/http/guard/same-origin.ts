import { Refused } from '@dj/shared/problem.ts'
import { createMiddleware } from 'hono/factory'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A change must not be sent by another site: browsers say where a request comes from, and a foreign one is refused. */
export const refuseForeignOrigin = () =>
  createMiddleware(async (c, next) => {
    if (!safe.has(c.req.method)) {
      const site = c.req.header('sec-fetch-site')
      if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refused('auth.csrf')
      const origin = c.req.header('origin')
      if (origin !== undefined && hostOf(origin) !== c.req.header('host')) throw new Refused('auth.csrf')
    }
    await next()
  })

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
