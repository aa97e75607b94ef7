import { randomInt } from 'node:crypto'

// Without I, L, O, U, 0 and 1, which look like others; 30 characters to the power of 8 are not to be guessed.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const four = () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('')

/** A new key to a need, e.g. `330382-7KQM-X2WT`. */
export const newReceiptCode = (countyId: string): string => `${countyId}-${four()}-${four()}`
