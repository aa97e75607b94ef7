import { openApiDocument } from '@dj/api/main/openapi/document.ts'
import { refusalsOf } from '@dj/api/main/openapi/refusals.ts'
import { routes } from '@dj/api/main/routes.ts'
import type { Route } from '@dj/api/platform/http/spec.ts'
import { ContactView } from '@dj/shared/collect/need/need.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { policy } from '@dj/shared/policy.ts'
import { problems } from '@dj/shared/problem.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'

const Content = z.record(
  z.string(),
  z.object({
    schema: z.record(z.string(), z.unknown()),
    example: z.unknown().optional(),
    examples: z.record(z.string(), z.unknown()).optional(),
  }),
)
const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  schema: z.record(z.string(), z.unknown()),
  example: z.unknown().optional(),
})
const OperationObject = z.strictObject({
  operationId: z.string(),
  summary: z.string().regex(/^.+ · .+$/),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z.array(Parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^[2-5]\d\d$/),
    z.strictObject({ description: z.string().min(1), content: Content.optional() }),
  ),
})
const Document = z.object({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'patch', 'put', 'delete']), z.unknown()),
  ),
  components: z.object({
    schemas: z.record(z.string(), z.unknown()),
    securitySchemes: z.object({ session: z.object({ type: z.literal('apiKey'), in: z.literal('cookie') }) }),
  }),
})

const raw = openApiDocument(routes)
const document = Document.parse(raw)
const describe = ({ spec }: Route) => OperationObject.parse(document.paths[spec.path]?.[spec.method])
const nameOf = ({ spec }: Route) => `${spec.method} ${spec.path}`

test('the document describes exactly the operations that exist', () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  expect(described.toSorted()).toEqual(routes.map(nameOf).toSorted())
})

test('every operation has an id of its own that begins with its name in the policy table', () => {
  const ids = routes.map((route) => describe(route).operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const route of routes) {
    expect(policy).toHaveProperty([route.spec.operation])
    expect(describe(route).operationId.startsWith(route.spec.operation)).toBe(true)
  }
})

test.each(routes.map((route) => ({ route, name: nameOf(route) })))('$name says what it takes', ({ route }) => {
  const { parameters = [], requestBody, security } = describe(route)
  const inPath = parameters.filter((each) => each.in === 'path').map((each) => `{${each.name}}`)
  expect(inPath).toEqual(route.spec.path.match(/\{\w+\}/g) ?? [])
  expect(parameters.some((each) => each.name === 'If-Match')).toBe(route.spec.versioned === true)
  const storesItsReply = route.spec.method === 'post' && !route.spec.repeatable
  expect(parameters.some((each) => each.name === 'Idempotency-Key')).toBe(storesItsReply)
  expect(Object.keys(requestBody?.content ?? {})).toEqual(bodyKindsOf(route))
  expect(security !== undefined).toBe(route.open)
})

const bodyKindsOf = ({ spec }: Route): string[] => {
  if (spec.upload) return ['multipart/form-data']
  return spec.body ? ['application/json'] : []
}

test.each(routes.map((route) => ({ route, name: nameOf(route) })))('$name: its examples are valid', ({ route }) => {
  const { parameters = [], requestBody, responses } = describe(route)
  const { params, body, reply, media, status = 200 } = route.spec
  const path = parameters.filter((each) => each.in === 'path').map((each) => [each.name, each.example])
  if (params) expect(params.safeParse(Object.fromEntries(path)).error).toBeUndefined()
  if (body) expect(body.safeParse(requestBody?.content['application/json']?.example).error).toBeUndefined()
  if (media) expect(responses['200']?.content).toHaveProperty([media])
  else if (reply === null) expect(responses['204']?.content).toBeUndefined()
  else {
    const example = must(responses[String(status)]?.content?.['application/json'], 'the reply').example
    expect(reply.safeParse(example).error).toBeUndefined()
  }
})

test.each(routes.map((route) => ({ route, name: nameOf(route) })))('$name tells each refusal', ({ route }) => {
  const { responses } = describe(route)
  for (const code of refusalsOf(route)) {
    const { status, zh, en } = problems[code]
    const refusals = must(responses[String(status)], `${code} under ${status}`)
    expect(refusals.description).toContain(`\`${code}\` ${zh} ${en}`)
    expect(refusals.content?.['application/problem+json']?.examples).toHaveProperty([code])
  }
})

test('whoever may come signed in or with a receipt code is told that it takes one of the two', () => {
  const either = routes.filter(
    ({ spec, open }) => open && spec.body instanceof z.ZodObject && 'receiptCode' in spec.body.shape,
  )
  expect(either.map(({ spec }) => spec.operation)).toContain('order.rate')
  for (const route of either)
    expect([route.spec.operation, refusalsOf(route)]).toEqual([
      route.spec.operation,
      expect.arrayContaining(['auth.required']),
    ])
})

test('every reference leads to a component, and every component is referred to', () => {
  const references = [...JSON.stringify(raw).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
  expect([...new Set(references)].toSorted()).toEqual(Object.keys(document.components.schemas).toSorted())
  expect(JSON.stringify(raw)).not.toContain('$defs')
})

test('whoever is shown a contact has shown the password a moment ago', () => {
  const shown = routes.filter(({ spec }) => spec.reply === ContactView)
  expect(shown.length).toBeGreaterThanOrEqual(3)
  expect(shown.filter(({ spec }) => !spec.confirmed).map(({ spec }) => spec.operation)).toEqual([])
})
