import type { Route } from '../../platform/http/spec.ts'
import { cookieName } from '../../platform/http/guard/session-cookie.ts'
import { type Components, jsonSchemaOf } from './json-schema.ts'
import { describeOperation } from './describe-operation.ts'
import { ProblemView } from '@dj/shared/problem.ts'

const documents = new WeakMap<readonly Route[], Record<string, unknown>>()

/** The OpenAPI 3.1 document of these operations; made once. */
export function openApiDocument(routes: readonly Route[]): Record<string, unknown> {
  const made = documents.get(routes) ?? makeDocument(routes)
  documents.set(routes, made)
  return made
}

function makeDocument(routes: readonly Route[]): Record<string, unknown> {
  const components: Components = new Map()
  jsonSchemaOf(ProblemView, components)
  const paths = pathsOf(routes, components)
  return {
    openapi: '3.1.0',
    info: { title: '党建需求库 · Demand-order library', version: '1', description: introduction },
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(routes.map(({ spec }) => spec.tag))].toSorted().map((name) => ({ name })),
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName(false), description: cookieWords } },
      schemas: Object.fromEntries([...components].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    },
  }
}

function pathsOf(routes: readonly Route[], components: Components): Record<string, Record<string, unknown>> {
  const sharing = Map.groupBy(routes, ({ spec }) => spec.operation)
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const { path, method, operation } = route.spec
    const alone = sharing.get(operation)?.length === 1
    const described = { operationId: alone ? operation : sharedId(route), ...describeOperation(route, components) }
    paths[path] = { ...paths[path], [method]: described }
  }
  return paths
}

/** Where one policy covers several operations, the last word of the path tells them apart: `claim.work.deliveries`. */
const sharedId = ({ spec }: Route): string => {
  const words = spec.path.split('/').filter((word) => word !== '' && !word.startsWith('{'))
  return `${spec.operation}.${words.at(-1) ?? spec.method}`
}

const cookieWords = `Set by POST /session. Behind TLS it is called ${cookieName(true)}.`

const introduction = `Refusals are RFC 9457 \`application/problem+json\` with a stable \`code\`; a field's own refusals are in \`errors[]\`.
Unknown keys are refused with 422. What lies outside your county or reach answers 404, exactly as if it did not exist.
Lists are paged by key: pass \`nextCursor\` as \`cursor\`. Every POST carries an \`Idempotency-Key\`: the same key and content get the
same reply, whatever happened on the way. An edit carries the version it was made on in \`If-Match\`. Instants are RFC 3339 in UTC.`
