import { z } from 'zod'
import { buildProblems } from './build/build.problems.ts'
import { claimProblems } from './claim/claim.problems.ts'
import { collectProblems } from './collect/collect.problems.ts'
import { countyProblems } from './county/county.problems.ts'
import { exitProblems } from './exit/exit.problems.ts'
import { followProblems } from './follow/follow.problems.ts'
import { platformProblems } from './platform/platform.problems.ts'

/** Every refusal of the product, joined from the wings: the api throws the code, the web shows the sentence. */
export const problems = {
  ...platformProblems,
  ...countyProblems,
  ...buildProblems,
  ...collectProblems,
  ...claimProblems,
  ...exitProblems,
  ...followProblems,
} as const

export type ProblemCode = keyof typeof problems

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

/** RFC 9457 problem details, as every refusal answers. */
export const ProblemView = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
})
export type ProblemView = z.infer<typeof ProblemView>

/** A refusal by rule: carries its stable code, and the field it concerns where there is one. */
export class Refused extends Error {
  readonly code: ProblemCode
  readonly path: string | undefined
  constructor(code: ProblemCode, path?: string) {
    super(code)
    this.code = code
    this.path = path
  }
}

/** Throws the refusal if there is one. */
export function refuseIf(code: ProblemCode | undefined, path?: string): void {
  if (code !== undefined) throw new Refused(code, path)
}
