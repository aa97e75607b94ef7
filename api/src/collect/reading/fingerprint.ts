import { createHash } from 'node:crypto'

export interface Fingerprinted {
  readonly town: string | null
  readonly requesterName: string
  readonly requesterKind: string | null
  readonly body: string
  readonly collectedOn: string | null
}

/** The same row in an edited, re-sorted or renamed file has the same fingerprint: spacing, width and punctuation do not count. */
export function fingerprintOf(need: Fingerprinted): string {
  const words = [need.town, need.requesterName, need.requesterKind, need.body].map((word) => bare(word ?? ''))
  return createHash('sha256')
    .update(JSON.stringify([...words, need.collectedOn ?? '']))
    .digest('hex')
}

// A sign between two digits is part of the figure: 1.5 is not 15.
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/(?<!\p{N})[^\p{L}\p{N}]|[^\p{L}\p{N}](?!\p{N})/gu, '')
