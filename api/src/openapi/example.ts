import type { z } from 'zod'
import { type Components, type JsonSchema, jsonSchemaOf, objectOf } from './json-schema.ts'
import { sampleNumber, sampleText } from './samples.ts'

interface Making {
  components: Components
  /** Also what may be left out. */
  whole: boolean
}

/** A value the schema accepts: with everything in it, or, where the parts exclude each other, with what must be there. */
export function exampleOf(schema: z.ZodType, components: Components): unknown {
  const shape = jsonSchemaOf(schema, components)
  for (const whole of [true, false]) {
    const value = make(shape, '', { components, whole })
    if (schema.safeParse(value).success) return value
  }
  const { error } = schema.safeParse(make(shape, '', { components, whole: true }))
  const why = error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  throw new Error(`no example could be made (give the schema one with .meta({ example })): ${why}`)
}

/** A value of one part, for parameters. */
export const partExample = (schema: JsonSchema, name: string, components: Components): unknown =>
  make(schema, name, { components, whole: true })

function make(schema: JsonSchema, name: string, making: Making): unknown {
  const given = schema['example'] ?? schema.examples?.[0] ?? schema.const ?? telling(schema.default) ?? schema.enum?.[0]
  if (given !== undefined) return given
  if (schema.$ref !== undefined) return makeNamed(schema.$ref, name, making)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => make(objectOf(part), name, making)))
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return make(firstThatSays(choices), name, making)
  return makePlain(schema, name, making)
}

/** A default that is empty shows nobody what the part may hold. */
const telling = (value: unknown): unknown =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0) ? undefined : value

function makeNamed(ref: string, name: string, making: Making): unknown {
  const component = making.components.get(ref.split('/').at(-1) ?? '')
  if (!component) throw new Error(`nothing is called ${ref}`)
  return make(component, name, making)
}

const firstThatSays = (choices: readonly (JsonSchema | boolean)[]): JsonSchema =>
  choices.map(objectOf).find((choice) => choice.type !== 'null') ?? {}

function makePlain(schema: JsonSchema, name: string, making: Making): unknown {
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return sampleText(schema, name)
    case 'integer':
    case 'number':
      return sampleNumber(schema, name)
    case 'boolean':
      return true
    case 'array':
      return [make(objectOf(firstItem(schema)), name, making)]
    case 'object':
      return makeObject(schema, making)
    default:
      return null
  }
}

const firstItem = ({ items = {} }: JsonSchema): JsonSchema | boolean =>
  Array.isArray(items) ? (items[0] ?? {}) : items

function makeObject({ properties = {}, required = [] }: JsonSchema, making: Making): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(([name]) => making.whole || required.includes(name))
  return Object.fromEntries(wanted.map(([name, part]) => [name, make(objectOf(part), name, making)]))
}
