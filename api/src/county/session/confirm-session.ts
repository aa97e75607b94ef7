import { findAccount } from '@dj/db/queries/county/accounts.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Caller } from '../../platform/accounts.ts'
import type { Deps } from '../../platform/deps.ts'

interface Input {
  actor: Actor
  from: Caller
  password: string
}

/** The password once more: what is hard to take back may be done in this session for a while. Counted as a guess like any other. */
export async function confirmSession(deps: Deps, { actor, from, password }: Input): Promise<void> {
  const account = must(await deps.withTx(actor.countyId, (tx) => findAccount(tx, actor.accountId)), 'the account')
  const { username, passwordHash } = account
  const isRight = await deps.accounts.attempt({ secret: 'password', username }, from, async () =>
    (await deps.accounts.isPassword(passwordHash, password)) ? true : null,
  )
  if (!isRight) throw new Refused('session.password_wrong', 'password')
  await deps.accounts.confirm(from.headers, deps.now())
}
