import type { Spec } from '@dj/api/platform/http/spec.ts'
import { exampleOf, partExample } from '@dj/api/main/openapi/example.ts'
import { type Components, type JsonSchema, propertiesOf } from '@dj/api/main/openapi/json-schema.ts'

/** A small generator of numbers with a seed, so that a failing run can be run again. */
export class Dice {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  chance(share: number): boolean {
    return this.next() < share
  }
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }
  pick<T>(things: readonly T[]): T {
    const thing = things[this.below(things.length)]
    if (thing === undefined) throw new Error('nothing to pick from')
    return thing
  }
}

const cursorAt = (key: string) =>
  Buffer.from(JSON.stringify({ key, id: '019a9f3c-6c00-7000-8000-000000000001' })).toString('base64url')

/** Texts that have broken programs before. */
export const nastyTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '\uDC00\uD800',
  '\u202E倒',
  '\u200F',
  '\u0007',
  '😀'.repeat(40),
  '电'.repeat(5_000),
  '%_\\',
  "' or 1=1 --",
  '=1+1',
  '{}',
  '{"a":1}',
  'null',
  '-1',
  '0',
  '1e400',
  '99999999999999999999',
  '2026-02-30',
  '2026-13-01',
  '0001-01-01',
  '9999-12-31',
  '+275760-09-13T00:00:00Z',
  '2026Q5',
  'ﬃ',
  '\u0041\u030A'.repeat(30),
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  cursorAt('now'),
  cursorAt('infinity'),
  cursorAt('not a date'),
  cursorAt('99999-01-01'),
  cursorAt('7'),
  cursorAt('1e999'),
]
const nastyValues: readonly unknown[] = [
  ...nastyTexts,
  null,
  true,
  -1,
  0,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  -1e308,
  [],
  {},
  [[]],
  [null],
  { $ne: 1 },
]

/** The ids of things that exist, by noun, so that a request gets further than "not found". */
export type Pool = Readonly<Record<string, readonly string[]>>

/** An id of what the part is named after, now and then of something else. */
function idFor(name: string, dice: Dice, pool: Pool): string {
  const noun = Object.keys(pool).find((each) => name.toLowerCase().includes(each))
  return dice.pick(noun === undefined || dice.chance(0.1) ? Object.values(pool).flat() : (pool[noun] ?? []))
}

/** A body the schema accepts, with ids that exist, or one that is spoilt somewhere. */
export function bodyFor(spec: Spec, dice: Dice, pool: Pool, components: Components): unknown {
  if (!spec.body) return dice.chance(0.1) ? dice.pick(nastyValues) : undefined
  const example = filled(exampleOf(spec.body, components), '', dice, pool)
  return dice.chance(0.45) ? example : spoilt(example, dice)
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value)

function filled(value: unknown, name: string, dice: Dice, pool: Pool): unknown {
  if (isId(value)) return idFor(name, dice, pool)
  if (Array.isArray(value)) return value.map((each) => filled(each, name, dice, pool))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(() => dice.chance(0.96))
      .map(([key, each]) => [key, filled(each, key, dice, pool)]),
  )
}

function spoilt(value: unknown, dice: Dice): unknown {
  if (Array.isArray(value) && value.length > 0 && dice.chance(0.7)) {
    const at = dice.below(value.length)
    if (dice.chance(0.2)) return Array.from({ length: 60 }, () => value[0] as unknown)
    return value.map((each: unknown, index) => (index === at ? spoilt(each, dice) : each))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return dice.pick(nastyValues)
  const keys = Object.keys(value)
  if (keys.length === 0 || dice.chance(0.1))
    return { ...value, [dice.pick(['county_id', 'state', '__proto__x', 'role'])]: 1 }
  const key = dice.pick(keys)
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === key ? spoilt(each, dice) : each]),
  )
}

/** The path and query of a request. */
export function addressFor(spec: Spec, dice: Dice, pool: Pool, components: Components): string {
  const path = spec.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(
      wellFormed(dice.chance(0.93) ? inPath(spec.path, name, dice, pool) : dice.pick(nastyTexts) || 'x'),
    ),
  )
  if (!spec.query) return dice.chance(0.05) ? `${path}?x=1` : path
  const parts = propertiesOf(spec.query, components).filter(({ required }) => required || dice.chance(0.3))
  const query = parts.map(({ name, schema }) => [name, inQuery(name, schema, dice, pool, components)])
  if (dice.chance(0.04)) query.push(['x', '1'])
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query)}`
}

const wellFormed = (words: string): string => words.toWellFormed()

function inPath(path: string, name: string, dice: Dice, pool: Pool): string {
  if (name === 'code') return dice.pick(pool['receipt'] ?? [])
  if (name === 'quarter') return '2026Q4'
  if (/version|position|index|item/i.test(name)) return String(dice.below(4))
  return idFor(name === 'id' ? path.slice(1, 6) : name, dice, pool)
}

function inQuery(name: string, schema: JsonSchema, dice: Dice, pool: Pool, components: Components): string {
  if (dice.chance(0.35)) return dice.pick(nastyTexts)
  const example = partExample(schema, name, components)
  return isId(example) ? idFor(name, dice, pool) : String(dice.pick(schema.enum ?? [example]))
}
