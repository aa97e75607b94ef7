import { createHash } from 'node:crypto'

/** SHA-256 of the UTF-8 text, in lower-case hex. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
