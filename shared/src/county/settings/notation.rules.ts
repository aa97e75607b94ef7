import { z } from 'zod'

/** How many digits a value needs at least to be a surprise. */
const FEWEST_DIGITS = 4

/**
 * In which spelling a public value will be typed, letter by letter: each `#` is one digit 0 to 9, every other character stands for
 * itself, e.g. `## ## ## ## ## ## + ##`. Between digits one blank or one of `, . + / : -`, with single blanks around it or without.
 */
export const Notation = z
  .string()
  .max(60)
  .refine((typed) => /^#+(?:(?: | ?[,.+/:-] ?)#+)*(?![^])/.test(typed) && typed.split('#').length > FEWEST_DIGITS, {
    params: { code: 'round.notation_unclear' },
  })
  .meta({ example: '## ## ## ## ## ## + ##', description: '# is one digit, every other character stands for itself' })
export type Notation = z.infer<typeof Notation>

/** Is the value spelled as it was announced, character by character? Nothing is trimmed, folded or padded. */
export const followsNotation = (value: string, notation: string): boolean =>
  value.length === notation.length &&
  Array.from({ length: notation.length }, (_, i) =>
    notation[i] === '#' ? /^[0-9]$/.test(value[i] ?? '') : value[i] === notation[i],
  ).every(Boolean)
