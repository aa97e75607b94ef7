import { fieldErrors, type FieldError } from '@dj/shared/platform/field-errors.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { z } from 'zod'
import { repeatedName } from './repeated-name.ts'

/** Input that does not fit its schema: 422 with one sentence a field. */
export class InvalidInput extends Error {
  readonly error: z.core.$ZodError
  constructor(error: z.core.$ZodError) {
    super('request.invalid')
    this.error = error
  }
  fields(language: 'zh' | 'en'): FieldError[] {
    return fieldErrors(this.error, language)
  }
}

const MAX_DEPTH = 12

/** The JSON body, `{}` when there is none. Refuses wrong types, broken JSON and nesting that only an attack needs. */
export async function jsonBody(request: Request, withinMs = 20_000): Promise<unknown> {
  const type = request.headers.get('content-type')
  const words = await textOf(request, withinMs)
  if (words === '') return {}
  if (type === null || !/^application\/json\s*(;|$)/i.test(type)) throw new Refused('request.wrong_type')
  if (words.includes('\u0000')) throw new Refused('request.malformed')
  const value = parseJson(words)
  const twice = repeatedName(words)
  if (twice !== undefined) throw new Refused('request.repeated_key', twice)
  if (isDeeper(value, MAX_DEPTH)) throw new Refused('request.malformed')
  return value
}

async function textOf(request: Request, withinMs: number): Promise<string> {
  const { promise: tooSlow, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Refused('request.too_slow')), withinMs)
  try {
    return await Promise.race([request.text(), tooSlow])
  } finally {
    clearTimeout(timer)
  }
}

function parseJson(words: string): unknown {
  try {
    // A __proto__ key must reach the strict schema as a key, not as a prototype: JSON.parse keeps it as an own property.
    return JSON.parse(words)
  } catch {
    throw new Refused('request.malformed')
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1))
}

export function parseWith(schema: z.ZodType, value: unknown): unknown {
  const own: unknown =
    typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, '__proto__') : undefined
  if (own !== undefined) throw new Refused('request.malformed')
  const result = schema.safeParse(value, { reportInput: true })
  if (!result.success) throw new InvalidInput(result.error)
  return result.data
}

/** The version in If-Match, `"7"` or `7`. */
export function versionOf(request: Request): number {
  const header = request.headers.get('if-match')
  if (header === null) throw new Refused('request.version_missing')
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())
  if (!match) throw new Refused('request.stale_version')
  return Number(match[1])
}
