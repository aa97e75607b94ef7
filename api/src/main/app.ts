import { Refused } from '@dj/shared/problem.ts'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../platform/deps.ts'
import { tellDemoClock } from '../platform/http/demo-clock.ts'
import { problemReply } from '../platform/http/on-error.ts'
import { requestLog } from '../platform/http/request-log.ts'
import { securityHeaders } from '../platform/http/guard/security-headers.ts'
import { refuseForeignOrigin } from '../platform/http/guard/same-origin.ts'
import { warnOfUntrustedProxy } from '../platform/http/guard/proxy-warning.ts'
import { serve, type Vars } from '../platform/http/serve.ts'
import type { Route } from '../platform/http/spec.ts'
import { methodsOf } from './methods-of.ts'
import { openApiDocument } from './openapi/document.ts'
import { docsPage } from './openapi/docs-page.ts'
import { routes } from './routes.ts'

const MAX_BODY = 1024 * 1024
const base = '/api/v1'

/** The whole api as one fetch handler. `operations` is replaceable so that a test can add one. */
export function createApp(deps: Deps, operations: readonly Route[] = routes): Hono<Vars> {
  const app = new Hono<Vars>()
  app.use(requestLog(deps.log))
  if (deps.demoClock) app.use(tellDemoClock(deps.demoClock))
  app.use(warnOfUntrustedProxy(deps.log, deps.trustProxy === true))
  app.use(securityHeaders({ tls: deps.tls === true }))
  app.use(`${base}/*`, refuseForeignOrigin({ publicUrl: deps.publicUrl, trustProxy: deps.trustProxy }))
  for (const route of operations) mount(app, deps, route)
  app.get(`${base}/openapi.json`, (c) => c.json(openApiDocument(operations)))
  app.route(`${base}/docs`, docsPage())
  const refuse = (error: unknown, c: Context<Vars>) =>
    problemReply(error, {
      requestId: c.get('requestId'),
      language: c.get('language'),
      log: deps.log,
      trouble: deps.trouble,
    })
  const methodsAt = methodsOf(base, operations)
  app.notFound((c) => {
    const allowed = methodsAt(c.req.path)
    if (allowed.length === 0) return refuse(new Refused('not_found'), c)
    const reply = refuse(new Refused('method_not_allowed'), c)
    reply.headers.set('allow', allowed.join(', '))
    return reply
  })
  app.onError(refuse)
  return app
}

function mount(app: Hono<Vars>, deps: Deps, route: Route): void {
  const { spec } = route
  const path = base + spec.path.replaceAll(/\{(\w+)\}/g, ':$1')
  const limit = bodyLimit({
    maxSize: spec.upload?.maxBytes ?? MAX_BODY,
    onError: () => {
      throw new Refused(spec.upload?.tooLarge ?? 'request.too_large')
    },
  })
  app.on(spec.method.toUpperCase(), path, limit, serve(deps, route))
}
