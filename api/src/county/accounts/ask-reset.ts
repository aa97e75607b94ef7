import { insertReset, isOpened, lockWaiting, replaceWaiting } from '@dj/db/queries/county/account-resets.ts'
import { lockPerson, type PersonRow } from '@dj/db/queries/county/people.ts'
import { rolesOf } from '@dj/db/queries/county/reset-lists.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { AskReset, ResetAsked } from '@dj/shared/county/people/account.schema.ts'
import { askResetRefusal, needsSecondAdmin } from '@dj/shared/county/people/reset.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { issueCode, newAccountCode, untilOf } from './issue-code.ts'
import { shutOut, slipOf } from './shut-out.ts'

type Asked = AskReset & { actor: Actor; id: string }

/** A new code for an account whose password is lost. Whoever holds a role keeps theirs until a second administrator confirms. */
export async function askReset(deps: Deps, { actor, id: personId, reason }: Asked): Promise<Sent<typeof ResetAsked>> {
  const { countyId, personId: by } = actor
  const [code, nothing] = [newAccountCode(), await deps.accounts.hashOfNothing()]
  const asked = await deps.withTx(countyId, async (tx, at) => {
    const person = await lockPerson(tx, countyId, personId)
    if (!person?.accountId) throw new Refused('not_found')
    const [roles, opened] = [await rolesOf(tx, countyId, personId, at), await isOpened(tx, countyId, personId)]
    const facts = { id: personId, status: person.status, roles, opened }
    refuseIf(askResetRefusal(actor, facts))
    if (needsSecondAdmin(facts)) return { id: await wait(tx, person, { reason, at, by }), slip: null }
    await shutOut(tx, person, nothing, at)
    const { id, expiresAt } = await issueCode(tx, deps, { countyId, personId, kind: 'reset', code, reason }, { at, by })
    return { id, slip: await slipOf(tx, person, actor, expiresAt) }
  })
  if (asked.slip === null) return asked
  await deps.accounts.forget(personId)
  return { ...asked, slip: { ...asked.slip, code } }
}

/** Asked for, and nothing else yet. */
async function wait(
  tx: Tx,
  { countyId, id: personId }: PersonRow,
  { reason, at, by }: { reason: string; at: Date; by: string },
): Promise<string> {
  const waiting = await lockWaiting(tx, countyId, personId, 'asked')
  refuseIf(waiting && waiting.until > at ? 'account.reset_waiting' : undefined)
  if (waiting) await replaceWaiting(tx, countyId, personId, 'asked', waiting.until)
  const id = newId()
  const request = { kind: 'reset', state: 'asked', reason, askedBy: by, askedAt: at, until: untilOf(at) } as const
  await insertReset(tx, { countyId, id, personId, ...request })
  await recordEvent(tx, { countyId, kind: 'account.reset_asked', at, by, data: { personId, resetId: id, reason } })
  return id
}
