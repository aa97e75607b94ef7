import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'

// Without I, L, O, 0 and 1, which look like others.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const letter = (): string => letters.charAt(randomInt(letters.length))

/** A code to print or read out, in groups of letters and figures that are not mistaken for each other. */
export const newCode = ({ groups, each }: { groups: number; each: number }): string =>
  Array.from({ length: groups }, () => Array.from({ length: each }, letter).join('')).join('-')

/** What is kept of a code: a hash under our key, bound to whom the code is for. Dashes do not matter. */
export const hashOfCode = (key: string, whose: string, code: string): string =>
  createHmac('sha256', key)
    .update(`${whose}:${code.replaceAll('-', '')}`)
    .digest('base64url')

export const isSameHash = (one: string, two: string): boolean =>
  one.length === two.length && timingSafeEqual(Buffer.from(one), Buffer.from(two))
