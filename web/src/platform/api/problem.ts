import { isProblemCode, problems, ProblemView, type ProblemCode } from '@dj/shared/problem.ts'
import type { FieldError } from '@dj/shared/platform/field-errors.ts'
import { currentLanguage } from '../i18n/language.ts'

/** A refusal of the api (RFC 9457), or `network.offline` with status 0 when no answer came. */
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

  constructor(problem: Partial<ProblemView> & Pick<ProblemView, 'status' | 'code'>, retryAfter?: number) {
    super(`${problem.status} ${problem.code}`)
    this.status = problem.status
    this.code = problem.code
    this.title = problem.title ?? problem.code
    this.detail = problem.detail
    this.requestId = problem.requestId
    this.errors = problem.errors ?? []
    this.retryAfter = retryAfter
  }
}

export const isProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem

/** What a code says in the reader's language: for a button's reason, straight from a refusal rule. */
export function explain(code: ProblemCode): string
export function explain(code: ProblemCode | undefined): string | undefined
export function explain(code: ProblemCode | undefined): string | undefined {
  return code === undefined ? undefined : problems[code][currentLanguage() === 'en' ? 'en' : 'zh']
}

/** What to tell the person: our own sentence for the code, else the server's, else that the system failed. */
export function explainProblem(error: unknown): string {
  if (!isProblem(error)) return explain('internal')
  if (isProblemCode(error.code)) return explain(error.code) + waitWords(error)
  return error.detail ?? error.title
}

/** How long, where somebody was told to come back later; minutes are rounded up, so that nobody comes too early. */
function waitWords({ status, retryAfter }: ApiProblem): string {
  if (status !== 429 || retryAfter === undefined) return ''
  const english = currentLanguage() === 'en'
  if (retryAfter < 60) return english ? ` Wait ${retryAfter} s.` : `还要等 ${retryAfter} 秒。`
  const minutes = Math.ceil(retryAfter / 60)
  return english ? ` Wait ${minutes} min.` : `还要等 ${minutes} 分钟。`
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = ProblemView.safeParse(await response.json().catch(() => undefined))
  const wait = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const unreadable = { status: response.status, code: codeFor(response.status) }
  return new ApiProblem(body.data ?? unreadable, Number.isFinite(wait) ? wait : undefined)
}

/** A proxy between us and the api answers in its own words; only the status says what it means. */
function codeFor(status: number): ProblemCode {
  if (status === 404) return 'not_found'
  if (status === 413) return 'request.too_large'
  if (status === 429) return 'rate_limited'
  return status === 502 || status === 503 || status === 504 ? 'service.unavailable' : 'internal'
}
