import { HttpResponse } from 'msw'
import type { z } from 'zod'
import { fieldErrors } from '@dj/shared/platform/field-errors.ts'
import { problems, type ProblemCode } from '@dj/shared/problem.ts'

/** Refuses as the api does. */
export function refuse(code: ProblemCode, errors: readonly { path: string; code: string; message: string }[] = []) {
  const { status, zh } = problems[code]
  const body = { type: `urn:dangjian:problem:${code}`, title: zh, status, code, requestId: 'mock', errors }
  return HttpResponse.json(body, { status, headers: { 'Content-Type': 'application/problem+json' } })
}

/** Refuses what the shared schema refused, each field with its sentence. */
export const refuseInput = (error: z.ZodError) => refuse('request.invalid', fieldErrors(error))

/** Refuses one field by rule. */
export const refuseField = (code: ProblemCode, path: string) =>
  refuse(code, [{ path, code, message: problems[code].zh }])
