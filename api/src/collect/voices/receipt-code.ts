import { randomBytes, randomInt } from 'node:crypto'
import { digest } from '@dj/db/digest.ts'
import type { Deps } from '../../platform/deps.ts'
import { hashOfCode } from '../../platform/one-time-code.ts'

// Without I, L, O, U, 0 and 1, which look like others; 30 characters to the power of 8 are not to be guessed.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const four = () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('')

/** A new key to a need, e.g. `330382-7KQM-X2WT`. */
export const newReceiptCode = (countyId: string): string => `${countyId}-${four()}-${four()}`

/**
 * What is stored of a receipt code: under the installation's key, so that whoever has the table alone cannot try out all
 * codes. The plain hash is made first, since that is what was stored before and is put under the key at the next start.
 */
export const receiptHash = (deps: Pick<Deps, 'salt'>, code: string): string => keyedReceipt(deps, digest(code))

export const keyedReceipt = ({ salt }: Pick<Deps, 'salt'>, plain: string): string => hashOfCode(salt, 'receipt', plain)

/** For a need whose code nobody was told yet: no code opens it. */
export const noReceiptYet = (): string => randomBytes(32).toString('base64url')
