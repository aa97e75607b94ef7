import type { Route } from '../platform/http/spec.ts'

/** What may be done at a path, for whoever asked for something else there; nothing where there is none. */
export function methodsOf(base: string, operations: readonly Route[]): (path: string) => string[] {
  const known = operations.map(({ spec: { path, method } }) => ({
    at: new RegExp(`^${base}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    methods: method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
  }))
  return (path) => [...new Set(known.filter(({ at }) => at.test(path)).flatMap(({ methods }) => methods))].toSorted()
}
