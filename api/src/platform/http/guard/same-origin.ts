import { Refused } from '@dj/shared/problem.ts'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/

interface Settings {
  /** Where people reach us, where the operator says so. */
  publicUrl?: string | undefined
  trustProxy?: boolean | undefined
}

/**
 * Another site must not send a change, nor reach us under a name of its own. Browsers say where a change comes from: scheme,
 * host and port are compared whole. Whoever says nothing must send what a foreign page cannot send without asking us first.
 * Errors: auth.csrf, request.wrong_host.
 */
export const refuseForeignOrigin = ({ publicUrl, trustProxy = false }: Settings = {}) => {
  const published = publicUrl === undefined ? undefined : new URL(publicUrl)
  return createMiddleware(async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (published && host !== published.host && !loopback.test(host)) throw new Refused('request.wrong_host')
    if (!safe.has(c.req.method) && !isOurs(c, originsOf(c, host, published, trustProxy))) throw new Refused('auth.csrf')
    await next()
  })
}

function isOurs(c: Context, origins: readonly string[]): boolean {
  const [site, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')]
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin !== undefined) return origins.includes(origin)
  return site !== undefined || isAskedFirst(c)
}

/** What makes a browser ask us before it sends the request for another site. */
const isAskedFirst = (c: Context): boolean =>
  /^application\/json\b/i.test(c.req.header('content-type') ?? '') ||
  ['x-requested-with', 'idempotency-key', 'if-match'].some((name) => c.req.header(name) !== undefined)

function originsOf(c: Context, host: string, published: URL | undefined, trustProxy: boolean): string[] {
  const said = c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim()
  const isProxied = said !== undefined || c.req.header('x-forwarded-for') !== undefined
  // We speak no TLS ourselves; a proxy may, and is believed about it where it is ours.
  const schemes = !isProxied ? ['http'] : trustProxy && said !== undefined ? [said] : ['http', 'https']
  const here = schemes.map((each) => `${each}://${host}`)
  if (!published) return here
  return loopback.test(host) ? [published.origin, ...here] : [published.origin]
}
