import { HttpResponse } from 'msw'
import { problems, type ProblemCode } from '@dj/shared/problem.ts'

/** Refuses as the api does. */
export function refuse(code: ProblemCode, errors: readonly { path: string; code: string; message: string }[] = []) {
  const { status, zh } = problems[code]
  const body = { type: `urn:dangjian:problem:${code}`, title: zh, status, code, requestId: 'mock', errors }
  return HttpResponse.json(body, { status, headers: { 'Content-Type': 'application/problem+json' } })
}
