import i18next from 'i18next'
import { z } from 'zod'

export const ProblemBody = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  status: z.int().optional(),
  detail: z.string().nullish(),
  code: z.string(),
  requestId: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).default([]),
})
export type ProblemBody = z.infer<typeof ProblemBody>
export type FieldError = ProblemBody['errors'][number]

/** A refusal of the api (RFC 9457), or `network.offline` when no answer came. `status` is 0 without an answer. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  readonly requestId: string | undefined
  readonly errors: readonly FieldError[]
  /** Seconds the server asked us to wait. */
  readonly retryAfter: number | undefined

  constructor(status: number, body: ProblemBody, retryAfter?: number) {
    super(`${status} ${body.code}`)
    this.status = status
    this.code = body.code
    this.title = body.title ?? body.code
    this.detail = body.detail ?? undefined
    this.requestId = body.requestId
    this.errors = body.errors
    this.retryAfter = retryAfter
  }
}

export const offline = () => new ApiProblem(0, { code: 'network.offline', errors: [] })

export const isProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem

/** The sentence for a problem code in the reader's language; the code itself where we have no words. */
export function explain(code: string): string
export function explain(code: string | undefined): string | undefined
export function explain(code: string | undefined): string | undefined {
  if (code === undefined) return undefined
  return wordsFor(code) ?? code
}

/** What to tell the person: our own words for the code, else the server's, else that the system failed. */
export function explainProblem(error: unknown): string {
  if (!isProblem(error)) return wordsFor('internal') ?? ''
  return wordsFor(error.code) ?? error.detail ?? error.title
}

/** Field errors by path, the first one of each: `{ title: '…' }`. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!isProblem(error)) return {}
  const byPath: Record<string, string> = {}
  for (const { path, code, message } of error.errors) byPath[path] ??= wordsFor(code) ?? message
  return byPath
}

/** Our own words for a code, in the reader's language. */
export function wordsFor(code: string): string | undefined {
  const languages = [
    i18next.language,
    ...(Array.isArray(i18next.options?.fallbackLng) ? i18next.options.fallbackLng : []),
  ]
  for (const language of languages) {
    const words: unknown = i18next.getResource(language, 'problem', code)
    if (typeof words === 'string') return words
  }
  return undefined
}
