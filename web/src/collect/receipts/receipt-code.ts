/** What somebody typed, as a code: `330382-7KQM-X2WT`; or how many of its 14 letters and digits were found. */
export type TypedCode =
  { readonly code: string } | { readonly wrong: 'empty' | 'length' | 'county' | 'letters'; readonly count: number }

const digits: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }
const unused = /[01ILOU]/

/** Forgives spaces, dashes of every kind, lower case, full-width letters, and the whole address pasted from a message. */
export function readTypedCode(typed: string): TypedCode {
  const plain = typed.normalize('NFKC').trim().toUpperCase()
  const words = plain.split(/\/RECEIPT\//).at(-1) ?? plain
  const letters = words.replaceAll(/[^0-9A-Z]/g, '')
  const count = letters.length
  if (count === 0) return { wrong: 'empty', count }
  if (count !== 14) return { wrong: 'length', count }
  const county = letters.slice(0, 6).replaceAll(/[OIL]/g, (letter) => digits[letter] ?? letter)
  if (!/^\d{6}$/.test(county)) return { wrong: 'county', count }
  const own = letters.slice(6)
  if (unused.test(own)) return { wrong: 'letters', count }
  return { code: `${county}-${own.slice(0, 4)}-${own.slice(4)}` }
}
