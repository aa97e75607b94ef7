import type { PostgresType } from 'postgres'

// The numbers of PostgreSQL's own array types; they never change.
const ARRAYS_OF_TEXT = [1003, 1009, 1014, 1015, 2951, 1016] // name, text, char, varchar, uuid; bigint keeps its digits
const ARRAYS_OF_NUMBERS = [1005, 1007, 1021, 1022] // smallint, integer, real, double precision
const ARRAY_OF_BOOLEANS = [1000]

/**
 * How arrays of one dimension travel. The driver would ask the catalogue for this on every new connection, and when
 * that connection dies meanwhile its rejection is caught by nobody and ends the process.
 */
export const ARRAY_TYPES: Record<string, PostgresType> = {
  texts: arraysOf(ARRAYS_OF_TEXT, (text) => text),
  numbers: arraysOf(ARRAYS_OF_NUMBERS, Number),
  booleans: arraysOf(ARRAY_OF_BOOLEANS, (text) => text === 't'),
}

function arraysOf(from: number[], element: (text: string) => unknown): PostgresType {
  return { to: from[0] ?? 0, from, serialize: writeArray, parse: (text: string) => readArray(text, element) }
}

export function writeArray(value: unknown): unknown {
  if (!Array.isArray(value)) return value // Drizzle's array columns come already written
  return `{${value.map(writeElement).join(',')}}`
}

function writeElement(value: unknown): string {
  if (value === null) return 'NULL'
  if (typeof value === 'string') return `"${value.replace(/["\\]/g, String.raw`\$&`)}"`
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  throw new TypeError('an array parameter holds texts, numbers, booleans or null')
}

const ELEMENT = /"((?:[^"\\]|\\.)*)"|([^,{}"]+)/gs

export function readArray(text: string, element: (text: string) => unknown): unknown[] {
  return [...text.matchAll(ELEMENT)].map(([, quoted, bare]) => {
    if (quoted !== undefined) return element(quoted.replace(/\\(.)/gs, '$1'))
    return bare === undefined || bare === 'NULL' ? null : element(bare)
  })
}
