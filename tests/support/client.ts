import { randomUUID } from 'node:crypto'
import { ProblemView } from '@dj/shared/problem.ts'
import type { z } from 'zod'
import type { OpenApp } from './open-app.ts'

export interface Reply {
  status: number
  body: unknown
  headers: Headers
  /** The problem code of a refusal. */
  code: string | undefined
  /** Field by field: path → code. */
  fields: Record<string, string>
  /** The body as its schema reads it: `reply.as(OrderView)`. */
  as<T extends z.ZodType>(schema: T): z.output<T>
}

interface Options {
  /** The Idempotency-Key of a POST; a new one each time without it, none at all with null. */
  key?: string | null
  /** The version an edit is based on (If-Match). */
  version?: number
  headers?: Record<string, string>
}

/** Calls the api as one person's browser would. */
export interface Client {
  get(path: string, options?: Options): Promise<Reply>
  post(path: string, body?: unknown, options?: Options): Promise<Reply>
  patch(path: string, body: unknown, options?: Options): Promise<Reply>
  put(path: string, body: unknown, options?: Options): Promise<Reply>
  del(path: string, options?: Options): Promise<Reply>
  upload(path: string, form: { file: File; fields?: Record<string, string> }, options?: Options): Promise<Reply>
}

export function clientOf(open: OpenApp, cookie: string | null, address = '192.0.2.1'): Client {
  const bindings = { incoming: { socket: { remoteAddress: address } } }
  const send = async (method: string, path: string, body: BodyInit | null, type: string | null, options: Options) => {
    const headers = headersOf(method, type, cookie, options)
    return replyOf(await open.app.request(`/api/v1${path}`, { method, headers, body }, bindings))
  }
  const json =
    (method: string) =>
    (path: string, body: unknown, options: Options = {}) =>
      send(method, path, body === undefined ? null : JSON.stringify(body), 'application/json', options)
  return {
    get: (path, options = {}) => send('GET', path, null, null, options),
    del: (path, options = {}) => send('DELETE', path, null, null, options),
    post: (path, body = {}, options) => json('POST')(path, body, options),
    patch: json('PATCH'),
    put: json('PUT'),
    upload: (path, form, options = {}) => send('POST', path, formOf(form), null, options),
  }
}

function headersOf(method: string, type: string | null, cookie: string | null, options: Options): Headers {
  const headers = new Headers({ host: 'localhost', 'x-requested-with': 'tests', ...options.headers })
  if (type !== null) headers.set('content-type', type)
  // Beside what a test says of the device, as a browser sends both.
  const cookies = [cookie, headers.get('cookie')].filter(Boolean).join('; ')
  if (cookies !== '') headers.set('cookie', cookies)
  if (method === 'POST' && options.key !== null) headers.set('idempotency-key', options.key ?? randomUUID())
  if (options.version !== undefined) headers.set('if-match', `"${options.version}"`)
  return headers
}

function formOf({ file, fields = {} }: { file: File; fields?: Record<string, string> }): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', file)
  return form
}

async function replyOf(response: Response): Promise<Reply> {
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const isStream = /event-stream/.test(response.headers.get('content-type') ?? '')
  if (isStream) await response.body?.cancel() // it never ends by itself
  const body: unknown = isJson ? await response.json() : isStream ? null : await response.bytes()
  const { status, headers } = response
  return { status, body, headers, ...refusalIn(body), as: (schema) => read(schema, status, body) }
}

function read<T extends z.ZodType>(schema: T, status: number, body: unknown): z.output<T> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw new Error(`${status} ${JSON.stringify(body)}: ${result.error.message}`)
}

function refusalIn(body: unknown): Pick<Reply, 'code' | 'fields'> {
  const problem = ProblemView.safeParse(body)
  if (!problem.success) return { code: undefined, fields: {} }
  const { code, errors = [] } = problem.data
  return { code, fields: Object.fromEntries(errors.map((error) => [error.path, error.code])) }
}
