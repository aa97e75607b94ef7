import { type ProblemCode, problems } from '@dj/shared/problem.ts'
import type { Route } from '../../platform/http/spec.ts'
import { exampleOf } from './example.ts'
import { type Components, jsonSchemaOf } from './json-schema.ts'
import { refusalsOf } from './refusals.ts'

/** What an operation answers: its reply, and its refusals grouped by status, each with its code and sentence. */
export function describeReplies(route: Route, components: Components): Record<string, unknown> {
  const byStatus = Map.groupBy(refusalsOf(route), (code) => problems[code].status)
  const refusals = [...byStatus].toSorted(([a], [b]) => a - b)
  return {
    ...describeSuccess(route, components),
    ...Object.fromEntries(refusals.map(([status, codes]) => [String(status), describeRefusals(status, codes)])),
  }
}

function describeSuccess({ spec }: Route, components: Components): Record<string, unknown> {
  const { reply, media, alsoAs = [] } = spec
  if (media !== undefined) {
    const schema = { type: 'string', ...(media === 'text/event-stream' ? {} : { contentMediaType: media }) }
    return { 200: { description: media, content: { [media]: { schema } } } }
  }
  if (reply === null) return { 204: { description: 'Done' } }
  const content = { schema: jsonSchemaOf(reply, components), example: exampleOf(reply, components) }
  const files = alsoAs.map((kind) => [kind, { schema: { type: 'string', contentMediaType: kind } }])
  return {
    [spec.status ?? 200]: {
      description: 'Done',
      content: { 'application/json': content, ...Object.fromEntries(files) },
    },
  }
}

function describeRefusals(status: number, codes: readonly ProblemCode[]): Record<string, unknown> {
  const schema = {
    allOf: [{ $ref: '#/components/schemas/ProblemView' }],
    properties: { code: { enum: codes }, status: { const: status } },
  }
  return {
    description: codes.map((code) => `\`${code}\` ${problems[code].zh} ${problems[code].en}`).join('\n\n'),
    content: { 'application/problem+json': { schema, examples: Object.fromEntries(codes.map(refusalExample)) } },
  }
}

const refusalExample = (code: ProblemCode): [string, unknown] => [code, { value: problemExample(code) }]

const problemExample = (code: ProblemCode) => ({
  type: `urn:dangjian:problem:${code}`,
  title: problems[code].zh,
  status: problems[code].status,
  code,
  requestId: '019a9f3c-6c00-7000-8000-00000000000b',
})
