import { z } from 'zod'
import { currentLanguage } from '../i18n/language.ts'
import { keyOfAct, nameOfAct, settleAct } from './act.ts'
import { hearClock } from './clock.ts'
import { ApiProblem, problemOf } from './problem.ts'

const base = '/api/v1'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type QueryValue = string | number | boolean | null | undefined
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[]>>

export interface RequestOptions {
  /** JSON, or FormData / Blob sent as they are. */
  readonly body?: unknown
  readonly query?: Query | undefined
  /** Left out, a POST makes its own and remembers it with its words until the server has answered. */
  readonly idempotencyKey?: string | undefined
  /** The version the edit was made on. */
  readonly ifMatch?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Asks the api under /api/v1. Throws `ApiProblem` for every refusal and for a missing network. Without a schema the reply is dropped. */
export async function request<S extends z.ZodType>(
  method: Method,
  path: string,
  options: RequestOptions & { readonly schema: S },
): Promise<z.output<S>>
export async function request(method: Method, path: string, options?: RequestOptions): Promise<void>
export async function request(
  method: Method,
  path: string,
  options: RequestOptions & { readonly schema?: z.ZodType } = {},
): Promise<unknown> {
  const remembered = method === 'POST' && options.idempotencyKey === undefined
  const act = remembered ? nameOfAct(address(path, options.query), options.body) : undefined
  const response = await send(method, path, options, act === undefined ? options.idempotencyKey : keyOfAct(act))
  const problem = response.ok ? undefined : await problemOf(response)
  if (act !== undefined && isDecided(problem)) settleAct(act)
  if (problem?.code === 'session.confirm_needed' && (await askPassword?.()) === true)
    return repeat(method, path, options)
  if (problem !== undefined) throw problem
  return options.schema === undefined ? undefined : parse(options.schema, response)
}

/** As it was asked, now that the password has been shown; asked by the page, it goes on as if nothing had been in between. */
const repeat = (method: Method, path: string, options: RequestOptions & { readonly schema?: z.ZodType }) =>
  options.schema === undefined
    ? request(method, path, options)
    : request(method, path, { ...options, schema: options.schema })

let askPassword: (() => Promise<boolean>) | undefined

/** Who asks for the password when the api wants to see it again; true once it was right. Answers how to stop asking. */
export function onConfirmNeeded(ask: () => Promise<boolean>): () => void {
  askPassword = ask
  return () => {
    if (askPassword === ask) askPassword = undefined
  }
}

/** A failure, or a first attempt still being handled, leaves open whether it happened. */
const isDecided = (problem: ApiProblem | undefined) =>
  problem === undefined || (problem.status < 500 && problem.code !== 'request.in_flight')

/** The address of something the browser fetches by itself: an image, a download, a stream. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one))
    }
  }
  return base + path + (search.size > 0 ? `?${search}` : '')
}

async function send(method: Method, path: string, options: RequestOptions, key?: string): Promise<Response> {
  const headers = new Headers({
    Accept: 'application/json',
    'Accept-Language': currentLanguage(),
    'X-Requested-With': 'fetch',
  })
  if (key !== undefined) headers.set('Idempotency-Key', key)
  if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`)
  const body = encode(options.body, headers)
  const init: RequestInit = { method, headers, credentials: 'same-origin', signal: options.signal ?? null }
  try {
    const response = await fetch(address(path, options.query), body === undefined ? init : { ...init, body })
    hearClock(response.headers)
    return response
  } catch (error) {
    if (options.signal?.aborted === true) throw error
    throw new ApiProblem({ status: 0, code: 'network.offline' })
  }
}

function encode(body: unknown, headers: Headers): BodyInit | undefined {
  if (body === undefined || body instanceof FormData || body instanceof Blob) return body
  headers.set('Content-Type', 'application/json')
  return JSON.stringify(body)
}

/** A body that broke off on its way, or that nobody waits for any more, is a matter of the network and not of the server. */
async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw new ApiProblem({ status: 0, code: 'network.offline' })
  }
}

async function parse(schema: z.ZodType, response: Response): Promise<unknown> {
  const reply = schema.safeParse(await bodyOf(response))
  if (reply.success) return reply.data
  console.error(`unexpected reply from ${response.url}`, z.prettifyError(reply.error))
  throw new ApiProblem({ status: response.status, code: 'internal' })
}
