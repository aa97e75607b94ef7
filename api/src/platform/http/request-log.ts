import { createMiddleware } from 'hono/factory'
import { v7 } from 'uuid'
import type { Logger } from 'pino'
import { countRequest } from './metrics.ts'
import type { Vars } from './serve.ts'

/** Gives every request its id and language, and leaves one line about it: no query, no body, no person. */
export const requestLog = (log: Logger) =>
  createMiddleware<Vars>(async (c, next) => {
    const requestId = v7()
    const startedAt = performance.now()
    c.set('requestId', requestId)
    c.set('language', /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'zh')
    await next()
    c.res.headers.set('x-request-id', requestId)
    const ms = Math.round((performance.now() - startedAt) * 10) / 10
    countRequest(c.req.method, c.res.status, ms)
    const line = { requestId, method: c.req.method, path: masked(c.req.path), status: c.res.status, ms }
    if (c.res.status >= 500) log.error(line, 'request')
    else if (c.req.path.startsWith('/api/')) log.info(line, 'request')
    else log.debug(line, 'request')
  })

/** A receipt code is a key: it does not belong into a log. */
const masked = (path: string): string => path.replace(/(\/receipts\/)[^/]+/, '$1…')
