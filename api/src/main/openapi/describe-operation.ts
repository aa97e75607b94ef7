import type { z } from 'zod'
import type { Route } from '../../platform/http/spec.ts'
import { describeReplies } from './describe-replies.ts'
import { exampleOf, partExample } from './example.ts'
import { type Components, type JsonSchema, jsonSchemaOf, propertiesOf } from './json-schema.ts'
import { isStoredUnderKey } from './refusals.ts'

/** One operation as OpenAPI says it, but for its id. */
export function describeOperation(route: Route, components: Components): Record<string, unknown> {
  const { spec, open } = route
  const parameters = parametersOf(route, components)
  const requestBody = requestBodyOf(route, components)
  return {
    summary: spec.summary,
    tags: [spec.tag],
    ...(open ? { security: [{}, { session: [] }] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: describeReplies(route, components),
  }
}

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: JsonSchema
  example?: unknown
}

function parametersOf({ spec }: Route, components: Components): Parameter[] {
  return [
    ...(spec.params ? partsOf(spec.params, 'path', components) : []),
    ...(spec.query ? partsOf(spec.query, 'query', components) : []),
    ...(isStoredUnderKey(spec) ? [idempotencyKey] : []),
    ...(spec.versioned ? [ifMatch] : []),
  ]
}

function partsOf(schema: z.ZodObject, place: 'path' | 'query', components: Components): Parameter[] {
  return propertiesOf(schema, components).map(({ name, required, schema: { description, ...part } }) => ({
    name,
    in: place,
    required: place === 'path' || required,
    ...(description === undefined ? {} : { description }),
    schema: part,
    // An optional parameter with an example would be sent by whoever tries the operation out.
    ...(place === 'path' || required ? { example: partExample(part, name, components) } : {}),
  }))
}

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'A UUID of your own for this act. Sent again with the same content it gets the same reply and no second effect.',
  schema: { type: 'string', pattern: '^[\\w.:-]{8,100}$' },
  example: '019a9f3c-6c00-7000-8000-00000000000a',
}

const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The version the edit was made on',
  schema: { type: 'string', pattern: '^(W/)?"?\\d{1,9}"?$' },
  example: '"7"',
}

function requestBodyOf({ spec }: Route, components: Components): Record<string, unknown> | undefined {
  if (spec.upload) return { required: true, content: { 'multipart/form-data': { schema: formOf(spec.upload) } } }
  if (!spec.body) return undefined
  const schema = jsonSchemaOf(spec.body, components)
  const required = !spec.body.safeParse({}).success
  return { required, content: { 'application/json': { schema, example: exampleOf(spec.body, components) } } }
}

function formOf({ fields, maxBytes }: NonNullable<Route['spec']['upload']>): JsonSchema {
  const file: JsonSchema = {
    type: 'string',
    contentMediaType: 'application/octet-stream',
    description: `At most ${maxBytes / 1024 / 1024} MiB`,
  }
  const properties = Object.fromEntries(
    fields.map((name) => [name, name === 'file' ? file : { type: 'string' as const }]),
  )
  return { type: 'object', properties, required: ['file'], additionalProperties: false }
}
