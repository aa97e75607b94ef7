import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as ids from '@dj/shared/platform/ids.ts'
import * as tier from '@dj/shared/county/organization/tier.ts'
import * as role from '@dj/shared/county/people/role.ts'
import * as problem from '@dj/shared/problem.ts'
import * as quarter from '@dj/shared/platform/time/quarter.ts'
import { z } from 'zod'

export type JsonSchema = z.core.JSONSchema.JSONSchema

/** The shared schemas under the names they are exported by, with what they say about themselves. */
class Names extends z.core.$ZodRegistry<Record<string, unknown>> {
  override get(schema: z.core.$ZodType): Record<string, unknown> {
    return { ...z.globalRegistry.get(schema), ...super.get(schema) }
  }
}

const names = new Names()
const rooms: object[] = [ids, tier, role, problem, quarter, ...(await schemaRooms())]
for (const [name, schema] of rooms.flatMap((room) => Object.entries(room))) {
  if (schema instanceof z.ZodType && /^[A-Z]/.test(name)) names.add(schema, { id: name })
}

/** Every `*.schema.ts` of the shared language: a new one needs no line here. */
function schemaRooms(): Promise<object[]> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@dj/shared/problem.ts')))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.schema.ts'))
  return Promise.all(files.map((path): Promise<object> => import(pathToFileURL(join(folder, path)).href)))
}

/** Everything the document refers to by name. */
export type Components = Map<string, JsonSchema>

/** What travels: a body as the client sends it, a reply as the client reads it. Named parts go into `components`. */
export function jsonSchemaOf(schema: z.ZodType, components: Components): JsonSchema {
  const { $defs = {}, $schema: _dialect, ...own } = z.toJSONSchema(schema, { io: 'input', metadata: names, override })
  for (const [name, part] of Object.entries($defs)) components.set(name, pointing(part))
  return pointing(own)
}

/** Refuses nothing a client may send: the pattern of a format and the ends of the number line are noise. */
function override({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes
  jsonSchema: z.core.JSONSchema.BaseSchema
}) {
  if (jsonSchema.format !== undefined || jsonSchema.$ref !== undefined) delete jsonSchema.pattern
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (zodSchema instanceof z.ZodPipe && zodSchema.out instanceof z.ZodBoolean) jsonSchema.enum = ['true', 'false']
}

/** `#/$defs/X` is where zod puts a named part; in the document it lies among the components. */
function pointing(schema: JsonSchema): JsonSchema {
  const words = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')
  // It was a JSON schema a moment ago, and only the targets of its references have moved.
  return JSON.parse(words) as JsonSchema
}

/** The properties of an object schema, each with whether it must be there: path and query parameters. */
export function propertiesOf(schema: z.ZodObject, components: Components) {
  const parts: Components = new Map()
  const whole = jsonSchemaOf(schema, parts)
  const name = whole.$ref?.split('/').at(-1)
  const { properties = {}, required = [] } = (name === undefined ? whole : parts.get(name)) ?? {}
  for (const [each, part] of parts) if (each !== name) components.set(each, part)
  return Object.entries(properties).map(([property, part]) => ({
    name: property,
    required: required.includes(property),
    schema: objectOf(part),
  }))
}

export const objectOf = (schema: JsonSchema | boolean): JsonSchema => (typeof schema === 'boolean' ? {} : schema)
