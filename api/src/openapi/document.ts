import type { Route } from '../http/spec.ts'

/** Replaced by the server builder. */
export function openApiDocument(_routes: readonly Route[]): Record<string, unknown> {
  return {}
}
