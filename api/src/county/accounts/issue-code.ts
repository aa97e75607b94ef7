import { insertReset, replaceWaiting } from '@dj/db/queries/county/account-resets.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { type AccountSlip, CODE_HOURS } from '@dj/shared/county/people/account.schema.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { hashOfCode, newCode } from '../../platform/one-time-code.ts'

/** 59 bits, tried at most a few times an hour. */
export const newAccountCode = (): string => newCode({ groups: 3, each: 4 })

interface Issue {
  countyId: string
  personId: string
  kind: AccountSlip['kind']
  code: string
  reason?: string | null
}

/** Keeps a new code's hash, void what waited before, and says until when it opens the account. In a transaction of the county. */
export async function issueCode(
  tx: Tx,
  { salt }: Pick<Deps, 'salt'>,
  { countyId, personId, kind, code, reason = null }: Issue,
  { at, by }: { at: Date; by: string | null },
): Promise<{ id: string; expiresAt: string }> {
  const id = newId()
  const until = untilOf(at)
  await replaceWaiting(tx, countyId, personId, 'issued', at)
  const asked = { kind, reason, askedBy: by, askedAt: at }
  const issued = { state: 'issued', codeHash: hashOfCode(salt, personId, code), issuedAt: at, until } as const
  await insertReset(tx, { countyId, id, personId, ...asked, ...issued })
  const data = { personId, resetId: id, kind, until: until.toISOString() }
  await recordEvent(tx, { countyId, kind: 'account.code_issued', at, by, data })
  return { id, expiresAt: until.toISOString() }
}

/** When a request or a code of now lapses. */
export const untilOf = (at: Date): Date => new Date(at.getTime() + CODE_HOURS * 3_600_000)

/** The same answer with its code: added after the transaction, which keeps the answer for a second sender. */
export const withCode = <T extends { slip: Sent<typeof AccountSlip> }>(answer: T, code: string): T => ({
  ...answer,
  slip: { ...answer.slip, code },
})
