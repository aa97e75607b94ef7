import { randomUUID } from 'node:crypto'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { problems, type ProblemView } from '@dj/shared/problem.ts'
import { getRequestListener, type Http2Bindings } from '@hono/node-server'

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>
type Bindings = Parameters<Parameters<typeof getRequestListener>[0]>[1] | Http2Bindings

/** Longer than any proxy in front keeps a connection, so that it is the proxy that closes it. */
const KEEP_ALIVE_MS = 65_000
/** So long a client that was answered before may send on its connection and be told that it is the last time. */
const LAST_CALL_MS = 2_000

/** How long whoever sends may take: its headers, all of it (a photo over a slow line), and how exactly that is looked at. */
const PATIENCE = { headersTimeout: 15_000, requestTimeout: 120_000, connectionsCheckingInterval: 2_000 }

/** The HTTP server. It is there before the house is, and it lets everybody leave before it closes. */
export class Door {
  readonly server: Server
  readonly #underWay = new Set<ServerResponse>()
  #fetch: Fetch = starting
  #closing = false

  constructor(patience = PATIENCE) {
    const listener = getRequestListener((request: Request, env: Bindings) => this.#fetch(request, env))
    this.server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, ...patience }, (incoming, outgoing) => {
      if (this.#closing) isLast(outgoing)
      this.#underWay.add(outgoing)
      outgoing.once('close', () => this.#underWay.delete(outgoing))
      void listener(incoming, outgoing)
    })
  }

  get isClosing(): boolean {
    return this.#closing
  }

  open(fetch: Fetch): void {
    this.#fetch = fetch
  }

  /** Takes no new connection and answers what has been sent; after `withinMs` whatever is left is cut. */
  async close(withinMs: number): Promise<void> {
    this.#closing = true
    for (const reply of this.#underWay) isLast(reply)
    if (!this.server.listening) return
    const deadline = Date.now() + withinMs
    const lastCall = Date.now() + Math.min(LAST_CALL_MS, withinMs)
    const closed = new Promise<void>((resolve) => {
      // The http server's own close would drop idle connections at once, and with them requests that are on their way.
      NetServer.prototype.close.call(this.server, () => resolve())
    })
    const everybodyLeft = new AbortController()
    void closed.then(() => everybodyLeft.abort())
    while (!everybodyLeft.signal.aborted && Date.now() < deadline) {
      await Promise.race([closed, pause(50)])
      if (Date.now() > lastCall) this.server.closeIdleConnections()
    }
    this.server.closeAllConnections()
    await closed
  }
}

/** Tells the client not to send another request on this connection. */
function isLast(reply: ServerResponse): void {
  if (!reply.headersSent) reply.setHeader('connection', 'close')
}

const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>党建需求库</title>
<p>系统正在启动，请稍候，页面会自动刷新。<br>Starting; this page reloads by itself.</p></html>`

function starting(request: Request): Response {
  const { pathname } = new URL(request.url)
  if (pathname === '/healthz') return Response.json({ status: 'starting' })
  const headers = { 'retry-after': '2', 'cache-control': 'no-store' }
  if (pathname === '/readyz') return Response.json({ status: 'starting' }, { status: 503, headers })
  const isPage = !pathname.startsWith('/api/')
  const type = isPage ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8'
  return new Response(isPage ? page : JSON.stringify(wait()), {
    status: 503,
    headers: { ...headers, 'content-type': type },
  })
}

function wait(): ProblemView {
  const code = 'service.unavailable'
  const { status, zh: title } = problems[code]
  return { type: `urn:dangjian:problem:${code}`, title, status, code, requestId: randomUUID() }
}
