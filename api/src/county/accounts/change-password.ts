import { findAccount, replacePassword } from '@dj/db/queries/county/accounts.ts'
import { announceChange, endSessions } from '@dj/db/queries/county/sessions.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { ChangePassword } from '@dj/shared/county/people/account.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Caller } from '../../platform/accounts.ts'
import type { Deps } from '../../platform/deps.ts'
import { signIn } from '../session/sign-in.ts'
import { refuseGuessable } from './weak-password.ts'

type Change = ChangePassword & { actor: Actor; from: Caller }

/** One's own password, with the old one. Every session ends; the answer carries a new one for the browser that asked. */
export async function changePassword(deps: Deps, { actor, from, oldPassword, newPassword }: Change): Promise<Response> {
  refuseIf(newPassword === oldPassword ? 'account.password_same' : undefined, 'newPassword')
  const { countyId, personId, accountId } = actor
  const { username, passwordHash: before } = must(
    await deps.withTx(countyId, (tx) => findAccount(tx, accountId)),
    'the account',
  )
  await refuseGuessable(newPassword, [username], 'newPassword')
  const changed = await deps.accounts.attempt({ secret: 'password', username }, from, async () => {
    if (!(await deps.accounts.isPassword(before, oldPassword))) return null
    const after = await deps.accounts.hashPassword(newPassword)
    return deps.withTx(countyId, async (tx, at) => {
      if (!(await replacePassword(tx, accountId, { before, after }, at))) return null
      await endSessions(tx, accountId)
      await recordEvent(tx, { countyId, kind: 'account.password_changed', at, by: personId, data: { personId } })
      await announceChange(tx, personId)
      return true
    })
  })
  if (!changed) throw new Refused('account.old_password_wrong', 'oldPassword')
  return signIn(deps, { username, password: newPassword, from, proven: true })
}
