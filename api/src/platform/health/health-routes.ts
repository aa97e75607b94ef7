import { createHash, timingSafeEqual } from 'node:crypto'
import { Refused } from '@dj/shared/problem.ts'
import { type Context, Hono } from 'hono'
import { metrics } from '../http/metrics.ts'
import { peerOf } from '../http/guard/peer.ts'
import type { Readiness } from './readiness.ts'

interface HealthSettings {
  readiness: () => Promise<Readiness>
  metricsToken: string | undefined
  demoClock: (() => Date) | undefined
}

/** What those who run the server look at. Not part of the public api. */
export function healthRoutes({ readiness, metricsToken, demoClock }: HealthSettings): Hono {
  const routes = new Hono()
  const fresh = { 'cache-control': 'no-store' }
  routes.get('/healthz', (c) => c.json({ status: 'alive' }, 200, fresh))
  routes.get('/readyz', async (c) => {
    const status = await readiness()
    return status === 'ready'
      ? c.json({ status, ...(demoClock && { demoClock: demoClock() }) }, 200, fresh)
      : c.json({ status }, 503, { ...fresh, 'retry-after': '2' })
  })
  routes.get('/metrics', async (c) => {
    if (!mayLook(c, metricsToken)) throw new Refused('not_found')
    return c.body(await metrics.metrics(), 200, { ...fresh, 'content-type': metrics.contentType })
  })
  return routes
}

function mayLook(c: Context, token: string | undefined): boolean {
  const brought = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (token !== undefined && brought !== undefined) return timingSafeEqual(digest(brought), digest(token))
  // A proxy on this machine speaks for the whole world.
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => c.req.header(name) !== undefined,
  )
  return !forwarded && isThisMachine(peerOf(c.env))
}

const isThisMachine = (address: string | null): boolean =>
  address !== null && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address)

const digest = (words: string): Buffer => createHash('sha256').update(words).digest()
