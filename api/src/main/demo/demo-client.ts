import { randomUUID } from 'node:crypto'
import type { createApp } from '../app.ts'

type App = ReturnType<typeof createApp>

export interface DemoUser {
  get(path: string): Promise<unknown>
  post(path: string, body?: unknown): Promise<unknown>
  put(path: string, body: unknown): Promise<unknown>
  upload(path: string, file: File, fields?: Record<string, string>): Promise<unknown>
  /** A file as it is served. */
  download(path: string): Promise<Uint8Array>
}

interface Sending {
  body: BodyInit | null
  type?: string | undefined
  cookie?: string | undefined
}

/** Does what a user would do, through the product's own api. A refusal stops the seed: the demo must not show what the product forbids. */
export class DemoClient {
  readonly #app: App
  readonly #password: string
  readonly #cookies = new Map<string, string>()

  constructor(app: App, password: string) {
    this.#app = app
    this.#password = password
  }

  as(username: string | null): DemoUser {
    const cookieNow = async () =>
      username === null ? undefined : (this.#cookies.get(username) ?? (await this.#signIn(username)))
    const answered = async (method: string, path: string, sending: Sending) => {
      const reply = await this.#send(method, path, { ...sending, cookie: await cookieNow() })
      if (username === null || !(await mustSignIn(reply))) return answeredOf(method, path, reply)
      // A session lasts for hours or days, the demo's past for months: then its people sign in again.
      const again = await this.#send(method, path, { ...sending, cookie: await this.#signIn(username) })
      return answeredOf(method, path, again)
    }
    const send = async (method: string, path: string, body: BodyInit | null, type?: string) => {
      const reply = await answered(method, path, { body, type })
      return reply.status === 204 ? null : reply.json()
    }
    return {
      get: (path) => send('GET', path, null),
      post: (path, body = {}) => send('POST', path, JSON.stringify(body), 'application/json'),
      put: (path, body) => send('PUT', path, JSON.stringify(body), 'application/json'),
      download: async (path) => new Uint8Array(await (await answered('GET', path, { body: null })).arrayBuffer()),
      upload: (path, file, fields = {}) => {
        const form = new FormData()
        for (const [name, value] of Object.entries(fields)) form.set(name, value)
        form.set('file', file)
        return send('POST', path, form)
      },
    }
  }

  async #signIn(username: string): Promise<string> {
    const body = JSON.stringify({ username, password: this.#password })
    const reply = await this.#send('POST', '/session', { body, type: 'application/json' })
    const cookie = reply.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    if (!reply.ok || cookie === '') throw new Error(`demo: ${username} cannot sign in: ${await reply.text()}`)
    this.#cookies.set(username, cookie)
    return cookie
  }

  #send(method: string, path: string, { body, type, cookie }: Sending) {
    const headers = new Headers({ host: 'localhost', 'idempotency-key': randomUUID() })
    if (type !== undefined) headers.set('content-type', type)
    if (cookie !== undefined) headers.set('cookie', cookie)
    const bindings = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
    return Promise.resolve(this.#app.request(`http://localhost/api/v1${path}`, { method, headers, body }, bindings))
  }
}

const mustSignIn = async (reply: Response): Promise<boolean> =>
  reply.status === 401 || (reply.status === 403 && (await reply.clone().text()).includes('session.confirm_needed'))

async function answeredOf(method: string, path: string, reply: Response): Promise<Response> {
  if (!reply.ok) throw new Error(`demo: ${method} ${path} → ${reply.status} ${await reply.text()}`)
  return reply
}
