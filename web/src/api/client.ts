import { z } from 'zod'
import { keyOfAct, settleAct } from './act.ts'
import { ApiProblem, offline, ProblemBody } from './problem.ts'

const base = '/api/v1'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type QueryValue = string | number | boolean | null | undefined
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[]>>

export interface RequestOptions {
  /** JSON, or FormData / Blob sent as they are. */
  readonly body?: unknown
  readonly query?: Query | undefined
  /** Made by itself for every POST; a retry of the same act keeps it. */
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
  const act = await actOf(method, path, options)
  const response = await send(method, path, options, act)
  if (act !== undefined && response.status < 500 && response.status !== 409) settleAct(act)
  if (!response.ok) throw await problemOf(response)
  return options.schema === undefined ? undefined : parse(options.schema, response)
}

/** The address of something the browser fetches by itself: an image, a download, a stream. */
export function address(path: string, query?: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) search.append(name, String(one))
  }
  return base + path + (search.size > 0 ? `?${search}` : '')
}

async function send(method: Method, path: string, options: RequestOptions, act: string | undefined): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json', 'X-Requested-With': 'fetch' })
  if (act !== undefined) headers.set('Idempotency-Key', options.idempotencyKey ?? keyOfAct(act))
  if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`)
  const body = encode(options.body, headers)
  const init: RequestInit = { method, headers, credentials: 'same-origin', signal: options.signal ?? null }
  try {
    return await fetch(address(path, options.query), body === undefined ? init : { ...init, body })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw offline()
  }
}

function encode(body: unknown, headers: Headers): BodyInit | undefined {
  if (body === undefined || body instanceof FormData || body instanceof Blob) return body
  headers.set('Content-Type', 'application/json')
  return JSON.stringify(body)
}

/** What makes two POSTs the same act: same place, same words. */
async function actOf(method: Method, path: string, { body, query }: RequestOptions): Promise<string | undefined> {
  if (method !== 'POST') return undefined
  return [address(path, query), await fingerprint(body)].join(' ')
}

async function fingerprint(body: unknown): Promise<string> {
  if (body instanceof FormData)
    return (await Promise.all([...body].map(([name, part]) => fingerprintPart(name, part)))).join('&')
  if (body instanceof Blob) return fingerprintPart('body', body)
  return JSON.stringify(body) ?? ''
}

async function fingerprintPart(name: string, part: FormDataEntryValue | Blob): Promise<string> {
  if (typeof part === 'string') return `${name}=${part}`
  const label = part instanceof File ? `${part.name}@${part.lastModified}` : ''
  return `${name}=${label}:${part.size}:${part.type}`
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = ProblemBody.safeParse(await response.json().catch(() => undefined))
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const fallback: ProblemBody = { code: response.status === 404 ? 'not_found' : 'internal', errors: [] }
  return new ApiProblem(response.status, body.data ?? fallback, Number.isFinite(seconds) ? seconds : undefined)
}

async function parse(schema: z.ZodType, response: Response): Promise<unknown> {
  const reply = schema.safeParse(await response.json().catch(() => undefined))
  if (reply.success) return reply.data
  console.error(`unexpected reply from ${response.url}`, z.prettifyError(reply.error))
  throw new ApiProblem(response.status, { code: 'network.bad_reply', errors: [] })
}
