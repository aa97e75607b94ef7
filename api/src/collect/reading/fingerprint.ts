import { createHash } from 'node:crypto'

export interface Fingerprinted {
  readonly town: string | null
  readonly requesterName: string
  readonly requesterKind: string | null
  readonly body: string
  readonly collectedOn: string | null
  readonly contactName: string | null
  readonly contactPhone: string | null
}

/**
 * The same voice in an edited, re-sorted or renamed file has the same fingerprint: spacing, width and punctuation do not count.
 * The same words from somebody else, with another name or number to call, are another voice.
 */
export function fingerprintOf(need: Fingerprinted): string {
  const words = [need.town, need.requesterName, need.requesterKind, need.body].map((word) => bare(word ?? ''))
  const said = hashOf(JSON.stringify([...words, need.collectedOn ?? '']))
  if (!isReachable(need)) return said
  // The migration `voices_by_contact` computes the same from what is stored.
  return hashOf(`${said}\n${contactKey(need.contactName)}\n${contactKey(need.contactPhone)}`)
}

/** Whether the row says whom to call: without that nobody can tell whether the same words come from one person or two. */
export const isReachable = (need: Pick<Fingerprinted, 'contactName' | 'contactPhone'>): boolean =>
  need.contactName !== null || need.contactPhone !== null

/** Of several rows of one file that nobody can tell apart each is a voice: the n-th (from 0) has a print of its own. */
export const nthVoice = (fingerprint: string, nth: number): string =>
  nth === 0 ? fingerprint : hashOf(`${fingerprint}\n${nth}`)

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

const contactKey = (text: string | null) => (text ?? '').normalize('NFKC').replaceAll(' ', '')

// A sign between two digits is part of the figure: 1.5 is not 15.
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/(?<!\p{N})[^\p{L}\p{N}]|[^\p{L}\p{N}](?!\p{N})/gu, '')
