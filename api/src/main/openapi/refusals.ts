import type { ProblemCode } from '@dj/shared/problem.ts'
import { isSearched, type Route } from '../../platform/http/spec.ts'

/** Every code an operation can answer: its own, and those that come with how it is asked. */
export function refusalsOf({ spec, open }: Route): ProblemCode[] {
  const changes = spec.method !== 'get'
  const codes: ProblemCode[] = [...spec.refusals, 'service.unavailable', 'internal']
  if (changes) codes.push('service.storage_full')
  if (spec.body) codes.push('request.too_slow')
  if (!open) codes.push('auth.required', 'auth.forbidden')
  if (changes) codes.push('auth.csrf')
  if (spec.params && !spec.refusals.includes('receipt.unknown')) codes.push('not_found')
  if (spec.query || spec.body || spec.upload) codes.push('request.invalid')
  if (spec.query || spec.body) codes.push('request.repeated_key')
  if (spec.query && 'cursor' in spec.query.shape) codes.push('request.bad_cursor')
  if (spec.body || spec.upload) codes.push('request.malformed', 'request.wrong_type')
  if (changes) codes.push(spec.upload?.tooLarge ?? 'request.too_large')
  if (isStoredUnderKey(spec)) codes.push('request.idempotency_missing', 'request.key_reused', 'request.in_flight')
  if (!open && (spec.costs || isSearched(spec))) codes.push('rate_limited')
  if (spec.confirmed) codes.push('session.confirm_needed')
  if (spec.versioned) codes.push('request.version_missing', 'request.stale_version')
  return [...new Set(codes)]
}

/** A POST whose reply is stored under its Idempotency-Key. */
export const isStoredUnderKey = ({ method, repeatable }: Route['spec']): boolean => method === 'post' && !repeatable
