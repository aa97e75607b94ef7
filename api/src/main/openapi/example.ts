import type { z } from 'zod'
import { type Components, type JsonSchema, jsonSchemaOf, objectOf } from './json-schema.ts'
import { sampleNumber, sampleText } from './samples.ts'

interface Making {
  components: Components
  /** Everything, only what must be there, or that with nothing wherever nothing will do. */
  measure: 'whole' | 'needed' | 'least'
}

/**
 * A value the schema accepts: with everything in it, or, where the parts exclude each other, with what must be there.
 * Undefined where the schema knows more than its shape says: then it needs `.meta({ example })`.
 */
export function exampleOf(schema: z.ZodType, components: Components): unknown {
  const shape = jsonSchemaOf(schema, components)
  const values = (['whole', 'needed', 'least'] as const).map((measure) => make(shape, '', { components, measure }))
  return values.find((value) => schema.safeParse(value).success)
}

/** A value of one part, for parameters. */
export const partExample = (schema: JsonSchema, name: string, components: Components): unknown =>
  make(schema, name, { components, measure: 'whole' })

function make(schema: JsonSchema, name: string, making: Making): unknown {
  const given = schema['example'] ?? schema.examples?.[0] ?? schema.const ?? telling(schema.default) ?? schema.enum?.[0]
  if (given !== undefined) return given
  if (schema.$ref !== undefined) return makeNamed(schema.$ref, name, making)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => make(objectOf(part), name, making)))
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return make(firstThatSays(choices, making), name, making)
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

const firstThatSays = (choices: readonly (JsonSchema | boolean)[], { measure }: Making): JsonSchema =>
  choices.map(objectOf).find((choice) => (choice.type === 'null') === (measure === 'least')) ??
  objectOf(choices[0] ?? {})

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
      return itemsOf(schema).map((item) => make(item, name, making))
    case 'object':
      return makeObject(schema, making)
    default:
      return null
  }
}

function itemsOf({ prefixItems, items = {}, minItems = 1 }: JsonSchema): JsonSchema[] {
  if (prefixItems) return prefixItems.map(objectOf)
  const item = objectOf(Array.isArray(items) ? (items[0] ?? {}) : items)
  return Array.from({ length: Math.max(1, minItems) }, () => item)
}

function makeObject({ properties = {}, required = [] }: JsonSchema, making: Making): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(([name]) => making.measure === 'whole' || required.includes(name))
  return Object.fromEntries(wanted.map(([name, part]) => [name, make(objectOf(part), name, making)]))
}
