import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { claimKey, storedReply, storeReply } from '@dj/db/queries/platform/idempotency.ts'
import type { Reads } from '@dj/db/connect.ts'
import type { WithTx } from '@dj/db/with-tx.ts'
import { Refused } from '@dj/shared/problem.ts'

export interface Act {
  subject: string
  key: string
  route: string
  bodyHash: string
  status: number
}

/** Thrown to roll back: this key was used before; what it answered is stored. */
export class KeyTaken extends Error {
  constructor() {
    super('the idempotency key was used before')
  }
}

/** The key of a POST: any token of 8 to 100 characters, a UUID by preference. */
export function idempotencyKeyOf(request: Request): string {
  const key = request.headers.get('idempotency-key')
  if (key === null || !/^[\w.:-]{8,100}$/.test(key)) throw new Refused('request.idempotency_missing')
  return key
}

export const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * The first transaction of the act stores its reply under the key, together with the effect. The key's row is inserted first:
 * a second sender of the same key waits there until the first has committed, and then gets the same reply.
 */
export function storingReply(withTx: WithTx, act: Act): WithTx {
  let first = true
  return (countyId, work, options) => {
    if (!first) return withTx(countyId, work, options)
    first = false
    return withTx(
      countyId,
      async (tx, at) => {
        const stored = { countyId, ...act, key: hashOf(act.key) }
        const fresh = claimKey(tx, { ...stored, at })
        // The work is sent behind the key's row without waiting for it: one round trip less, same order on the connection.
        const [claimed, result] = await Promise.allSettled([fresh, work(tx, at)])
        if (claimed.status === 'rejected') throw claimed.reason
        if (!claimed.value) throw new KeyTaken()
        if (result.status === 'rejected') throw result.reason
        await storeReply(tx, { ...stored, body: sealed(result.value ?? null, act.key) })
        return result.value
      },
      options,
    )
  }
}

/** What the act answered the first time. */
export async function replayOf(db: Reads, countyId: string, act: Act): Promise<{ status: number; body: unknown }> {
  const stored = await storedReply(db, countyId, act.subject, hashOf(act.key))
  if (!stored) throw new Refused('request.in_flight')
  if (stored.route !== act.route || stored.bodyHash !== act.bodyHash) throw new Refused('request.key_reused')
  if (typeof stored.body !== 'string') throw new Refused('request.in_flight')
  return { status: stored.status, body: opened(stored.body, act.key) }
}

// A stored reply may hold what is told once, such as a receipt code: it opens with the sender's key, of which only the hash is kept.
const CIPHER = 'aes-256-gcm'
const [IV, TAG] = [12, 16]
const secretOf = (key: string) => createHash('sha256').update(`reply\n${key}`).digest()

function sealed(body: unknown, key: string): string {
  const iv = randomBytes(IV)
  const cipher = createCipheriv(CIPHER, secretOf(key), iv)
  const words = Buffer.concat([cipher.update(JSON.stringify(body), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), words]).toString('base64')
}

function opened(text: string, key: string): unknown {
  const bytes = Buffer.from(text, 'base64')
  const decipher = createDecipheriv(CIPHER, secretOf(key), bytes.subarray(0, IV))
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
  const words = Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()])
  return JSON.parse(words.toString('utf8'))
}
