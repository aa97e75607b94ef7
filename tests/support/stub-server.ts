import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { securityHeaders } from '@dj/api/platform/http/guard/security-headers.ts'
import { problems, type ProblemCode } from '@dj/shared/problem.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { Hono } from 'hono'

/** The built client before an api that knows nothing but who is signed in: for looking at the house without its rooms. */
export async function startStub(me: SessionView | undefined): Promise<{ url: string; stop(): Promise<void> }> {
  const dist = join(import.meta.dirname, '../../web/dist')
  const app = new Hono()
  app.use(securityHeaders())
  app.route('/api/v1', stubApi(me))
  app.use(serveStatic({ root: dist }))
  app.use(serveStatic({ root: dist, path: 'index.html' }))
  const { server, port } = await listen(app)
  return { url: `http://127.0.0.1:${port}`, stop: () => close(server) }
}

function stubApi(me: SessionView | undefined): Hono {
  const api = new Hono()
  api.get('/session', (c) => (me === undefined ? refuse('auth.required') : c.json(me)))
  api.post('/session', () => refuse('auth.wrong_credentials'))
  api.get('/county', (c) => c.json({ items: [] }))
  api.get('/account/resets', (c) => c.json({ items: [] }))
  api.get('/record', (c) => c.json({ done: 0, hours: 0, thanks: [] }))
  api.get('/organizations', (c) => c.json({ items: [] }))
  api.get('/events/stream', (c) => c.body(':\n\n', 200, { 'Content-Type': 'text/event-stream' }))
  api.all('/*', () => refuse('not_found'))
  return api
}

function refuse(code: ProblemCode): Response {
  const { status, zh } = problems[code]
  const body = { type: `urn:dangjian:problem:${code}`, title: zh, status, code, requestId: 'stub' }
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } })
}

const listen = (app: Hono) =>
  new Promise<{ server: ServerType; port: number }>((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve({ server, port }))
  })

const close = (server: ServerType) =>
  new Promise<void>((resolve) => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close(() => resolve())
  })
