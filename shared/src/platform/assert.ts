/** The value, or an error that names what was missing: for what the program itself guarantees, never for input. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`)
  return value
}

/** Closes an exhaustive switch: the compiler refuses a new case, and so does the running program. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`)
}
